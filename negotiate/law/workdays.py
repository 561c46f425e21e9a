"""Which days are working days: by the State Council's arrangement of the public holidays of each
year, as the `chinesecalendar` package has it.

The arrangement of a year is published in the autumn before it. Until the package knows a year, its
working days are counted Monday to Friday, and whoever shows such a day says so.
"""

from datetime import date, timedelta
from functools import cache

import chinese_calendar

_SATURDAY = 5


@cache
def is_covered(year: int) -> bool:
    """Whether the holidays of this year are known."""
    try:
        chinese_calendar.is_workday(date(year, 1, 1))
    except NotImplementedError:
        return False
    return True


def is_workday(day: date) -> bool:
    """Whether people work on this day: also on a weekend's day that is worked instead."""
    if is_covered(day.year):
        return bool(chinese_calendar.is_workday(day))
    return day.weekday() < _SATURDAY


def next_workday(day: date) -> date:
    """This day, or the first working day after it."""
    while not is_workday(day):
        day += timedelta(days=1)
    return day
