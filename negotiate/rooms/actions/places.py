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
    seat = _off_the_roll(room, row) or Seat(room=room, person=person_of(room.enterprise, row))
    _require_own_name(room, seat.person)
    seat.side = side.value if side else ""
    seat.capacity = row.capacity.value
    seat.outside = row.capacity is Capacity.EXPERT
    seat.woman, seat.front_line = row.woman, row.front_line
    seat.produced, seat.delegation = row.produced, row.delegation
    try:
        with transaction.atomic():
            seat.save()
    except IntegrityError as conflict:
        raise _why_taken(room, seat, side) from conflict
    return seat


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


def _off_the_roll(room: Room, row: RosterRow) -> Seat | None:
    """Nobody has two seats: whoever comes to the table leaves the staff's roll with the seat that
    polls of before have on theirs, and its link dies. As a delegate he votes at the table; as a
    recorder, attendee or expert he has no vote any more."""
    if not room.on_roll:
        return None
    staff = room.seats.staff().select_related("person")
    of_name = staff.filter(person__name__in={row.name, squeezed(row.name)})
    same = [s for s in of_name if not told_apart(s.person.staff_number, row.staff_number)]
    if len(same) > 1:
        raise Refused("职工名册上有几个%(name)s，请填工号。", name=row.name)
    for seat in same:
        seat.link_serial += 1
        seat.device, seat.code = "", ""
        seat.arrived_at, seat.second_device_at = None, None
        room.on_roll -= 1
        room.links += 1
        room.save(update_fields=["on_roll", "links"])
        return seat
    return None


def _require_own_name(room: Room, person: Person) -> None:
    """Nobody sits on both sides by leaving out a number, or by a space inside the name."""
    name = squeezed(person.name)
    for seat in room.seats.at_table().exclude(person=person).select_related("person"):
        other = seat.person
        if squeezed(other.name) == name and not told_apart(person.staff_number, other.staff_number):
            raise Refused("会场里已有%(name)s；同名的人请都填工号区分。", name=other.name)


def _why_taken(room: Room, seat: Seat, side: Side | None) -> Refused:
    if room.seats.filter(person=seat.person).exclude(pk=seat.pk).exists():
        return Refused("%(name)s 已有席位；一人只能在一方就座。", name=seat.person.name)
    labels = (side.label,) if side else ()
    return Refused("%(side)s已有首席代表，每方只能有一名。", side=labels)
