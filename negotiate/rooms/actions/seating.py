"""Who sits where, with which link; and that somebody has come."""

from collections.abc import Iterable

from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction
from django.utils import timezone

from negotiate.law.refusal import Refused
from negotiate.law.words import Action, Capacity, Side
from negotiate.live import announce
from negotiate.people.links import new_device
from negotiate.people.models import Enterprise, Person, Seat
from negotiate.people.roster_file import RosterRow
from negotiate.record.actions import append
from negotiate.rooms.models import Room
from negotiate.rooms.order import ordered


def seat_persons(seat: Seat, rows: Iterable[RosterRow]) -> int:
    """Give every row a seat: all or none. Returns how many."""
    with ordered(seat, Action.SEAT) as order:
        seated = [place(order.room, row) for row in rows]
        order.note(seated=[new.actor() for new in seated])
        return len(seated)


def place(room: Room, row: RosterRow) -> Seat:
    """One seat for one person. The database has the last word on one side, one chief."""
    side = row.side
    if row.capacity in (Capacity.RECORDER, Capacity.ATTENDEE):
        side = None if row.capacity is Capacity.RECORDER else side
    elif side is None:
        raise Refused("%(name)s 是哪一方的？请填所属方。", name=row.name)
    person = person_of(room.enterprise, row)
    _require_own_name(room, person)
    try:
        with transaction.atomic():
            return Seat.objects.create(
                room=room,
                person=person,
                side=side.value if side else "",
                capacity=row.capacity.value,
                outside=row.capacity is Capacity.EXPERT,
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


def _require_own_name(room: Room, person: Person) -> None:
    """Two of one name must be two people beyond doubt: nobody sits on both sides by leaving out
    a number, or by a space inside the name."""
    name = _squeezed(person.name)
    for other in Person.objects.filter(seats__room=room).exclude(pk=person.pk):
        told_apart = person.staff_number and other.staff_number not in ("", person.staff_number)
        if _squeezed(other.name) == name and not told_apart:
            raise Refused("会场里已有%(name)s；同名的人请都填工号区分。", name=other.name)


def _squeezed(name: str) -> str:
    """Without the spaces by which lists stretch short names."""
    return "".join(name.split())


def _why_taken(room: Room, person: Person, side: Side | None) -> Refused:
    if room.seats.filter(person=person).exists():
        return Refused("%(name)s 已有席位；一人只能在一方就座。", name=person.name)
    labels = (side.label,) if side else ()
    return Refused("%(side)s已有首席代表，每方只能有一名。", side=labels)


def unseat(seat: Seat, other_id: int) -> None:
    with ordered(seat, Action.UNSEAT) as order:
        other = _other(order.room, other_id)
        if other.presides:
            raise Refused("主持人不能移出席位。")
        order.note(unseated=other.actor())
        announce.gone(order.room.pk, other.pk)
        other.delete()


def reissue(seat: Seat, other_id: int, *, code: str = "") -> None:
    """A new link; the old one and the device it opened die at once. `code` is asked at entry."""
    with ordered(seat, Action.REISSUE) as order:
        other = _other(order.room, other_id)
        if other.account_id:
            raise Refused("这个席位用账号登录，不需要入场码。")
        other.link_serial += 1
        other.device = ""
        other.second_device_at = None
        other.code = make_password(code) if code else ""
        other.save(update_fields=["link_serial", "device", "second_device_at", "code"])
        order.note(reissued=other.actor(), with_code=bool(code))
        announce.gone(order.room.pk, other.pk)


def enter(seat: Seat) -> Seat:
    """Bind the seat to the device that enters first. A second one is refused, and recorded once
    for each link: whoever holds a forwarded link can't fill the record with it."""
    with transaction.atomic():
        seats = Seat.objects.select_for_update(of=("self",)).select_related("person", "room")
        now = seats.filter(pk=seat.pk, link_serial=seat.link_serial).first()
        if now is None:
            raise Refused("这个入场码已作废，请向主持人要新的入场码。")
        if not now.device:
            now.device = new_device()
            _note_entry(now, "entered", "device")
            return now
        if now.second_device_at is None:
            now.second_device_at = timezone.now()
            _note_entry(now, "second_device", "second_device_at")
    raise Refused("这个席位已在另一部手机上打开。若不是您本人，请让主持人重发入场码。")


def _note_entry(seat: Seat, act: str, field: str) -> None:
    seat.save(update_fields=[field])
    append(seat.room.book_id, act, seat.actor(), {})
    announce.news(seat.room_id)


def check_in(seat: Seat, *, remote: bool) -> None:
    """Attendance is an act: a phone that is merely connected is not present."""
    with ordered(seat, Action.CHECK_IN_SELF) as order:
        _arrive(order.seat, remote=remote)
        order.note(remote=remote)


def mark_present(seat: Seat, other_id: int) -> None:
    """The desk writes down somebody who is in the hall without a working phone."""
    with ordered(seat, Action.MARK_PRESENT) as order:
        other = _other(order.room, other_id)
        _arrive(other, remote=False)
        order.note(present=other.actor())


def _arrive(seat: Seat, *, remote: bool) -> None:
    if seat.arrived_at is not None:
        raise Refused("%(name)s 已经签到。", name=seat.person.name)
    seat.arrived_at = timezone.now()
    seat.remote = remote
    seat.save(update_fields=["arrived_at", "remote"])


def _other(room: Room, seat_id: int) -> Seat:
    other = room.seats.select_related("person").filter(pk=seat_id).first()
    if other is None:
        raise Refused("没有这个席位。")
    return other
