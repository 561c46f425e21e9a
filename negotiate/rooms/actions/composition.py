"""Is the composition lawful, by the rules that this room keeps?"""

from collections.abc import Collection

from django.db.models import Q

from negotiate.law import roster
from negotiate.law.profiles import Profile
from negotiate.law.refusal import Refused
from negotiate.law.words import Capacity, Procedure
from negotiate.rooms.actions.binding import unbound
from negotiate.rooms.models import Room


def faults(room: Room, still: Collection[int] = ()) -> tuple[Refused, ...]:
    """What is unlawful about the composition. Who presides is settled with the notice of the
    session, and not asked before. `still`: see `members`."""
    unsettled = roster.unsettled(members(room, still), rules_of(room), head_count(room))
    return (*unbound(room), *unsettled)


def kinds(found: Collection[Refused]) -> set[tuple[str, str | int]]:
    """The rules that these break, and on which side: the same while only the figures differ."""
    return {(fault.sentence, fault.figures.get("side", "")) for fault in found}


def problems(room: Room) -> tuple[Refused, ...]:
    """The same, now that somebody presides."""
    return roster.problems(members(room), rules_of(room), head_count(room))


def require_lawful(room: Room) -> None:
    """Raise the first thing that is unlawful, now that somebody presides."""
    for problem in problems(room):
        raise problem


def rules_of(room: Room) -> Profile | None:
    """The simplified procedure asks no numbers of a place."""
    return room.rules if room.goes_by is Procedure.ORDINARY else None


def head_count(room: Room) -> int | None:
    """How many work there, as far as the bound enterprises or a roll tell. A roll of nobody but the
    congress's delegates does not."""
    bound = sum(room.bound.values_list("head_count", flat=True))
    if bound or not room.on_roll:
        return bound or None
    return room.on_roll if room.seats.staff().filter(in_congress=False).exists() else None


def members(room: Room, still: Collection[int] = ()) -> list[roster.Member]:
    """Those at the table, whose composition the law asks about. `still`: the keys of seats that
    count as if nobody had left them, for somebody is to follow."""
    at_table = Q(left_at=None) & ~Q(capacity=Capacity.STAFF)
    return [
        roster.Member(
            name=seat.person.name,
            key=str(seat.person_id),
            side=seat.of,
            capacity=Capacity(seat.capacity),
            presides=seat.presides,
            outside=seat.outside,
            woman=seat.woman,
            front_line=seat.front_line,
        )
        for seat in room.seats.filter(at_table | Q(pk__in=still)).select_related("person")
    ]
