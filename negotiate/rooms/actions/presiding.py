"""Who leads a session, by the act of the place."""

from collections.abc import Iterable
from typing import Final

from negotiate.law.refusal import N_, Refused
from negotiate.law.words import Capacity, Side, Stage
from negotiate.people.models import Seat
from negotiate.rooms.models import Room

IN_TURN, JOINTLY, PROPOSER, UNION_CHAIR = "in_turn", "jointly", "proposer_first", "union_chair"
NOT_CALLED: Final = (Stage.TO_OFFER, Stage.COMPOSING, Stage.PREPARING)
MANNERS = {
    IN_TURN: N_("双方首席代表轮流主持"),
    JOINTLY: N_("双方首席代表共同主持"),
    PROPOSER: N_("双方首席代表轮流主持，要约方先主持"),
    UNION_CHAIR: N_("工会主席主持"),
}


def turn(room: Room) -> Seat:
    """Let the chief preside who does not now."""
    chiefs = room.seats.at_table().filter(capacity=Capacity.CHIEF).select_related("person")
    after = chiefs.filter(presides=False).first()
    if after is None:
        raise Refused("另一方首席代表出缺，补选以后才能交接主持。")
    room.seats.filter(presides=True).update(presides=False)
    after.presides = True
    after.save(update_fields=["presides"])
    return after


def succeed(room: Room, seated: Iterable[Seat]) -> None:
    """Whoever becomes a chief once the first session is called presides, if both do, or if nobody
    is left who does."""
    if room.is_at in NOT_CALLED:
        return
    for chief in (seat for seat in seated if seat.is_chief):
        if manner(room) == JOINTLY or not room.seats.filter(presides=True).exists():
            chief.presides = True
            chief.save(update_fields=["presides"])


def manner(room: Room) -> str:
    """How the place's act has a session led."""
    return str(room.rules.says("presiding") or IN_TURN)


def takes_turns(room: Room) -> bool:
    return manner(room) in (IN_TURN, PROPOSER)


def article(room: Room) -> str:
    value = room.rules.of("presiding")
    return value.article if value else ""


def let_preside(room: Room, first: Side | None) -> list[Seat]:
    """By the act: both chiefs, the one of the side that offered or is named, or the union chair."""
    seats = room.seats.at_table()
    chiefs = seats.filter(capacity=Capacity.CHIEF)
    how = manner(room)
    if how == JOINTLY:
        leading = chiefs
    elif how == UNION_CHAIR:
        leading = seats.exclude(account=None)
    else:
        side = first if first and how == IN_TURN else Side(room.offered_by)
        leading = chiefs.filter(side=side)
    chosen = list(leading.select_related("person"))
    room.seats.update(presides=False)
    leading.update(presides=True)
    for seat in chosen:
        seat.presides = True
    return chosen
