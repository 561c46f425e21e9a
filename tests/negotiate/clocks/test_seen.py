"""A clock as a page shows it: late from the day after its last, and never while it is stopped."""

from datetime import date

import pytest

from negotiate.clocks.models import Clock
from negotiate.clocks.seen import ClockView, view
from negotiate.law.words import ClockKind

BEGAN, DUE = date(2026, 6, 1), date(2026, 6, 11)
RUNNING, PAUSED = Clock.State.RUNNING, Clock.State.PAUSED


def seen(today: date, kind: ClockKind = ClockKind.REPLY, state: str = RUNNING) -> ClockView:
    return view(today, kind.value, BEGAN, DUE, "", True, True, state)


def test_on_its_last_day_nobody_is_late_and_on_the_next_one_day() -> None:
    on_the_day, after = seen(DUE), seen(date(2026, 6, 12))
    assert (on_the_day.left, on_the_day.overdue) == (0, False)
    assert (after.left, after.over, after.overdue) == (-1, 1, True)


def test_what_is_stopped_is_not_late() -> None:
    stopped = seen(date(2026, 7, 1), state=PAUSED)
    assert (stopped.paused, stopped.overdue) == (True, False)


@pytest.mark.parametrize("kind", [ClockKind.EFFECT, ClockKind.RENEWAL, ClockKind.EXPIRY])
def test_a_time_in_which_nobody_has_to_do_anything_makes_nobody_late(kind: ClockKind) -> None:
    assert not seen(date(2026, 7, 1), kind).overdue


@pytest.mark.parametrize(
    ("day", "used"),
    [
        (date(2026, 5, 30), 0),
        (BEGAN, 0),
        (date(2026, 6, 4), 30),
        (DUE, 100),
        (date(2026, 7, 1), 100),
    ],
)
def test_how_much_of_the_time_has_passed(day: date, used: int) -> None:
    assert seen(day).used == used


def test_a_time_of_no_length_is_used_up() -> None:
    assert view(DUE, "suspension", DUE, DUE, "", True, True, RUNNING).used == 100


def test_what_can_be_asked_later_says_from_when() -> None:
    renewal = ClockKind.RENEWAL
    assert seen(date(2026, 5, 31), renewal).opens == BEGAN
    assert seen(BEGAN, renewal).opens is None
