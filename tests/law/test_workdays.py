"""Working days, by the published holidays, and where none are published yet."""

from datetime import date, timedelta

import pytest

from negotiate.law.workdays import is_covered, is_workday, next_workday

# The State Council's arrangement for 2026: Spring Festival from 15 to 23 February with work on
# Saturday the 14th and the 28th; National Day from 1 to 7 October with work on Sunday 20 September
# and Saturday 10 October.
OFF = [date(2026, 2, 16), date(2026, 2, 23), date(2026, 10, 1), date(2026, 10, 7)]
WORKED_INSTEAD = [date(2026, 2, 14), date(2026, 2, 28), date(2026, 9, 20), date(2026, 10, 10)]
UNPUBLISHED = next(year for year in range(2026, 3000) if not is_covered(year))


@pytest.mark.parametrize("day", OFF)
def test_a_public_holiday_on_a_weekday_is_no_working_day(day: date) -> None:
    assert day.weekday() < 5
    assert not is_workday(day)


@pytest.mark.parametrize("day", WORKED_INSTEAD)
def test_a_weekend_day_that_is_worked_instead_is_a_working_day(day: date) -> None:
    assert day.weekday() >= 5
    assert is_workday(day)


def test_after_a_holiday_comes_the_first_day_on_which_people_work() -> None:
    assert next_workday(date(2026, 10, 1)) == date(2026, 10, 8)
    assert next_workday(date(2026, 10, 8)) == date(2026, 10, 8)


def test_a_year_that_is_not_published_is_counted_monday_to_friday_and_said_to_be_so() -> None:
    days = [date(UNPUBLISHED, 1, 1) + timedelta(days=n) for n in range(365)]
    assert [is_workday(day) for day in days] == [day.weekday() < 5 for day in days]
    assert not is_covered(UNPUBLISHED)
    assert is_covered(2026)
