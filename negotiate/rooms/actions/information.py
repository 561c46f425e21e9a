"""What one side asks of the other, in a session or before it; and the answer, at once or by a day
that is promised."""

from datetime import date
from typing import Final

from negotiate import moment
from negotiate.clocks.actions import meet, set_day
from negotiate.law import information as law
from negotiate.law import stages
from negotiate.law.refusal import Refused
from negotiate.law.words import Action, Capacity, ClockKind
from negotiate.people.models import Seat
from negotiate.rooms.models import InformationRequest, Offer, Room
from negotiate.rooms.order import Order, ordered

MOST: Final = 20
"""Questions of one side that wait for an answer: each is drawn at every event."""


def request(seat: Seat, *, question: str, due: date) -> InformationRequest:
    with ordered(seat, Action.REQUEST_INFORMATION) as order:
        law.require_day_ahead(due, moment.today())
        waiting = order.room.requests.filter(side=order.seat.side, answered_at=None).count()
        if waiting >= MOST:
            raise Refused("本方有 %(most)s 项询问还没有答复，请等对方答复以后再问。", most=MOST)
        asked = put(order.room, order.seat, question, due)
        order.note(request=asked.pk, question=question, due=due.isoformat())
        return asked


def put(room: Room, seat: Seat, question: str, due: date) -> InformationRequest:
    """What this seat's side waits for from now on, with its clock. In the body of an act: a
    question across the table, or an offer that is accepted."""
    asked = InformationRequest.objects.create(
        room=room, seat=seat, side=seat.side, question=question, due=due
    )
    article = stages.rows(room.goes_by, Action.REQUEST_INFORMATION)[0].article
    set_day(room, ClockKind.ANSWER, due, asked.pk, article)
    if not room.has_requests:
        room.has_requests = True
        room.save(update_fields=["has_requests"])
    return asked


def owe_materials(order: Order, offer: Offer) -> None:
    """What the offer asks for, the side that accepts it owes: by the day that the offer names, or
    today if that has passed; and it may promise another."""
    asks = order.room.seats.at_table().get(capacity=Capacity.CHIEF, side=offer.side)
    due = max(offer.materials_due or moment.day_of(offer.at), moment.today())
    asked = put(order.room, asks, offer.materials, due)
    order.note(request=asked.pk, question=offer.materials, due=due.isoformat())


def promise(seat: Seat, request_id: int, *, day: date) -> None:
    """Say by when it will be answered; once."""
    with ordered(seat, Action.ANSWER_INFORMATION) as order:
        asked = _asked(order, request_id)
        if asked.promised_for is not None:
            raise Refused("已经承诺过答复的日期了，请直接答复。")
        law.require_day_ahead(day, moment.today())
        asked.promised_for = day
        asked.save(update_fields=["promised_for"])
        set_day(order.room, ClockKind.ANSWER, day, asked.pk, order.rule.article)
        order.note(request=asked.pk, question=asked.question, promised_for=day.isoformat())


def answer(seat: Seat, request_id: int, *, text: str) -> None:
    with ordered(seat, Action.ANSWER_INFORMATION) as order:
        asked = _asked(order, request_id)
        asked.answer, asked.answered_by, asked.answered_at = text, order.seat, moment.now()
        asked.save(update_fields=["answer", "answered_by", "answered_at"])
        meet(order.room, {ClockKind.ANSWER}, [asked.pk])
        today = moment.today()
        late = law.standing(asked.due, asked.promised_for, today, today).late
        order.note(request=asked.pk, question=asked.question, answer=text, late=late)


def _asked(order: Order, request_id: int) -> InformationRequest:
    """A question that waits for this seat's side."""
    asked = order.room.requests.filter(pk=request_id).first()
    if asked is None:
        raise Refused("没有这项询问。")
    if asked.side == order.seat.side:
        raise Refused("这是本方提出的，由对方答复。")
    if asked.answered_at is not None:
        raise Refused("这项询问已经答复过了。")
    return asked
