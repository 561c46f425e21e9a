"""What an office has to see to: a chair's deadlines; what is overdue at a county's enterprises."""

from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpRequest

from negotiate import moment
from negotiate.clocks.actions import PASSING
from negotiate.clocks.ahead import reminder_of
from negotiate.clocks.feed import feed_path
from negotiate.clocks.models import Clock, Clocks
from negotiate.clocks.seen import SHOWN, ClockView, view
from negotiate.law.words import ClockKind
from negotiate.people.models import Account, Seat

AT_MOST: Final = 200
# They run for years: nobody has to see to them until it is time to be reminded.
LONG: Final = frozenset({ClockKind.RENEWAL, ClockKind.EXPIRY})


@dataclass(frozen=True, slots=True)
class Listed:
    """`seat` is the reader's own in that room, 0 for none."""

    clock: ClockView
    title: str
    enterprise: str
    seat: int


def deadlines(request: HttpRequest, account: Account) -> dict[str, Any]:
    """The part of the home page that is about time."""
    if account.enterprise_id:
        feed = request.build_absolute_uri(feed_path(account))
        return {"to_do": to_do(account), "feed": feed}
    if account.federation_id:
        feed = request.build_absolute_uri(feed_path(account))
        return {"overdue": overdue(account), "feed": feed}
    return {}


def going(account: Account) -> Clocks:
    """The clocks of all the rooms that this account may know of, the first to end first."""
    return (
        Clock.objects.going()
        .filter(room__enterprise__in=account.enterprises())
        .select_related("room__enterprise")
        .order_by("due", "pk")
    )


def to_do(account: Account) -> list[Listed]:
    today = moment.today()
    near = [c for c in going(account) if c.kind not in LONG or reminder_of(c) <= today]
    rooms = {clock.room_id for clock in near}
    own = dict(Seat.objects.filter(account=account, room__in=rooms).values_list("room", "pk"))
    return [_listed(clock, own.get(clock.room_id, 0)) for clock in near[:AT_MOST]]


def overdue(account: Account) -> list[Listed]:
    late = going(account).running().filter(due__lt=moment.today()).exclude(kind__in=PASSING)
    return [_listed(clock, 0) for clock in late[:AT_MOST]]


def _listed(clock: Clock, seat: int) -> Listed:
    room: Any = clock.room
    shown = view(moment.today(), *(getattr(clock, name) for name in SHOWN))
    return Listed(shown, room.title, room.enterprise.name, seat)
