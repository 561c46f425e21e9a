"""The last day of a time, as the law counts it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiate.law import clocks
from negotiate.law.clocks import Due, before, due
from negotiate.law.profiles import Duration
from negotiate.law.words import Count
from negotiate.law.workdays import is_workday, next_workday
from tests.law.test_workdays import UNPUBLISHED

DAY = timedelta(days=1)
DAYS = st.dates(date(2024, 1, 1), date(2029, 12, 31))
AMOUNTS = st.integers(1, 90)


def days(amount: int) -> Duration:
    return Duration(amount, Count.DAYS, "", True)


def working(amount: int) -> Duration:
    return Duration(amount, Count.WORKING_DAYS, "", True)


def months(amount: int) -> Duration:
    return Duration(amount, Count.MONTHS, "", True)


@pytest.mark.parametrize(
    ("start", "given_time", "last"),
    [
        # The day of the event is not counted.
        (date(2026, 6, 1), days(15), date(2026, 6, 16)),
        # A last day on a Sunday, then within the Spring Festival and the National Day holiday.
        (date(2026, 6, 6), days(15), date(2026, 6, 22)),
        (date(2026, 2, 1), days(15), date(2026, 2, 24)),
        (date(2026, 9, 21), days(10), date(2026, 10, 8)),
        # A Saturday that is worked instead ends a time.
        (date(2026, 9, 25), days(15), date(2026, 10, 10)),
        # Ten working days over the National Day holiday: 29, 30 September, 8-10 and 12-16 October.
        (date(2026, 9, 28), working(10), date(2026, 10, 16)),
        (date(2026, 2, 11), working(5), date(2026, 2, 25)),
        # Months end on the same number, or with the month.
        (date(2026, 3, 13), months(2), date(2026, 5, 13)),
        (date(2025, 12, 31), months(2), date(2026, 2, 28)),
        (date(2024, 8, 29), months(6), date(2025, 2, 28)),
    ],
)
def test_the_last_day(start: date, given_time: Duration, last: date) -> None:
    assert due(start, given_time) == Due(last)


@pytest.mark.parametrize(
    ("event", "given_time", "day"),
    [
        (date(2027, 6, 30), months(3), date(2027, 3, 30)),
        (date(2026, 5, 31), months(3), date(2026, 2, 28)),
        (date(2026, 12, 31), days(60), date(2026, 11, 1)),  # a Sunday, and it stays one
        (date(2026, 10, 12), working(5), date(2026, 9, 29)),
    ],
)
def test_counted_back_from_an_event(event: date, given_time: Duration, day: date) -> None:
    assert before(event, given_time).day == day


def test_what_hangs_on_holidays_that_are_not_published_says_so() -> None:
    eve = date(UNPUBLISHED - 1, 12, 31)
    assert not due(eve, days(15)).is_covered
    assert not due(eve - 5 * DAY, working(10)).is_covered
    assert not before(date(UNPUBLISHED, 1, 8), working(10)).is_covered
    assert due(eve - 90 * DAY, days(15)).is_covered
    assert before(date(UNPUBLISHED, 6, 30), months(3)).is_covered  # no holiday moves it


def test_a_stop_in_the_talks_gives_back_the_days_that_it_took() -> None:
    start = date(2026, 6, 1)
    assert due(start, days(60)).day == date(2026, 7, 31)
    stop = (date(2026, 6, 10), date(2026, 6, 20))
    assert due(start, days(60), [stop]).day == date(2026, 8, 10)
    assert due(start, working(10), [(date(2026, 6, 3), date(2026, 6, 8))]).day == date(2026, 6, 18)
    # Stopped on a Saturday and gone on with on Monday the 8th: like the first day of any time,
    # neither of its ends is counted as a day that ran.
    assert due(start, working(10), [(date(2026, 6, 6), date(2026, 6, 8))]).day == date(2026, 6, 16)


def test_two_stops_give_back_the_days_of_both() -> None:
    stops = [(date(2026, 6, 3), date(2026, 6, 8)), (date(2026, 6, 10), date(2026, 6, 20))]
    assert due(date(2026, 6, 1), days(60), stops).day == date(2026, 8, 17)  # the 15th, a Saturday


def test_a_last_day_that_moves_into_a_year_hangs_on_the_holidays_of_that_year(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    new_years_eve = date(2022, 12, 31)  # a Saturday: the first working day after it is 3 January
    assert due(new_years_eve - 15 * DAY, days(15)) == Due(date(2023, 1, 3))
    monkeypatch.setattr(clocks, "is_covered", lambda year: year < 2023)
    assert not due(new_years_eve - 15 * DAY, days(15)).is_covered


@given(DAYS, AMOUNTS)
def test_a_time_ends_on_a_working_day_and_never_early(start: date, amount: int) -> None:
    last = due(start, days(amount)).day
    assert is_workday(last)
    assert last >= start + amount * DAY
    skipped = (start + amount * DAY + n * DAY for n in range((last - start).days - amount))
    assert not any(map(is_workday, skipped))


@given(DAYS, AMOUNTS)
def test_as_many_working_days_lie_between_as_were_given(start: date, amount: int) -> None:
    last = due(start, working(amount)).day
    between = (start + n * DAY for n in range(1, (last - start).days + 1))
    assert sum(map(is_workday, between)) == amount


@given(DAYS, AMOUNTS, st.sampled_from(Count))
def test_a_later_start_or_a_longer_time_never_ends_earlier(
    start: date, amount: int, count: Count
) -> None:
    time, longer = (Duration(n, count, "", True) for n in (amount, amount + 1))
    assert due(start, time).day <= due(start + DAY, time).day
    assert due(start, time).day <= due(start, longer).day


@given(DAYS, AMOUNTS)
def test_working_days_counted_back_and_forth_meet(event: date, amount: int) -> None:
    event = next_workday(event)
    assert due(before(event, working(amount)).day, working(amount)).day == event


@given(DAYS, st.integers(1, 60), st.integers(0, 40), st.integers(0, 40), st.sampled_from(Count))
def test_a_stop_never_shortens_a_time(
    start: date, amount: int, after: int, took: int, count: Count
) -> None:
    time = Duration(amount, count, "", True)
    off = start + after * DAY
    if off >= due(start, time).day:
        return
    assert due(start, time, [(off, off + took * DAY)]).day >= due(start, time).day
