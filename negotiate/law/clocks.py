"""By when: the last day of a time that the law or the parties give.

《民法典》 201: the day on which a time begins is not counted. 202: a time of months ends on the day
of the same number, or with the month that has none. 203: where its last day is a day of rest, it
ends with the first working day after. A time counted back from an event (materials before a
meeting, renewal before expiry) is not moved: later, it would leave the others less than the law
gives. The amount of a duration is at least 1.
"""

from calendar import monthrange
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Final

from negotiate.law.profiles import Duration
from negotiate.law.words import Count
from negotiate.law.workdays import is_covered, is_workday, next_workday

_DAY: Final = timedelta(days=1)

Stop = tuple[date, date]
"""From the day on which the clock was stopped to the day on which it went on."""


@dataclass(frozen=True, slots=True)
class Due:
    """The last day. `is_covered` is False where it hangs on holidays that are not published."""

    day: date
    is_covered: bool = True


def due(start: date, duration: Duration, stops: Collection[Stop] = ()) -> Due:
    """The last day of a time that runs from an event on `start`; `stops` add what they took."""
    if duration.count is Count.WORKING_DAYS:
        running = (day for day in _from(start, _DAY) if not _stopped(day, stops))
        return _worked(start, running, duration.amount)
    plain = _forward(start, duration) + sum(((on - off) for off, on in stops), timedelta())
    last = next_workday(plain)
    return Due(last, _covered(plain, last))


def before(event: date, duration: Duration) -> Due:
    """The day that lies this much before an event: counted back, and not moved."""
    if duration.count is Count.WORKING_DAYS:
        return _worked(event, _from(event, -_DAY), duration.amount)
    if duration.count is Count.MONTHS:
        return Due(_months(event, -duration.amount))
    return Due(event - duration.amount * _DAY)


def _forward(start: date, duration: Duration) -> date:
    if duration.count is Count.MONTHS:
        return _months(start, duration.amount)
    return start + duration.amount * _DAY


def _worked(start: date, days: Iterator[date], amount: int) -> Due:
    """The day that is the `amount`th working day of these."""
    last = next(islice((day for day in days if is_workday(day)), amount - 1, None), start)
    return Due(last, _covered(start, last))


def _from(start: date, step: timedelta) -> Iterator[date]:
    day = start
    while True:
        day += step
        yield day


def _stopped(day: date, stops: Collection[Stop]) -> bool:
    return any(off < day <= on for off, on in stops)


def _months(day: date, months: int) -> date:
    """The same day of another month; its last, where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _covered(one: date, other: date) -> bool:
    first, last = sorted((one.year, other.year))
    return all(is_covered(year) for year in range(first, last + 1))
