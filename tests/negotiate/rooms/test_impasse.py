"""Breaks within the place's limits, deadlocks, and the end of talks."""

from datetime import timedelta

import pytest

from negotiate import moment
from negotiate.ballots.models import Poll
from negotiate.law.words import ClockKind, Side, Stage
from negotiate.rooms.actions import consent, impasse, ledger, sitting
from tests.negotiate.ordinary import Ordinary
from tests.negotiate.refusing import refuses

W, E = Side.WORKER, Side.EMPLOYER
DAY = timedelta(days=1)


@pytest.fixture
def stuck(db: None) -> Ordinary:
    return Ordinary().to(Stage.DEADLOCKED)


def test_a_break_stays_within_the_days_of_the_place(db: None) -> None:
    talks = Ordinary(place="beijing").to(Stage.IN_SESSION)
    refuses("第三十七条", talks.suspend, at=moment.now() + 75 * DAY)
    talks.suspend(at=moment.now() + 60 * DAY)


def test_where_breaks_count_together_the_earlier_ones_are_off(db: None) -> None:
    with moment.travelling():
        talks = Ordinary(place="hangzhou").to(Stage.IN_SESSION)
        talks.suspend(at=moment.now() + 20 * DAY)
        moment.move(20 * DAY)
        sitting.resume(talks.presiding())
        refuses("第二十七条", talks.suspend, at=moment.now() + 25 * DAY)
        talks.suspend(at=moment.now() + 10 * DAY)


@pytest.mark.parametrize("place", ["chongqing", "jiangsu"])
def test_where_the_sides_may_agree_on_a_longer_break_they_may(db: None, place: str) -> None:
    talks = Ordinary(place=place).to(Stage.IN_SESSION)
    talks.suspend(at=moment.now() + 300 * DAY)


def test_a_deadlock_keeps_what_each_side_offered_last(db: None) -> None:
    talks = Ordinary().to(Stage.IN_SESSION)
    ledger.propose(talks.chief(W), talks.term.pk, {"body": "一"}, answers=None)
    consent.open_poll(talks.presiding(), talks.term.pk, [W, E])
    talks.deadlock()
    own = impasse.open_deadlock(talks.room)
    assert (own.worker_last, own.employer_last) == ("加 300 元", "加 100 元")
    assert not talks.room.polls.filter(state=Poll.State.OPEN).exists()
    assert talks.room.clocks.going().filter(kind=ClockKind.COORDINATION).exists()


def test_a_deadlock_ends_a_break(db: None) -> None:
    talks = Ordinary().to(Stage.SUSPENDED)
    impasse.deadlock(talks.chief(E), reason="谈不拢", worker_last="三百", employer_last="一百")
    assert not talks.room.suspensions.filter(resumed_at=None).exists()
    assert not talks.room.clocks.going().filter(kind=ClockKind.SUSPENSION).exists()


def test_the_coordination_is_extended_once_by_what_the_rules_give(stuck: Ordinary) -> None:
    clock = stuck.room.clocks.get(kind=ClockKind.COORDINATION)
    impasse.extend(stuck.desk, reason="县里还在核算")
    clock_after = stuck.room.clocks.get(kind=ClockKind.COORDINATION)
    assert clock_after.due >= clock.due + 15 * DAY
    refuses("只能延长一次", impasse.extend, stuck.desk, reason="再等等")


def test_after_the_coordination_the_sides_talk_again(stuck: Ordinary) -> None:
    impasse.coordinate(stuck.desk, coordinator="县人社局 王强", result="加 200 元")
    assert stuck.room.is_at is Stage.IN_SESSION
    kept = stuck.room.deadlocks.get()
    assert (kept.coordinator, kept.result) == ("县人社局 王强", "加 200 元")
    stuck.deadlock()
    assert stuck.room.deadlocks.count() == 2


def test_talks_that_stay_stuck_are_ended_with_a_reason(stuck: Ordinary) -> None:
    impasse.end_talks(stuck.desk, reason="协调没有结果")
    room = stuck.room
    assert (room.is_at, room.ended_because) == (Stage.ENDED, "协调没有结果")
    assert not room.deadlocks.filter(closed_at=None).exists()
    assert not room.clocks.going().exists()
