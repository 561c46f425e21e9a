"""The shape of every order: lock → law → write → record, in one transaction → announce."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from django.db import transaction
from django.db.models import QuerySet
from django.dispatch import Signal

from negotiate import moment
from negotiate.law import stages
from negotiate.law.refusal import Refused
from negotiate.law.session import RESTING
from negotiate.law.words import DELEGATES, Action, Capacity, Stage
from negotiate.live import announce
from negotiate.people.models import Seat
from negotiate.record.actions import append
from negotiate.record.chain import newest
from negotiate.rooms import timing
from negotiate.rooms.act import BY_CLOCK, Act, Order
from negotiate.rooms.chiefs import require_both
from negotiate.rooms.models import Room, Term
from negotiate.rooms.recorders import require_agreed

__all__ = [
    "Order",
    "leaving",
    "ordered",
    "ordered_by_clock",
    "privately",
    "record_refusal",
    "reopened",
    "summed_up",
    "time_left",
    "time_passed",
    "took_effect",
]

# Sent inside the transaction of SUM_UP, and of RETURN: agreements draws or drops the paper with
# it. A receiver that raises Refused stops the order.
summed_up = Signal()
reopened = Signal()
# Sent inside the transaction of ESCALATE, RECALL and END_TALKS, which leave a text behind as it
# stands. A receiver that raises Refused stops the order.
leaving = Signal()
# Sent inside the transaction of TAKE_EFFECT with `room` and `day`, the first on which it holds.
took_effect = Signal()
# Sent whenever time is kept, in a transaction of its own: days go by for what no room made, too.
time_passed = Signal()
# Sent when all that time brings is done, outside of any transaction: for what may take a while.
# What a receiver raises is logged, and keeps no other waiting.
time_left = Signal()

# Refusals of these acts are acts themselves: somebody confirmed or signed another text.
WORTH_RECORDING: Final = frozenset({Action.CONFIRM, Action.SIGN})

# What only they may do, they do in the meeting, if there is one: whoever has not checked in is not
# there.
SPEAKERS: Final = frozenset(DELEGATES)


@contextmanager
def ordered(seat: Seat, action: Action, term_id: int | None = None) -> Iterator[Order]:
    """Run the body as one act of `seat`. Raises Refused, and then nothing has happened."""
    try:
        with transaction.atomic():
            locked = Room.objects.select_for_update(of=("self",))
            order = _let_through(seat, action, term_id, locked)
            announce.news(order.room.pk)  # before anything else that waits for the commit
            yield order
            _done(order)
    except Refused as refusal:
        if action in WORTH_RECORDING:
            record_refusal(seat, action, refusal)
        raise


@contextmanager
def ordered_by_clock(room_id: int, action: Action) -> Iterator[Act]:
    """Run the body as what follows from a time that has run out. Raises Refused."""
    with transaction.atomic():
        rooms = Room.objects.select_for_update(of=("self",)).select_related("book", "enterprise")
        room = rooms.get(pk=room_id)
        rule = stages.check(room.goes_by, action, (Capacity.CLOCK,), room.is_at)
        act = Act(room=room, rule=rule, actor=BY_CLOCK)
        announce.news(room.pk)
        yield act
        _done(act)


@contextmanager
def privately(seat: Seat, action: Action, term_id: int | None = None) -> Iterator[Order]:
    """Run the body as what a side, or a chief, does by itself: under the same law, but nothing is
    locked for which others wait, nothing is written down and nobody is told. Raises Refused."""
    with transaction.atomic():
        yield _let_through(seat, action, term_id, Room.objects.all())


def record_refusal(seat: Seat, action: Action, refusal: Refused) -> None:
    """That somebody entitled tried in vain, and what was answered. Changes nothing else, and the
    same again in a row is written once: nobody fills the record by pressing a button."""
    if stages.who(seat.room.goes_by, action).isdisjoint(seat.capacities):
        return
    facts = {"order": action.value, "why": str(refusal)}
    actor = seat.actor()
    if seat.capacity == Capacity.STAFF:  # one of thousands: the record names none of them
        actor |= {"seat": 0, "name": Capacity.STAFF.label}
    with transaction.atomic():
        last = newest(seat.room.book_id)
        if last is not None and (last["actor"], last["data"]) == (actor, facts):
            return
        append(seat.room.book_id, "refused", actor, facts)
        announce.news(seat.room_id)


def _let_through(seat: Seat, action: Action, term_id: int | None, rooms: QuerySet[Room]) -> Order:
    room = rooms.select_related("book", "enterprise").get(pk=seat.room_id)
    now = Seat.objects.select_related("person").filter(pk=seat.pk, room=room).first()
    if now is None or now.link_serial != seat.link_serial:
        raise Refused("您已不在这个会场的席位上。")
    term = None
    if term_id is not None:
        term = Term.objects.filter(pk=term_id, item__room=room).first()
        if term is None:
            raise Refused("没有这个条款。")
    state = term.is_at if term else None
    rule = stages.check(room.goes_by, action, now.capacities, room.is_at, state)
    meets = stages.allows(room.goes_by, Action.CHECK_IN_SELF, now.capacities, room.is_at)
    if rule.who <= SPEAKERS and meets and now.arrived_at is None:
        raise Refused("请先签到，再办这件事。")
    require_both(room, action)
    require_agreed(room, now, rule)
    if action in RESTING and room.confers:
        raise Refused("正在休会商议，时间到了或者商议结束以后再办：%(act)s。", act=(action.label,))
    return Order(room=room, seat=now, actor=now.actor(), rule=rule, term=term)


def _done(act: Act) -> None:
    """Moved on, written down, its clocks started and met, its consequences drawn."""
    _follow(act)
    about = {"term": act.term.pk, "title": act.term.title} if act.term else {}
    entry = append(act.room.book_id, act.rule.action, act.actor, {**about, **act.facts})
    timing.follow(act, entry.number)
    for consequence in act.consequences:
        consequence()


def _clear_floor(room: Room) -> None:
    """When a session breaks off nobody speaks; who still wants to asks again in the next."""
    if room.has_turns and room.is_at is Stage.IN_SESSION:
        room.turns.filter(ended_at=None).update(ended_at=moment.now())


def _follow(order: Act) -> None:
    """The row of the table says where room and term go next."""
    rule, room = order.rule, order.room
    leads_to = rule.otherwise if order.refuses else rule.leads_to
    if leads_to is not None and not order.stays:
        _clear_floor(room)
        room.stage = leads_to.value
        room.procedure = rule.into.value if rule.into else room.procedure
        room.save(update_fields=["stage", "procedure"])
        order.note(stage=room.stage)
    if order.rule.term_to is not None and order.term is not None:
        order.term.state = order.rule.term_to.value
        order.term.save(update_fields=["state"])
