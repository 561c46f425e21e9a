"""The time authority's word on a paper: all of it or none, and never in silence without."""

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from agreements.checking.register import bundle
from agreements.evidence.models import Evidence
from agreements.evidence.sheet import build_sheet
from agreements.papers.reading import full_text
from agreements.scenarios.handwriting import scrawl
from agreements.signing import time_authority as asking
from agreements.signing.actions import sign
from agreements.signing.digital.elements import stamped_bytes
from agreements.signing.models import Certificate
from agreements.signing.scan_draft import discard
from agreements.signing.sealing import to_sign
from agreements.signing.stamping import stamp
from agreements.verifying.answers import Answer
from agreements.verifying.verify import verify
from negotiate.law.refusal import Refused
from negotiate.law.words import Side
from negotiate.record.chain import read
from tests.agreements.checking.test_page import asked
from tests.agreements.signing.digital.tsa import NAME, time_authority
from tests.agreements.signing.for_time import paper_of, require_waiting, signed
from tests.agreements.signing.phone import Phone, draw, give
from tests.agreements.signing.scanned import sign_in_ink
from tests.agreements.signing.test_circumstances import form
from tests.agreements.signing.time_server import TimeServer
from tests.negotiate.meeting import Meeting
from tests.negotiate.refusing import refuses
from tests.negotiate.rooms.pages import shown
from tests.trace import trace
from tests.visitor import seated

W, E = Side.WORKER, Side.EMPLOYER


def test_each_signature_is_stamped_and_the_paper_completed(
    summed: Meeting, tsa: TimeServer
) -> None:
    signed(summed)
    require_waiting(summed)
    stamp(summed.chief(W))
    paper = paper_of(summed)
    assert paper.is_complete
    assert tsa.asked == 3
    report = verify(bytes(paper.docx or b""), bundle())
    assert report.answer is Answer.AUTHENTIC, report
    assert [one.stamped_by for one in report.signatures] == [NAME] * 3
    for one in paper.certificates.all():
        content = stamped_bytes(bytes(one.value or b""))
        assert time_authority().verified(bytes(one.token or b""), content)
    evidence = Evidence.objects.get(paper=paper).content
    assert evidence.count(f'"by":"{NAME}"') == 3
    assert NAME in full_text(build_sheet(evidence))
    acts = [act["action"] for act in read(summed.room.book)]
    assert [one for one in acts if one != "entered"][-4:] == ["sign", "sign", "stamp", "complete"]


def test_a_page_that_brings_the_last_hand_has_it_stamped_at_once(
    summed: Meeting, tsa: TimeServer
) -> None:
    summed.sign(W)
    seat = summed.chief(E)
    phone = seated(seat)
    phone.post(reverse("paper", args=[seat.pk]), form(phone, seat))
    assert paper_of(summed).is_complete


def test_a_hand_is_taken_though_the_time_authority_is_away(
    summed: Meeting, tsa: TimeServer
) -> None:
    tsa.status = 503
    summed.sign(W)
    seat = summed.chief(E)
    phone = seated(seat)
    page = phone.post(reverse("paper", args=[seat.pk]), form(phone, seat), follow=True)
    require_waiting(summed)
    assert tsa.asked == 1
    assert "正在等时间戳" in page.content.decode()
    assert 'data-time="paper/time/"' in page.content.decode()
    tsa.status = 200
    page = phone.post(reverse("paper-time", args=[seat.pk]), follow=True)
    assert "已取得时间戳" in page.content.decode()
    assert paper_of(summed).is_complete


def test_an_absent_authority_is_waited_for_once_after_the_last_phone(
    summed: Meeting, tsa: TimeServer
) -> None:
    phone, seat = Phone(), summed.chief(W)
    draw(seat, phone)
    summed.sign(E)
    tsa.status = 503
    one = Certificate.objects.get(paper__room=seat.room_id, seat=seat, value=None)
    value = {"certificate": one.fingerprint, "value": phone.sign(to_sign(one.paper, one))}
    browser, path = seated(seat), reverse("paper-seal", args=[seat.pk])
    browser.post(path, value)
    require_waiting(summed)
    assert tsa.asked == 1


def test_the_last_phone_has_it_stamped_at_once_and_so_has_the_platforms_key(
    summed: Meeting, tsa: TimeServer
) -> None:
    seat = summed.chief(W)
    draw(seat, Phone())
    summed.sign(E)
    seated(seat).post(reverse("paper-seal", args=[seat.pk]), {"platform": "1"})
    assert paper_of(summed).is_complete
    assert tsa.asked == 3


