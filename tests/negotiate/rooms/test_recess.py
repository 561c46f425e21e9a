"""A break to confer: asked for by a chief, seen by all, over when its time is."""

from datetime import timedelta

import pytest

from negotiate import moment
from negotiate.law.words import Action, Side
from negotiate.record.chain import read
from negotiate.rooms.actions import sitting
from negotiate.rooms.actions.recess import call_caucus, end_caucus
from negotiate.rooms.sight.board import Board
from negotiate.rooms.sight.reading import read as look
from tests.negotiate.meeting import Meeting
from tests.negotiate.refusing import refused
from tests.negotiate.rooms.course import audiences

W, E = Side.WORKER, Side.EMPLOYER


def test_it_is_recorded_who_asked_for_how_long(in_session: Meeting) -> None:
    call_caucus(in_session.chief(E), minutes=10)
    *_, act = read(in_session.room.book)
    assert (act["action"], act["actor"]["side"]) == (Action.CALL_CAUCUS, E)
    assert act["data"]["minutes"] == 10
    assert in_session.room.caucus_until
    assert act["data"]["until"] == in_session.room.caucus_until.isoformat()


def test_everybody_sees_whose_it_is_and_until_when(in_session: Meeting) -> None:
    call_caucus(in_session.chief(E), minutes=10)
    reading = look(in_session.room.pk)
    for audience in audiences(in_session.room.pk):
        caucus = Board(reading, audience).caucus
        assert caucus
        assert (caucus.side, caucus.until) == (E, in_session.room.caucus_until)


def test_while_it_lasts_nothing_is_put_on_the_table_or_asked(in_session: Meeting) -> None:
    in_session.propose(30000, 500)
    call_caucus(in_session.chief(W), minutes=10)
    assert "休会商议" in refused(in_session.propose, 31000, 500)
    assert "休会商议" in refused(in_session.ask, W)


def test_the_talks_go_on_by_themselves_when_its_time_is_over(in_session: Meeting) -> None:
    call_caucus(in_session.chief(W), minutes=10)
    with moment.travelling():
        moment.move(timedelta(minutes=10))
        in_session.propose(30000, 500)
        audience = audiences(in_session.room.pk)[0]
        assert Board(look(in_session.room.pk), audience).caucus is None
        assert refused(end_caucus, in_session.chief(W)) == "现在没有休会商议。"


def test_suspending_the_session_ends_it(in_session: Meeting) -> None:
    call_caucus(in_session.chief(W), minutes=60)
    again = moment.now() + timedelta(minutes=5)
    sitting.suspend(in_session.chair, reason="吃饭", at=again, place="食堂", content="再谈")
    sitting.resume(in_session.chair)
    in_session.propose(30000, 500)
    audience = audiences(in_session.room.pk)[0]
    assert Board(look(in_session.room.pk), audience).caucus is None


@pytest.mark.parametrize("who", ["chief", "chair"])
def test_who_asked_and_who_presides_may_end_it_early(in_session: Meeting, who: str) -> None:
    call_caucus(in_session.chief(W), minutes=10)
    assert "由对方或主持人" in refused(end_caucus, in_session.chief(E))
    end_caucus(in_session.chief(W) if who == "chief" else in_session.chair)
    in_session.propose(30000, 500)


def test_there_is_one_at_a_time_and_none_during_a_vote(in_session: Meeting) -> None:
    in_session.propose(30000, 500)
    in_session.ask(W)
    assert "正在表决" in refused(call_caucus, in_session.chief(E), minutes=5)
    other = Meeting("caterer")
    other.open()
    call_caucus(other.chief(W), minutes=5)
    assert "已经在" in refused(call_caucus, other.chief(E), minutes=5)


@pytest.mark.parametrize("minutes", [0, -1, 61])
def test_it_lasts_an_hour_at_most(in_session: Meeting, minutes: int) -> None:
    assert "1 到 60 分钟" in refused(call_caucus, in_session.chief(W), minutes=minutes)


def test_only_chiefs_ask_for_it(in_session: Meeting) -> None:
    for seat in (in_session.other(W), in_session.chair):
        assert "首席代表" in refused(call_caucus, seat, minutes=5)
