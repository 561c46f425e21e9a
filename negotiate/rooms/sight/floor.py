"""Who speaks, and who waits to, in the order in which they will."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce

from negotiate.asked import Asked
from negotiate.law import floor
from negotiate.law.words import Side
from negotiate.rooms.models import SpeechTurn

_GIVEN: Final = SpeechTurn.objects.exclude(given_at=None).order_by()
_OFTEN: Final = (
    _GIVEN.filter(seat=OuterRef("seat")).values("seat").annotate(n=Count("pk")).values("n")
)
_LAST: Final = _GIVEN.filter(room=OuterRef("room")).order_by("-given_at", "-pk").values("side")[:1]
_FLOOR: Final = Asked(
    lambda room: (
        SpeechTurn.objects.filter(room__in=[room], ended_at=None, seat__left_at=None)
        .annotate(often=Coalesce(Subquery(_OFTEN), 0), last=Subquery(_LAST))
        .order_by("pk")
        .values_list(
            "room", "last", "seat", "seat__person__name", "side", "often", "minutes", "given_at"
        )
    )
)


@dataclass(frozen=True, slots=True)
class SpeakerView:
    """Who speaks, or waits to; `until` only of who speaks."""

    seat: int
    name: str
    side: Side
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class FloorView:
    speaking: SpeakerView | None = None
    waiting: tuple[SpeakerView, ...] = ()

    @property
    def seats(self) -> tuple[int, ...]:
        return tuple(each.seat for each in self.waiting)


NOBODY: Final = FloorView()


def floors(rooms: Collection[int]) -> dict[int, FloorView]:
    """By room."""
    return {room: _floor(rows) for room, rows in _FLOOR.each(rooms).items()}


def _floor(rows: Iterable[tuple[Any, ...]]) -> FloorView:
    speaking, wishes, names = None, [], {}
    last: Side | None = None
    for last_side, seat, name, side, often, minutes, given_at in rows:
        last = Side(last_side) if last_side else None
        if given_at:
            until = given_at + timedelta(minutes=minutes)
            speaking = SpeakerView(seat, name, Side(side), until)
        else:
            wishes.append(floor.Wish(seat, Side(side), often))
            names[seat] = name
    listed = floor.in_order(wishes, last)
    return FloorView(
        speaking, tuple(SpeakerView(each.seat, names[each.seat], each.side) for each in listed)
    )
