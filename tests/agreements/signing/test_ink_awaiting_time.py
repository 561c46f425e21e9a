"""Papers on which all hands are, and which wait for the time authority or a phone: nobody is asked
again, nothing is thrown away, and every page says what is awaited."""

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from pytest_django import Settings

from agreements.papers.models import Paper
from agreements.signing.scan_draft import add_files
from agreements.signing.scan_models import Scan
from agreements.signing.stamping import stamp
from negotiate.law.words import Side, Stage
from negotiate.rooms.actions import impasse, sitting
from tests.agreements.signing.phone import Phone, draw
from tests.agreements.signing.scanned import PDF, agree, bring, newest, picture, sign_in_ink
from tests.agreements.signing.time_server import TimeServer, time_server
from tests.negotiate.contract import Agreed
from tests.negotiate.meeting import Meeting
from tests.negotiate.refusing import refuses
from tests.negotiate.rooms.pages import at, shown
from tests.visitor import seated, signed_in

W, E = Side.WORKER, Side.EMPLOYER
TIME = 'data-time="paper/time/"'


@pytest.fixture
def away(settings: Settings) -> Iterator[TimeServer]:
    """A time authority that answers nobody."""
    settings.TIMESTAMP_SECONDS = 1
    with time_server(settings) as running:
        running.status = 503
        yield running


@pytest.fixture
def inked(summed: Meeting, away: TimeServer) -> Meeting:
    """Accepted, and not stamped yet."""
    sign_in_ink(summed.chair)
    assert not newest(summed.chair).is_complete
    return summed


def test_accepting_says_that_the_paper_waits(summed: Meeting, away: TimeServer) -> None:
    bring(summed.chair)
    agree(summed.chair)
    desk, seat = signed_in(summed.account), summed.chair
    path = reverse("paper-scan-accept", args=[seat.pk])
    edition = Scan.objects.get().edition
    page = desk.post(path, {"edition": edition}, follow=True).content.decode()
    assert away.asked == 1
    assert "文件还在等时间戳" in page
    assert "签署完成" not in page
    assert TIME in page
    compared = shown(desk, seat, "paper/scan/compare/")
    assert "文件正在等时间戳" in compared
    assert "签署完成" not in compared
    away.status = 200
    page = desk.post(reverse("paper-time", args=[seat.pk]), follow=True).content.decode()
    assert "已取得时间戳，文件签署完成。" in page
    assert "已比对相符，签署完成" in shown(desk, seat, "paper/scan/compare/")


@pytest.mark.parametrize("side", Side)
def test_no_hand_is_asked_for_again(inked: Meeting, side: Side) -> None:
    chief = inked.chief(side)
    phone = seated(chief)
    room, paper = shown(phone, chief), shown(phone, chief, "paper/")
    for page in (room, paper):
        assert "正在等时间戳" in page
        assert "各方不用再做什么" in page
        assert "未签署" not in page
    assert "data-signature" not in paper
    assert f'action="{reverse("paper-time", args=[chief.pk])}"' in paper
    assert TIME in room


def test_who_presides_is_offered_nothing_that_throws_it_away(inked: Meeting) -> None:
    desk = signed_in(inked.account)
    room, paper = shown(desk, inked.chair), shown(desk, inked.chair, "paper/")
    for way in ('action="return/"', 'href="escalate/"', 'href="paper/scan/"', "paper/print/"):
        assert way not in room
    assert "上传签字扫描件" not in paper
    assert "看扫描件的比对结果" in paper
    refuses("都签好了", sitting.return_to_session, inked.chair)
    refuses("都签好了", partial(sitting.escalate, inked.chair, reason="不等了"))


def test_no_page_is_brought_to_an_accepted_scan(inked: Meeting) -> None:
    refuses("已经确认", add_files, inked.chair, [picture("PNG")])
    desk, path = signed_in(inked.account), at(inked.chair, "paper/scan/")
    assert desk.get(path).status_code == 404
    page = desk.post(path, {"scan": [SimpleUploadedFile("p", PDF)]})
    assert page.status_code == 302
    assert Scan.objects.get().files.count() == 1


def test_a_phone_that_never_comes_back_holds_nobody_for_ever(
    summed: Meeting, away: TimeServer
) -> None:
    draw(summed.chief(W), Phone())
    summed.sign(E)
    refuses("已有人签署", sitting.return_to_session, summed.chair)
    assert 'href="escalate/"' in shown(signed_in(summed.account), summed.chair)
    sitting.escalate(summed.chair, reason="手机丢了，人也没有来")


def test_hands_on_phones_are_not_thrown_away_either(summed: Meeting, away: TimeServer) -> None:
    for side in Side:
        summed.sign(side)
    refuses("都签好了", sitting.return_to_session, summed.chair)
    refuses("都签好了", partial(sitting.escalate, summed.chair, reason="不等了"))
    assert 'href="escalate/"' not in shown(signed_in(summed.account), summed.chair)


@pytest.fixture
def ratified(db: None, away: TimeServer) -> Agreed:
    return Agreed().on(Stage.RATIFIED)


@pytest.mark.parametrize("way", [impasse.recall, impasse.end_talks])
def test_a_contract_that_both_have_signed_is_neither_recalled_nor_given_up(
    ratified: Agreed, way: Callable[..., None]
) -> None:
    ratified.sign_both()
    refuses("都签好了", partial(way, ratified.desk, reason="不等了"))
    room = shown(signed_in(ratified.account), ratified.desk)
    assert 'href="recall/"' not in room
    assert 'href="end-talks/"' not in room


def test_a_scan_accepted_for_a_draft_that_was_left_is_not_the_next_ones(
    ratified: Agreed, away: TimeServer, capsys: pytest.CaptureFixture[str]
) -> None:
    """Such drafts were left before that was refused: their act stays in the record."""
    sign_in_ink(ratified.desk)
    Paper.objects.filter(room=ratified.room).update(prepared=None)
    impasse.recall(ratified.desk, reason="不等了")
    for deed in (ratified.draft, ratified.initial_both, ratified.ratify, ratified.sign_both):
        deed()
    away.status = 200
    stamp(ratified.desk)
    assert ratified.paper.grade == "B"
    call_command("verify_record", ratified.room.pk)
    told = capsys.readouterr().out
    assert f"paper {ratified.paper.number}: the file is the one in the record" in told
    assert "scan of paper" not in told
