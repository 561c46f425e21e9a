"""Is the composition lawful, by the rules that this room keeps?"""

from negotiate.law import roster
from negotiate.law.profiles import Profile
from negotiate.law.refusal import Refused
from negotiate.law.words import Capacity, Procedure
from negotiate.rooms.actions.binding import unbound
from negotiate.rooms.models import Room


def faults(room: Room) -> tuple[Refused, ...]:
    """What is unlawful about the composition. Who presides is settled with the notice of the
    session, and not asked before."""
    unsettled = roster.unsettled(members(room), rules_of(room), head_count(room))
    return (*unbound(room), *unsettled)


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


def members(room: Room) -> list[roster.Member]:
    """Those at the table, whose composition the law asks about."""
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
        for seat in room.seats.at_table().select_related("person")
    ]
