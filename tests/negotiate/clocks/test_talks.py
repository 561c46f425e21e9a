"""Clocks of talks, breaks and deadlocks: what starts each, stops it, and ends it."""

from datetime import date, timedelta

import pytest

from negotiate import moment
from negotiate.clocks.actions import begin, extend, pause
from negotiate.clocks.models import Clock
from negotiate.law import clocks as law
from negotiate.law.profiles import Duration, Value
from negotiate.law.words import Action, ClockKind, Count, Stage
from negotiate.rooms.actions import composing, impasse, information, offering, sitting
from tests.negotiate.clocks.timed import DAY, at, clock, do, going
from tests.negotiate.ordinary import E, Ordinary, W

pytestmark = pytest.mark.django_db
K = ClockKind
SIXTY = Value(60, "第六十条", "days")


def test_coordination_is_timed_and_extended_once_more_from_its_last_day() -> None:
    told = Ordinary().to(Stage.DEADLOCKED)
    first = clock(told, K.COORDINATION)
    impasse.extend(told.desk, reason="再给半月")
    longer = clock(told, K.COORDINATION)
    fifteen = Duration(15, Count.DAYS, "", True)
    assert longer.pk == first.pk
    assert longer.due == law.due(first.due, fifteen).day
    assert (longer.article, longer.verified) == ("《集体合同规定》第五十二条", False)
    impasse.coordinate(told.desk, coordinator="人社局", result="再谈")
    assert going(told) == set()


def test_what_was_late_and_reminded_of_begins_anew_with_more_time_and_keeps_its_doubts() -> None:
    told = Ordinary().to(Stage.DEADLOCKED)
    fifteen = Duration(15, Count.DAYS, "第五十二条", True)
    for doubt in ("verified", "covered"):
        told.room.clocks.update(late=True, reminded_on=moment.today(), verified=True, covered=True)
        told.room.clocks.update(**{doubt: False}, due=date(2026, 6, 1))  # of a year that is known
        extend(told.room, K.COORDINATION, fifteen)
        longer = clock(told, K.COORDINATION)
        assert (longer.late, longer.reminded_on) == (False, None)
        assert getattr(longer, doubt) is False


def test_a_break_ends_on_the_day_that_the_sides_agreed() -> None:
    told = Ordinary().to(Stage.SUSPENDED)
    assert clock(told, K.SUSPENSION).due == moment.today() + 2 * DAY
    sitting.resume(told.presiding())
    assert going(told) == set()


@pytest.mark.parametrize("stops", [True, False])
def test_a_break_stops_the_time_of_the_talks_where_the_place_says_so(stops: bool) -> None:
    told = at(Stage.TO_OFFER, talks=SIXTY, suspension_stops_clock=Value(stops, ""))
    for deed in (told.offer, told.respond, told.settle, told.call, told.check_in, told.begin):
        deed()
    before = clock(told, K.TALKS)
    told.suspend(at=moment.now() + timedelta(days=10))
    assert clock(told, K.TALKS).state == (Clock.State.PAUSED if stops else Clock.State.RUNNING)
    moment.move(10 * DAY)
    sitting.resume(told.presiding())
    after = clock(told, K.TALKS)
    sixty = Duration(60, Count.DAYS, "", True)
    assert before.due == law.due(before.started_on, sixty).day
    stop = [(before.started_on, before.started_on + 10 * DAY)] if stops else []
    assert after.due == law.due(before.started_on, sixty, stop).day


def test_a_break_that_ends_in_a_deadlock_stops_the_time_of_the_talks_no_longer() -> None:
    told = at(Stage.SUSPENDED, talks=SIXTY, suspension_stops_clock=Value(True, ""))
    begin(told.room, K.TALKS, 1, since=moment.today())
    pause(told.room, K.TALKS)
    moment.move(10 * DAY)
    impasse.deadlock(
        told.chief(W), reason="谈不拢", worker_last="每周一次", employer_last="每月一次"
    )
    talks = clock(told, K.TALKS)
    assert talks.state == Clock.State.RUNNING
    stop = (talks.started_on, talks.started_on + 10 * DAY)
    assert talks.due == law.due(talks.started_on, Duration(60, Count.DAYS, "", True), [stop]).day


def test_a_question_is_to_be_answered_by_its_day_or_the_promised_one() -> None:
    told = Ordinary().to(Stage.IN_SESSION)
    asked = information.request(told.chief(W), question="去年加班", due=moment.today() + 5 * DAY)
    assert (clock(told, K.ANSWER).about, clock(told, K.ANSWER).due) == (asked.pk, asked.due)
    information.promise(told.chief(E), asked.pk, day=moment.today() + 9 * DAY)
    assert clock(told, K.ANSWER).due == moment.today() + 9 * DAY
    information.answer(told.chief(E), asked.pk, text="三千小时")
    assert going(told) == set()


def test_a_draft_that_passes_starts_no_new_talks() -> None:
    told = at(Stage.RATIFYING, talks=SIXTY)
    do(told.desk, Action.CONCLUDE)
    assert going(told) == set()


def test_when_the_talks_end_no_clock_goes_on() -> None:
    told = at(Stage.TO_OFFER, talks=SIXTY)
    told.offer()
    offering.receive(told.chief(E))
    assert going(told) == {K.TALKS, K.REPLY}
    told.end()
    assert going(told) == set()


def test_what_its_end_does_not_meet_falls_away_with_the_talks() -> None:
    told = Ordinary().to(Stage.PREPARING)
    composing.vacate(told.desk, told.seat("李秀英").pk, reason="调离")
    information.request(told.chief(W), question="去年加班", due=moment.today() + 5 * DAY)
    assert going(told) == {K.VACANCY, K.ANSWER}
    impasse.end_talks(told.desk, reason="企业方不来")
    assert going(told) == set()
    assert clock(told, K.VACANCY).state == Clock.State.VOID


def test_a_day_within_a_year_that_is_not_published_says_so() -> None:
    told = at(Stage.FILED)
    moment.move(4 * 365 * DAY)
    do(told.desk, Action.ACKNOWLEDGE)
    assert not clock(told, K.EFFECT).covered
