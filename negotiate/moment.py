"""The product's one clock.

Every act, deadline and paper takes its time from here and from nowhere else, so that the scenario
command, the demonstration and the tests can play months of a negotiation in minutes: they move
this clock ahead, for their own process, and nobody else may. In production it cannot be moved,
not even by mistake: a record with times that never were would be worth nothing. It never goes
back, for nothing in the record is back-dated; `travelling` only ends a journey.

What measures how long a program has been silent or a name locked keeps Django's own clock: that is
real time, however far this one is moved.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta

from django.conf import settings
from django.utils import timezone

_moved = timedelta()


def now() -> datetime:
    """This moment, with its zone."""
    return timezone.now() + settings.CLOCK_AHEAD + _moved


def today() -> date:
    """The day at Beijing, where every deadline is counted, whatever zone a reader is in."""
    return day_of(now())


def day_of(moment: datetime) -> date:
    """The day that a moment falls on at Beijing."""
    return timezone.localdate(moment, timezone.get_default_timezone())


def move(ahead: timedelta) -> None:
    """Move the clock of this process. Raises RuntimeError in production, ValueError backwards."""
    global _moved
    if settings.PRODUCTION:
        raise RuntimeError("The clock of a product in use is never moved.")
    if ahead < timedelta():
        raise ValueError("The clock only goes forward.")
    _moved += ahead


@contextmanager
def travelling() -> Iterator[None]:
    """A journey through time: at its end the clock is where it would be without."""
    global _moved
    left = _moved
    try:
        yield
    finally:
        _moved = left
