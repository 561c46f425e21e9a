"""How long a break may be, by the rules of the place."""

from datetime import datetime, timedelta

from negotiate import moment
from negotiate.law import clocks
from negotiate.law.refusal import Refused
from negotiate.law.words import ClockKind
from negotiate.rooms.models import Room


def require_within(room: Room, until: datetime) -> None:
    """Refuse a break that goes on past its last lawful day; where all breaks count together, the
    days of the earlier ones are off it. Both sides agree to every break, so where they may agree on
    a longer one, any will do."""
    longest = room.rules.duration(ClockKind.SUSPENSION, room.contract)
    if longest is None or room.rules.says("suspension_longer"):
        return
    spent = timedelta()
    if room.rules.says("suspension_in_all"):
        for earlier in room.suspensions.exclude(resumed_at=None):
            ended = earlier.resumed_at or earlier.at
            spent += moment.day_of(ended) - moment.day_of(earlier.at)
    last = clocks.due(moment.today() - spent, longest).day
    if moment.day_of(until) > last:
        raise Refused(
            "休会太久，最迟应在 %(day)s 复会（%(article)s）。",
            day=last.isoformat(),
            article=longest.article,
        )
