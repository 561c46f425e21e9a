"""Who sits where, with which link; and that somebody has come."""

from collections.abc import Iterable
from typing import Final

from django.contrib.auth.hashers import make_password
from django.db import transaction

from negotiate import moment
from negotiate.ballots import actions as ballots
from negotiate.law.refusal import N_, Refused
from negotiate.law.words import Action, Procedure, Stage
from negotiate.live import announce
from negotiate.people.links import new_device
from negotiate.people.models import Seat
from negotiate.people.roster_file import RosterRow
from negotiate.record.actions import append
from negotiate.rooms.actions.composing import remove
from negotiate.rooms.actions.vacancies import fill, seat_all
from negotiate.rooms.models import Room
from negotiate.rooms.order import Order, ordered

UNSETTLED: Final = (Stage.TO_OFFER, Stage.COMPOSING)
OTHER_PHONE: Final = N_("这个席位已在另一部手机上打开。若不是您本人，请让主持人重发入场码。")


def seat_persons(seat: Seat, rows: Iterable[RosterRow]) -> int:
    """Give every row a seat: all or none. Returns how many."""
    with ordered(seat, Action.SEAT) as order:
        free = order.room.goes_by is Procedure.SIMPLIFIED or order.room.is_at in UNSETTLED
        seated = seat_all(order, rows) if free else fill(order, rows)
        order.note(seated=[new.actor() for new in seated])
        return len(seated)


def unseat(seat: Seat, other_id: int) -> None:
    with ordered(seat, Action.UNSEAT) as order:
        other = _other(order.room, other_id)
        if other.presides or other.account_id:
            raise Refused("主持人和会务不能移出席位。")
        ballots.hold(order.room.pk)
        order.note(unseated=other.actor())
        remove(order, other)


def reissue(seat: Seat, other_id: int, *, code: str = "") -> None:
    """A new link; the old one and the device it opened die at once. `code` is asked at entry."""
    with ordered(seat, Action.REISSUE) as order:
        other = _other(order.room, other_id)
        if other.account_id:
            raise Refused("这个席位用账号登录，不需要入场码。")
        ballots.hold(order.room.pk)
        other.link_serial += 1
        other.device = ""
        other.second_device_at = None
        other.code = make_password(code) if code else ""
        other.save(update_fields=["link_serial", "device", "second_device_at", "code"])
        order.note(reissued=other.actor(), with_code=bool(code))
        _let_die(order, other)


def _let_die(order: Order, other: Seat) -> None:
    """The link of a seat, and the sockets that it opened."""
    order.room.links += 1
    order.room.save(update_fields=["links", "on_roll"])


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
            now.second_device_at = moment.now()
            _note_entry(now, "second_device", "second_device_at")
    raise Refused(OTHER_PHONE)


def enter_hall(seat: Seat) -> Seat:
    """One of the staff comes in: the press that binds the phone is the check-in as well. Whoever
    was written down at the desk before, or has a new link, has only the phone bound."""
    now = Seat.objects.filter(pk=seat.pk).first()
    if now is None or now.device or now.arrived_at:
        return enter(seat)
    with ordered(seat, Action.CHECK_IN_SELF) as order:
        own = order.seat
        if own.device:
            raise Refused(OTHER_PHONE)
        own.device = new_device()
        own.save(update_fields=["device"])
        _arrive(own, remote=False)
        order.note(remote=False, entered=True)
    return own


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
    seat.arrived_at = moment.now()
    seat.remote = remote
    seat.save(update_fields=["arrived_at", "remote"])


def _other(room: Room, seat_id: int) -> Seat:
    other = room.seats.select_related("person").filter(pk=seat_id, left_at=None).first()
    if other is None:
        raise Refused("没有这个席位。")
    return other
