"""A refusal to sign as everybody in the room gets it, and as the one who refuses does."""

import re

import pytest

from agreements.papers.models import Paper
from agreements.signing.models import Refusal
from agreements.signing.refusing import refuse_to_sign
from negotiate.law.words import Action, Side, Stage
from negotiate.people.models import Seat
from negotiate.rooms.sight.faces import audience_of, draw_fragment
from negotiate.rooms.views.pages import screen_path
from tests.negotiate.contract import Agreed
from tests.negotiate.meeting import Meeting
from tests.negotiate.rooms.pages import at, shown
from tests.visitor import Visitor, seated, signed_in

W, E = Side.WORKER, Side.EMPLOYER
WHY = "一等奖的条件不对"


def refuse(seat: Seat) -> None:
    paper = Paper.objects.of_room(seat.room_id)[0]
    refuse_to_sign(seat, text_digest=paper.digest, reason=WHY)


def fragment(seat: Seat) -> str:
    return draw_fragment(audience_of(seat))[1]


def test_everybody_reads_who_refused_and_why(summed: Meeting) -> None:
    chief = summed.chief(E)
    refuse(chief)
    for seat in (summed.chair, summed.other(W), summed.chief(W), chief):
        page = fragment(seat)
        assert re.search(
            rf"{chief.person.name}\s*</b> \d\d-\d\d \d\d:\d\d 拒绝签署，理由：{WHY}", page
        )
    screen = Visitor().get(screen_path(summed.room)).content.decode()
    assert "拒绝签署" in screen
    assert WHY in shown(signed_in(summed.account), summed.chair, "record/")


@pytest.mark.parametrize("signed", [False, True])
def test_who_presides_is_told_the_ways_that_the_table_leaves(summed: Meeting, signed: bool) -> None:
    if signed:
        summed.sign(W)
    assert "有人拒绝签署" not in fragment(summed.chair)
    refuse(summed.chief(E))
    desk = fragment(summed.chair)
    assert "有人拒绝签署" in desk
    assert ('action="return/"' in desk) is not signed
    assert desk.count('href="escalate/"') == 1
    assert 'href="paper/scan/"' not in desk
    assert "有人拒绝签署，请等主持人决定" in fragment(summed.other(W))
    for way in ('action="return/"', 'href="escalate/"'):
        assert way not in fragment(summed.other(W))


def test_who_refused_is_asked_no_more_and_may_sign_or_take_it_back(summed: Meeting) -> None:
    chief = summed.chief(E)
    assert "看全文并签署" in fragment(chief)
    refuse(chief)
    assert "您已拒绝签署" in fragment(chief)
    assert "看全文并签署" not in fragment(chief)
    assert "看全文并签署" in fragment(summed.chief(W))
    phone = seated(chief)
    assert "data-signature" in shown(phone, chief, "paper/")
    assert phone.post(at(chief, "paper/refuse/back/")).url == at(chief, "paper/")  # type: ignore[attr-defined]
    page = shown(phone, chief, "paper/")
    assert f"拒绝签署，理由：{WHY}" in page
    assert "已收回" in page
    assert "看全文并签署" in fragment(chief)


def test_the_form_refuses_the_text_that_was_read(summed: Meeting) -> None:
    chief = summed.chief(W)
    phone, digest = seated(chief), Paper.objects.get(room=summed.room).digest
    assert f'action="{at(chief, "paper/refuse/")}"' in shown(phone, chief, "paper/")
    assert digest in shown(phone, chief, "paper/refuse/")
    said = [
        phone.post(at(chief, "paper/refuse/"), {"digest": digest, "reason": reason})
        for reason in ("", "字" * 201)
    ]
    said.append(phone.post(at(chief, "paper/refuse/"), {"digest": "0" * 64, "reason": WHY}))
    assert [answer.status_code for answer in said] == [422] * 3
    assert "文本刚刚改过" in said[-1].content.decode()
    assert not Refusal.objects.exists()
    answer = phone.post(at(chief, "paper/refuse/"), {"digest": digest, "reason": WHY})
    assert answer.status_code == 302
    assert Refusal.objects.get().reason == WHY


def test_who_is_not_asked_to_sign_is_not_offered_to_refuse(summed: Meeting) -> None:
    seat = summed.other(W)
    phone = seated(seat)
    assert "paper/refuse/" not in shown(phone, seat, "paper/")
    digest = Paper.objects.get(room=summed.room).digest
    phone.post(at(seat, "paper/refuse/"), {"digest": digest, "reason": WHY})
    assert not Refusal.objects.exists()


def test_a_refused_contract_waits_for_the_desk(db: None) -> None:
    agreed = Agreed().on(Stage.RATIFIED)
    refuse(agreed.chief(E))
    page = shown(signed_in(agreed.account), agreed.desk)
    assert "有人拒绝签订，可以撤回草案重谈或终结协商" in page
    assert f"拒绝签署，理由：{WHY}" in page
    assert 'href="recall/"' in page
    assert "收回拒绝签署" in shown(seated(agreed.chief(E)), agreed.chief(E))
    assert Action.RECALL.label in page
