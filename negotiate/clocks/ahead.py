"""When to remind of a day before it comes."""

from datetime import date, timedelta

from negotiate.clocks.models import Clock
from negotiate.law.words import ClockKind

SOON = timedelta(days=3)
IN_GOOD_TIME = timedelta(days=30)  # before a contract ends


def reminder_of(clock: Clock) -> date:
    """The first day on which to remind: of renewal, when it can be asked; never on the day itself
    on which the clock was started."""
    if clock.kind == ClockKind.RENEWAL:
        return clock.started_on
    ahead = IN_GOOD_TIME if clock.kind == ClockKind.EXPIRY else SOON
    return max(clock.due - ahead, clock.started_on + timedelta(days=1))
