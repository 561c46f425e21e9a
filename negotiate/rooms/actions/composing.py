"""Who speaks for each side: settled before the preparation, refilled when somebody leaves."""

from django.db import transaction
from django.db.models import ProtectedError

from negotiate import moment
from negotiate.ballots.models import Poll
from negotiate.law.composition import ADVISERS_ONLY
from negotiate.law.refusal import Refused
from negotiate.law.words import DELEGATES, Action, Capacity
from negotiate.people.models import Seat
from negotiate.rooms.actions.composition import faults
from negotiate.rooms.actions.presiding import NOT_CALLED
from negotiate.rooms.models import EndWord, RecorderWord, Room
from negotiate.rooms.order import Order, ordered
from negotiate.rooms.recorders import agreed


def settle_roster(seat: Seat) -> None:
    """Both lists stand. Refused with the first thing that the law finds wrong with them."""
    with ordered(seat, Action.SETTLE_ROSTER) as order:
        for fault in faults(order.room):
            raise fault
        seats = order.room.seats.at_table().select_related("person")
        order.note(seated=[other.actor() for other in seats])


def agree_recorder(seat: Seat, other_id: int) -> None:
    """One chief's word on who keeps the record; agreed when the other says the same. Once a
    session is called no single chief undoes that: whoever is agreed on is followed by another when
    he has left."""
    with ordered(seat, Action.AGREE_RECORDER) as order:
        keeps = agreed(order.room)
        if keeps is not None and order.room.is_at not in NOT_CALLED:
            raise Refused("双方已经共同确定由%(name)s记录；%(name)s离开以后，才能另定别人。",
                          name=keeps.person.name)  # fmt: skip
        recorders = order.room.seats.at_table().filter(capacity=Capacity.RECORDER)
        recorder = recorders.select_related("person").filter(pk=other_id).first()
        if recorder is None:
            raise Refused("只能从名单上的记录员里选。")
        RecorderWord.objects.update_or_create(
            room=order.room, side=order.seat.side, defaults={"seat": recorder}
        )
        both = agreed(order.room) == recorder
        order.stays = not both
        order.note(recorder=recorder.actor(), agreed=both)


def vacate(seat: Seat, other_id: int, *, reason: str) -> None:
    """Somebody leaves the table: link and vote end with it, and the time to refill begins. Who
    leads the sessions hands over to the other chief, and what a chief has said that still waits
    for the other's word is said no more. Refused while a side votes, for a roll stands
    as it was when its poll was opened; and to who keeps the desk."""
    with ordered(seat, Action.VACATE) as order:
        other = order.room.seats.at_table().select_related("person").filter(pk=other_id).first()
        if other is None:
            raise Refused("没有这个席位。")
        if other.account_id:
            raise Refused("这个席位用账号登录，管着会务，不能登记出缺。")
        if order.room.polls.filter(state=Poll.State.OPEN).exists():
            raise Refused("正在表决，请等表决结束再登记代表出缺。")
        order.note(left=other.actor(), reason=reason)
        order.concerns = (other.pk,) if _represents(order.room, other) else ()
        RecorderWord.objects.filter(seat=other).delete()
        EndWord.objects.filter(seat=other).delete()
        _hand_over(order, other)
        leave(order, other)


def _represents(room: Room, other: Seat) -> bool:
    """Whether the place has to be filled in time: an outside expert is one of the representatives
    too (集体合同规定 23), save where the place's act has experts only advise."""
    advises = room.rules.says("experts") == ADVISERS_ONLY
    return other.capacity in DELEGATES or (other.capacity == Capacity.EXPERT and not advises)


def _hand_over(order: Order, other: Seat) -> None:
    if not other.presides:
        return
    rest = order.room.seats.at_table().exclude(pk=other.pk)
    if not rest.filter(presides=True).exists():
        rest.filter(capacity=Capacity.CHIEF).update(presides=True)


def leave(order: Order, other: Seat) -> None:
    """The seat is nobody's way in any more; what was done from it stays with it."""
    other.presides, other.left_at, other.device = False, moment.now(), ""
    other.link_serial += 1
    other.save(update_fields=["presides", "left_at", "device", "link_serial"])
    order.room.links += 1
    order.room.save(update_fields=["links"])


def remove(order: Order, other: Seat) -> None:
    """The seat goes; but one from which something was done stays, and is nobody's any more."""
    is_staff, name = other.capacity == Capacity.STAFF, other.person.name
    try:
        with transaction.atomic():
            other.delete()
    except ProtectedError:
        if is_staff:
            raise Refused("%(name)s在以前表决的名册上，不能移出。", name=name) from None
        leave(order, other)
        return
    order.room.on_roll -= is_staff
    order.room.links += 1
    order.room.save(update_fields=["links", "on_roll"])
