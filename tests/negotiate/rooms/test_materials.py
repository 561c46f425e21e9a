"""What an offer asks for is owed by the side that accepts it, by its day."""

from datetime import timedelta

import pytest
from django.utils import translation

from negotiate import moment
from negotiate.clocks.models import Clock
from negotiate.law.words import ClockKind, Side, Stage
from negotiate.record.chain import read
from negotiate.rooms.actions import information
from negotiate.rooms.models import InformationRequest, Reply
from negotiate.rooms.sight.faces import audience_of, draw_fragment
from tests.negotiate.ordinary import Ordinary
from tests.negotiate.refusing import refuses
from tests.visitor import seated

W, E = Side.WORKER, Side.EMPLOYER
DAYS = timedelta(days=10)


def accepted(reply: Reply = Reply.AGREE, days: timedelta = DAYS) -> Ordinary:
    talks = Ordinary()
    talks.offer(materials="去年的利润表", materials_due=moment.today() + days)
    talks.respond(reply, "改在下月谈" if reply is Reply.CHANGES else "")
    return talks


def owed(talks: Ordinary) -> InformationRequest:
    return InformationRequest.objects.get(room=talks.room)


def clock_of(talks: Ordinary) -> Clock:
    return talks.room.clocks.get(kind=ClockKind.ANSWER, about=owed(talks).pk)


@pytest.mark.parametrize("reply", [Reply.AGREE, Reply.CHANGES])
def test_an_accepted_offer_has_its_materials_owed(db: None, reply: Reply) -> None:
    talks = accepted(reply)
    asked = owed(talks)
    assert (asked.of, asked.question) == (W, "去年的利润表")
    assert asked.due == clock_of(talks).due == moment.today() + DAYS
    last = [*read(talks.room.book)][-1]
    assert last["action"] == "respond"
    assert (last["data"]["request"], last["data"]["due"]) == (asked.pk, asked.due.isoformat())
    assert clock_of(talks).started_by == last["number"]


def test_nothing_is_owed_where_the_offer_is_refused_or_asks_for_nothing(db: None) -> None:
    talks = Ordinary()
    talks.offer(materials="去年的利润表", materials_due=moment.today())
    talks.refuse()
    talks.offer()
    talks.respond()
    assert not InformationRequest.objects.exists()
    assert not talks.room.clocks.filter(kind=ClockKind.ANSWER).exists()


def test_nobody_is_late_on_the_day_on_which_the_offer_is_accepted(db: None) -> None:
    talks = Ordinary()
    talks.offer(materials="利润表", materials_due=moment.today())
    with moment.travelling():
        moment.move(timedelta(days=3))
        talks.respond()
        assert owed(talks).due == moment.today()


@pytest.mark.parametrize("stage", [Stage.COMPOSING, Stage.PREPARING, Stage.WAITING])
def test_the_other_side_answers_at_every_stage_before_the_session(db: None, stage: Stage) -> None:
    talks = accepted()
    if stage is not Stage.COMPOSING:
        talks.settle()
    if stage is Stage.WAITING:
        talks.call()
    refuses("由对方答复", information.answer, talks.chief(W), owed(talks).pk, text="给你")
    information.answer(talks.chief(E), owed(talks).pk, text="已当面送交，共十二页")
    assert talks.room.is_at is stage
    assert clock_of(talks).met_on == moment.today()


def test_the_page_of_the_preparation_says_what_is_owed_and_takes_the_answer(db: None) -> None:
    talks = accepted()
    talks.settle()
    phone, here = seated(talks.chief(E)), f"/s/{talks.chief(E).pk}/"
    page = phone.get(here).content.decode()
    due = owed(talks).due.isoformat()
    assert f"企业方还有资料没有提供，最迟 {due}" in page
    answer = f"requests/{owed(talks).pk}/answer/"
    assert answer in page
    assert answer not in draw_fragment(audience_of(talks.chief(W)))[1]
    with translation.override("en"):
        assert "still owes information" in draw_fragment(audience_of(talks.desk))[1]
    phone.post(f"{here}{answer}", {"text": "已当面送交"})
    page = phone.get(here).content.decode()
    assert "要的资料都答复了" in page
    assert answer not in page


def test_what_is_not_delivered_in_time_is_told_as_late(db: None) -> None:
    talks = accepted()
    talks.settle()
    with moment.travelling():
        moment.move(DAYS + timedelta(days=1))
        assert "逾期未答复" in draw_fragment(audience_of(talks.chief(E)))[1]
        information.answer(talks.chief(E), owed(talks).pk, text="补交")
        assert clock_of(talks).late
