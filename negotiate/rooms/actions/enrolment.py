"""The workers' roll: staff by the thousand, who sit at no table and only vote."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from django.db import connection

from negotiate.ballots.models import RollEntry
from negotiate.law.canonical import digest
from negotiate.law.refusal import Refused
from negotiate.law.words import Action, Capacity, Side
from negotiate.people.models import Enterprise, Person, Seat, Seats
from negotiate.people.sheets import Faults
from negotiate.people.staff_file import StaffRow
from negotiate.rooms.actions.places import squeezed, told_apart
from negotiate.rooms.models import Room
from negotiate.rooms.order import Order, ordered

AT_ONCE: Final = 2000  # rows in one statement
_STAFF: Final = Capacity.STAFF.value


@dataclass(slots=True)
class Sorted:
    """A list held against those who have a seat in the room: names of those who need none."""

    new: list[StaffRow] = field(default_factory=list)
    there: list[str] = field(default_factory=list)
    seated: list[str] = field(default_factory=list)


def enrol(order: Order, rows: Sequence[StaffRow]) -> Sorted:
    """Add a list to the roll, inside an ENROL: all of it, or Refused with every fault. Polls that
    are open keep the roll they were opened with."""
    found = _sort(order.room, rows)
    persons = _persons(order.room.enterprise, found.new)
    seats = [
        Seat(room=order.room, person=person, side=Side.WORKER.value, capacity=_STAFF)
        for person in persons
    ]
    Seat.objects.bulk_create(seats, batch_size=AT_ONCE)
    order.room.on_roll += len(seats)
    order.room.save(update_fields=["on_roll"])
    order.note(
        added=len(seats),
        there_before=len(found.there),
        at_table=len(found.seated),
        on_roll=order.room.on_roll,
        list_sha256=digest([[row.name, row.number] for row in rows]),
    )
    return found


def empty(seat: Seat) -> int:
    """Take everybody off the roll, as long as no poll has been opened with it. Returns how many."""
    with ordered(seat, Action.ENROL) as order:
        if is_in_use(order.room):
            raise Refused("已有表决用过这份名册，不能再清空。")
        gone = order.room.on_roll
        _delete_staff(order.room)
        order.room.on_roll = 0
        order.room.links += 1
        order.room.save(update_fields=["on_roll", "links"])
        order.note(emptied=gone)
        return gone


def _delete_staff(room: Room) -> None:
    """In one statement: Django would fetch thousands of rows first, and ask every table about them.
    Only polls refer to staff, and there was none."""
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM negotiate_seat WHERE room_id = %s AND capacity = %s", [room.pk, _STAFF]
        )


def unnumbered(room: Room) -> Seats:
    """Those at the table whom only their name tells from the staff."""
    return room.seats.at_table().select_related("person").filter(person__staff_number="")


def set_number(seat: Seat, other_id: int, number: str) -> None:
    """Give somebody at the table a staff number, so that a list's rows of the same name are not
    taken for him."""
    with ordered(seat, Action.ENROL) as order:
        other = unnumbered(order.room).filter(pk=other_id).first()
        if other is None:
            raise Refused("没有这个席位。")
        if order.room.seats.filter(person__staff_number=number).exists():
            raise Refused("会场里已有人用这个工号：%(number)s。", number=number)
        own = other.person  # shared with other rooms, which keep him as he was
        known, _ = Person.objects.get_or_create(
            enterprise=order.room.enterprise,
            name=own.name,
            staff_number=number,
            defaults={"post": own.post},
        )
        other.person = known
        other.save(update_fields=["person"])
        order.note(numbered=other.actor(), number=number)


def is_in_use(room: Room) -> bool:
    """Whether somebody on the roll is on that of a poll."""
    return RollEntry.objects.filter(poll__room=room, seat__capacity=_STAFF).exists()


def _persons(enterprise: Enterprise, rows: Iterable[StaffRow]) -> list[Person]:
    """By name and number; those whom the enterprise knows already are not made again."""
    persons = [
        Person(enterprise=enterprise, name=row.name, staff_number=row.number, post=row.post)
        for row in rows
    ]
    return Person.objects.bulk_create(
        persons,
        batch_size=AT_ONCE,
        update_conflicts=True,
        unique_fields=["enterprise", "name", "staff_number"],
        update_fields=["name"],
    )


def _sort(room: Room, rows: Sequence[StaffRow]) -> Sorted:
    """Who is new, who is on the roll already, who sits at the table: and votes there."""
    seats = room.seats.values_list("person__name", "person__staff_number", "capacity")
    people = _People(seats, Counter(row.name for row in rows))
    found, faults = Sorted(), Faults()
    for row in rows:
        try:
            capacity = people.capacity_of(row)
        except Refused as problem:
            faults.add(row.line, problem)
            continue
        if capacity is None:
            found.new.append(row)
        elif capacity == _STAFF:
            found.there.append(row.name)
        else:
            found.seated.append(row.name)
    faults.refuse_any()
    return found


class _People:
    """Those who have a seat in the room, by name and by number."""

    def __init__(self, seats: Iterable[tuple[str, str, str]], listed: Counter[str]) -> None:
        self.listed = listed
        self.by_name: dict[str, list[tuple[str, str]]] = {}
        self.by_number: dict[str, str] = {}
        for name, number, capacity in seats:
            self.by_name.setdefault(squeezed(name), []).append((number, capacity))
            if number:
                self.by_number[number.upper()] = name

    def capacity_of(self, row: StaffRow) -> str | None:
        """What this person is in the room already, None if nothing. Refused if nobody can tell."""
        name = squeezed(row.name)
        holder = self.by_number.get(row.number.upper())
        if holder is not None and squeezed(holder) != name:
            raise Refused("会场里工号 %(number)s 是%(name)s", number=row.number, name=holder)
        same = self.by_name.get(name, [])
        for number, capacity in same:
            if number == row.number and (number or len(same) == 1):
                return capacity
        maybe = [capacity for number, capacity in same if not told_apart(number, row.number)]
        if not maybe:
            return None
        if len(maybe) > 1 or self.listed[row.name] > 1:
            raise Refused("会场里也有%(name)s，没有工号就分不清是谁", name=row.name)
        return maybe[0]
