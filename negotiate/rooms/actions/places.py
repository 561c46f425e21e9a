"""One seat at the table for one person, whom nobody may take for another."""

from django.db import IntegrityError, transaction

from negotiate.law.refusal import Refused
from negotiate.law.words import Capacity, Side
from negotiate.people.models import Enterprise, Person, Seat
from negotiate.people.roster_file import RosterRow
from negotiate.rooms.models import Room


def place(room: Room, row: RosterRow) -> Seat:
    """The database has the last word on one side, one chief."""
    side = row.side
    if row.capacity in (Capacity.RECORDER, Capacity.ATTENDEE):
        side = None if row.capacity is Capacity.RECORDER else side
    elif side is None:
        raise Refused("%(name)s 是哪一方的？请填所属方。", name=row.name)
    person = _off_the_roll(room, row) or person_of(room.enterprise, row)
    _require_own_name(room, person)
    try:
        with transaction.atomic():
            return Seat.objects.create(
                room=room,
                person=person,
                side=side.value if side else "",
                capacity=row.capacity.value,
                outside=row.capacity is Capacity.EXPERT,
                woman=row.woman,
                front_line=row.front_line,
                produced=row.produced,
                delegation=row.delegation,
            )
    except IntegrityError as conflict:
        raise _why_taken(room, person, side) from conflict


def person_of(enterprise: Enterprise, row: RosterRow) -> Person:
    person, _ = Person.objects.update_or_create(
        enterprise=enterprise,
        name=row.name,
        staff_number=row.staff_number,
        defaults={"post": row.post} if row.post else {},
    )
    return person


def squeezed(name: str) -> str:
    """Without the spaces by which lists stretch short names."""
    return "".join(name.split())


def told_apart(number: str, other: str) -> bool:
    """Whether two of one name are two people beyond doubt."""
    return bool(number and other) and number != other


def _off_the_roll(room: Room, row: RosterRow) -> Person | None:
    """Nobody has two seats: whoever comes to the table leaves the staff's roll, and its link dies.
    As a delegate he votes there; as a recorder, attendee or expert he has no vote any more."""
    if not room.on_roll:
        return None
    staff = room.seats.staff().select_related("person")
    of_name = staff.filter(person__name__in={row.name, squeezed(row.name)})
    same = [s for s in of_name if not told_apart(s.person.staff_number, row.staff_number)]
    if len(same) > 1:
        raise Refused("职工名册上有几个%(name)s，请填工号。", name=row.name)
    for seat in same:
        seat.delete()
        room.on_roll -= 1
        room.links += 1
        room.save(update_fields=["on_roll", "links"])
        return seat.person
    return None


def _require_own_name(room: Room, person: Person) -> None:
    """Nobody sits on both sides by leaving out a number, or by a space inside the name."""
    name = squeezed(person.name)
    for seat in room.seats.at_table().exclude(person=person).select_related("person"):
        other = seat.person
        if squeezed(other.name) == name and not told_apart(person.staff_number, other.staff_number):
            raise Refused("会场里已有%(name)s；同名的人请都填工号区分。", name=other.name)


def _why_taken(room: Room, person: Person, side: Side | None) -> Refused:
    if room.seats.filter(person=person).exists():
        return Refused("%(name)s 已有席位；一人只能在一方就座。", name=person.name)
    labels = (side.label,) if side else ()
    return Refused("%(side)s已有首席代表，每方只能有一名。", side=labels)
