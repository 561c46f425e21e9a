"""Which places at the table are vacant, and which of them new people fill."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from negotiate.law.refusal import Refused
from negotiate.law.words import OF_A_SIDE, Action, Capacity, Procedure, Side
from negotiate.people.models import Seat
from negotiate.people.roster_file import RosterRow
from negotiate.record.chain import read
from negotiate.rooms.actions.composition import faults, kinds
from negotiate.rooms.actions.places import place
from negotiate.rooms.actions.presiding import succeed
from negotiate.rooms.models import Room
from negotiate.rooms.order import Order


@dataclass(frozen=True, slots=True)
class Vacancy:
    """The place of somebody who spoke for a side; what it was when it became vacant."""

    seat: int
    name: str
    side: Side
    capacity: Capacity


def vacant(room: Room) -> list[Vacancy]:
    """Those who have left and whom nobody has followed, the first to leave first. It is read in the
    record: not every place has a time in which a vacancy is to be filled."""
    gone = room.seats.exclude(left_at=None).filter(capacity__in=[c.value for c in OF_A_SIDE])
    if not gone.exists():
        return []
    left: list[Vacancy] = []
    for act in read(room.book):
        if act["action"] == Action.VACATE:
            left += _left(act["data"]["left"])
        elif act["action"] == Action.SEAT:
            for new in act["data"]["seated"]:
                _follow(left, new["side"], new["capacity"])
    return left


def seat_all(order: Order, rows: Iterable[RosterRow]) -> list[Seat]:
    """Whoever these are, wherever the lists are still open."""
    order.concerns = ()
    seated = [place(order.room, row) for row in rows]
    if order.room.goes_by is Procedure.ORDINARY:
        succeed(order.room, seated)
    return seated


def fill(order: Order, rows: Iterable[RosterRow]) -> list[Seat]:
    """Once the lists are settled, whoever speaks for a side takes the place of one who has left,
    and the lists stay as lawful as they were with him. Refused otherwise."""
    room, left = order.room, vacant(order.room)
    before = kinds(faults(room, [old.seat for old in left]))
    seated = seat_all(order, rows)
    order.concerns = _followed(left, seated)
    if sum(seat.capacity in OF_A_SIDE for seat in seated) > len(order.concerns):
        raise Refused("名单已经确定，现在只能补上出缺的代表。")
    for fault in faults(room, [old.seat for old in left if old.seat not in order.concerns]):
        if not kinds([fault]) <= before:
            raise fault
    return seated


def _followed(vacancies: Iterable[Vacancy], seated: Iterable[Seat]) -> tuple[int, ...]:
    """The keys of the seats that these follow: each the first to leave of the same side and
    capacity."""
    left = list(vacancies)
    found = [_follow(left, new.side, new.capacity) for new in seated]
    return tuple(vacancy.seat for vacancy in found if vacancy)


def _left(old: Mapping[str, Any]) -> list[Vacancy]:
    capacity = Capacity(old["capacity"])
    if capacity not in OF_A_SIDE:
        return []
    return [Vacancy(int(old["seat"]), str(old["name"]), Side(old["side"]), capacity)]


def _follow(left: list[Vacancy], side: str, capacity: str) -> Vacancy | None:
    for old in left:
        if (old.side, old.capacity) == (side, capacity):
            left.remove(old)
            return old
    return None
