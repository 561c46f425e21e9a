"""The clocks of rooms, read once for everybody who looks at them."""

from collections.abc import Iterable
from typing import Final

from negotiate import moment
from negotiate.asked import Asked
from negotiate.clocks.models import Clock
from negotiate.clocks.seen import SHOWN, ClockView, view
from negotiate.rooms.sight.facts import RoomView

_GOING: Final = Asked(
    lambda room: (
        Clock.objects.going()
        .filter(room__in=[room])
        .order_by("due", "pk")
        .values_list("room", *SHOWN)
    )
)


def clocks_of(rooms: Iterable[RoomView]) -> dict[int, tuple[ClockView, ...]]:
    """By room, what is to be done by when, the first first; rooms without clocks are not asked."""
    today = moment.today()
    asked = _GOING.each([room.pk for room in rooms if room.has_clocks])
    return {room: tuple(view(today, *row) for row in rows) for room, rows in asked.items()}
