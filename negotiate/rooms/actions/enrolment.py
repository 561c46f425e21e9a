"""The workers' roll: staff by the thousand, who sit at no table and only vote."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from django.db import connection

from negotiate.ballots.models import RollEntry
from negotiate.law.canonical import digest
from negotiate.law.refusal import Refused
from negotiate.law.words import Action, Capacity, Side
from negotiate.people.models import Enterprise, Person, Seat, Seats
from negotiate.people.sheets import Faults
from negotiate.people.staff_file import StaffRow
from negotiate.rooms.actions.congress import require_unfrozen
from negotiate.rooms.actions.sorting import Sorted, hold_against
from negotiate.rooms.models import Room
from negotiate.rooms.order import Order, ordered

AT_ONCE: Final = 2000  # rows in one statement
_STAFF: Final = Capacity.STAFF.value


def enrol(order: Order, rows: Sequence[StaffRow]) -> Sorted:
    """Add a list to the roll, inside an ENROL: all of it, or Refused with every fault. Polls that
    are open keep the roll they were opened with."""
    require_unfrozen(order.room)
    bound = _bound(order.room, rows)
    found = hold_against(order.room, rows)
    persons = _persons(order.room.enterprise, found.new)
    seats = [
        Seat(
            room=order.room,
            person=person,
            side=Side.WORKER.value,
            capacity=_STAFF,
            in_congress=row.in_congress,
            bound_id=bound.get(row.enterprise),
        )
        for person, row in zip(persons, found.new, strict=True)
    ]
    Seat.objects.bulk_create(seats, batch_size=AT_ONCE)
    if _mark(found.known, bound):
        order.room.links += 1  # screens that are open show them another roll's ballots
    order.room.on_roll += len(seats)
    order.room.save(update_fields=["on_roll", "links"])
    order.note(
        added=len(seats),
        there_before=len(found.there),
        at_table=len(found.seated),
        in_congress=sum(row.in_congress for row in rows),
        on_roll=order.room.on_roll,
        list_sha256=digest([[row.name, row.number] for row in rows]),
    )
    return found


def _bound(room: Room, rows: Sequence[StaffRow]) -> dict[str, int]:
    """The enterprises that the list names, by their names; Refused for one that is not bound."""
    bound = dict(room.bound.values_list("name", "pk"))
    faults = Faults()
    for row in rows:
        if row.enterprise and row.enterprise not in bound:
            faults.add(row.line, Refused("没有登记这家企业：%(name)s", name=row.enterprise))
    faults.refuse_any()
    return bound


def _mark(known: Mapping[int, StaffRow], bound: Mapping[str, int]) -> int:
    """Those who had a seat before are of the congress, and of their enterprise, from now on. How
    many of them were not."""
    delegates = [seat for seat, row in known.items() if row.in_congress]
    new = Seat.objects.filter(pk__in=delegates, in_congress=False).update(in_congress=True)
    for name in {row.enterprise for row in known.values()} & bound.keys():
        own = [seat for seat, row in known.items() if row.enterprise == name]
        elsewhere = Seat.objects.filter(pk__in=own).exclude(bound=bound[name])
        new += elsewhere.update(bound=bound[name])
    return new


def empty(seat: Seat) -> int:
    """Take everybody off the roll, as long as no poll has been opened with it. Returns how many."""
    with ordered(seat, Action.ENROL) as order:
        require_unfrozen(order.room)
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
        if order.room.seats.filter(person__staff_number__iexact=number).exists():
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