def test_roots_that_cannot_be_read_are_a_sentence_and_cost_no_hand(
    summed: Meeting, tsa: TimeServer, settings: Settings
) -> None:
    summed.sign(W)
    seat = summed.chief(E)
    phone = seated(seat)
    settings.TIMESTAMP_ROOTS = "/nowhere/roots.pem"
    answer = phone.post(reverse("paper", args=[seat.pk]), form(phone, seat))
    assert answer.status_code == 302
    require_waiting(summed)
    refuses("根证书文件读不出来", stamp, seat)
    assert tsa.asked == 0


def test_the_chair_is_told_what_is_awaited_and_may_ask_again(
    summed: Meeting, tsa: TimeServer
) -> None:
    signed(summed)
    page = shown(seated(summed.chair), summed.chair)
    assert "正在等时间戳" in page
    assert 'action="paper/time/"' in page
    stamp(summed.chair)
    assert paper_of(summed).is_complete


def test_a_paper_in_ink_is_stamped_too(summed: Meeting, tsa: TimeServer) -> None:
    sign_in_ink(summed.chair)
    assert not paper_of(summed).is_complete
    phone = summed.chief(Side.WORKER)
    digest, strokes = paper_of(summed).digest, scrawl(phone.person.name)
    with pytest.raises(Refused, match="已经用纸签署"):
        sign(phone, text_digest=digest, strokes=strokes)
    refuses("没有等待比对", discard, summed.chair)
    stamp(summed.chair)
    paper = paper_of(summed)
    assert (paper.is_complete, paper.grade, tsa.asked) == (True, "C", 1)


def test_phones_come_before_the_time(summed: Meeting, tsa: TimeServer) -> None:
    phone = Phone()
    draw(summed.chief(W), phone)
    summed.sign(E)
    with pytest.raises(Refused, match="不等时间戳"):
        stamp(summed.chief(E))
    assert tsa.asked == 0
    give(summed.chief(W), phone)
    stamp(summed.chief(E))
    paper = paper_of(summed)
    assert verify(bytes(paper.docx or b""), bundle()).answer is Answer.AUTHENTIC


def test_nothing_is_locked_while_the_time_authority_is_asked(
    summed: Meeting, tsa: TimeServer
) -> None:
    signed(summed)
    own, inside = tsa.answers, list[int]()
    mine = connection.savepoint_ids  # of this thread: the tsa's has a connection of its own
    outside = len(mine)

    def answers(query: bytes) -> bytes:
        inside.append(len(mine))
        return own(query)

    tsa.answers = answers
    stamp(summed.chief(W))
    assert inside == [outside] * 3


def test_who_comes_second_is_told_that_it_is_done(summed: Meeting, tsa: TimeServer) -> None:
    signed(summed)
    stamp(summed.chief(W))
    seat = summed.chief(E)
    phone, before = seated(seat), trace()
    page = phone.post(reverse("paper-time", args=[seat.pk]), follow=True)
    assert "已取得时间戳，文件签署完成。" in page.content.decode()
    assert trace() == before
    assert tsa.asked == 3


def test_who_is_overtaken_while_asking_is_told_that_it_is_done(
    summed: Meeting, tsa: TimeServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed(summed)
    own = asking.token

    def overtaken(content: bytes) -> bytes:
        monkeypatch.undo()
        stamp(summed.chief(W))
        return own(content)

    monkeypatch.setattr(asking, "token", overtaken)
    seat = summed.chief(E)
    page = seated(seat).post(reverse("paper-time", args=[seat.pk]), follow=True)
    assert "已取得时间戳，文件签署完成。" in page.content.decode()
    assert sum(act["action"] == "stamp" for act in read(summed.room.book)) == 1


def test_where_the_authority_was_given_up_what_waited_is_completed_and_says_so(
    summed: Meeting, tsa: TimeServer, settings: Settings
) -> None:
    signed(summed)
    settings.TIMESTAMP_URL = ""
    seat = summed.chief(W)
    page = seated(seat).post(reverse("paper-time", args=[seat.pk]), follow=True)
    assert "文件没有加时间戳，签署完成" in page.content.decode()
    assert paper_of(summed).is_complete
    acts = {act["action"]: act["data"] for act in read(summed.room.book)}
    assert acts["stamp"]["stamped"] == 0


def test_the_public_page_says_when_and_by_whom(
    summed: Meeting, tsa: TimeServer, client: Client
) -> None:
    signed(summed)
    stamp(summed.chair)
    page = asked(client, bytes(paper_of(summed).docx or b""))
    assert "真实完整" in page
    assert page.count(NAME) == 3
