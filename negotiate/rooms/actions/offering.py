"""The offer, its receipt and the reply to it (domain.md §5: 要约书, 应约书)."""

from dataclasses import dataclass
from datetime import date, datetime

from negotiate import moment
from negotiate.law.refusal import N_, Refused
from negotiate.law.words import Action, Side
from negotiate.people.models import Seat
from negotiate.rooms.actions import information
from negotiate.rooms.models import Offer, Reply, Room
from negotiate.rooms.order import Order, ordered


@dataclass(frozen=True, slots=True)
class Proposal:
    """What an offer says, besides its matters. `materials`: what is asked for, by `materials_due`;
    `representatives`: how many each side is to have."""

    purpose: str
    basis: str
    at: datetime
    place: str
    representatives: int
    materials: str = ""
    materials_due: date | None = None


def make_offer(seat: Seat, proposal: Proposal) -> Offer:
    """Send the offer, or after a refusal the next one. Refused to the chief of the other side, and
    for a time that has passed or more than each side may have."""
    with ordered(seat, Action.OFFER) as order:
        _require_side(order, Side(order.room.offered_by), N_("这次协商由%(side)s发出要约。"))
        _require_sound(order.room, proposal)
        offer = Offer.objects.create(
            room=order.room,
            number=order.room.offers.count() + 1,
            side=order.room.offered_by,
            matters=matters_of(order.room),
            purpose=proposal.purpose,
            basis=proposal.basis,
            at=proposal.at,
            place=proposal.place,
            representatives=proposal.representatives,
            materials=proposal.materials,
            materials_due=proposal.materials_due,
            sent_at=moment.now(),
            sent_by=order.seat.person.name,
        )
        order.note(**_told(offer))
        return offer


def receive(seat: Seat) -> None:
    """The other side's chief signs for the offer: the time for the reply begins."""
    with ordered(seat, Action.RECEIVE) as order:
        offer = newest(order.room)
        _require_side(order, offer.of.other, N_("要约由%(side)s首席代表签收。"))
        _write_receipt(order, offer, moment.now(), order.seat.person.name, "")


def record_receipt(seat: Seat, *, at: datetime, by: str, how: str) -> None:
    """The desk writes down that the offer was delivered on paper: when, to whom, and how. Refused
    for a time that is still to come, or before the offer was sent."""
    with ordered(seat, Action.RECEIVE) as order:
        if not order.seat.keeps_desk:
            raise Refused("纸质送达由会务登记。")
        offer = newest(order.room)
        if at > moment.now():
            raise Refused("送达时间不能晚于现在。")
        if at < offer.sent_at.replace(second=0, microsecond=0):
            raise Refused("送达时间不能早于发出要约的时间。")
        order.since = moment.day_of(at)
        _write_receipt(order, offer, at, by, how)


def respond(seat: Seat, reply: Reply, answer: str = "") -> None:
    """The other side's reply: agreed, agreed with other wishes, or refused with a reason. Whoever
    replies has received it."""
    with ordered(seat, Action.RESPOND) as order:
        offer = newest(order.room)
        _require_side(order, offer.of.other, N_("要约由%(side)s首席代表答复。"))
        if reply is Reply.REFUSE and not answer:
            raise Refused("不同意协商，要写明理由：没有正当理由不得拒绝（%(article)s）。",
                          article=article_of_reply(order.room, order.rule.article))  # fmt: skip
        if reply is Reply.CHANGES and not answer:
            raise Refused("请写明有哪些不同意见。")
        if offer.received_at is None:
            offer.received_at, offer.received_by = moment.now(), order.seat.person.name
        offer.reply, offer.answer = reply.value, answer
        offer.answered_at, offer.answered_by = moment.now(), order.seat.person.name
        offer.save()
        order.refuses = reply is Reply.REFUSE
        order.note(offer=offer.number, reply=reply.value, answer=answer)
        if offer.materials and not order.refuses:
            information.owe_materials(order, offer)


def withdraw_offer(seat: Seat, *, reason: str) -> None:
    """The side that offered wants no talks any more."""
    with ordered(seat, Action.WITHDRAW_OFFER) as order:
        _require_side(order, Side(order.room.offered_by), N_("要约由%(side)s撤回。"))
        end(order, reason)


def end(order: Order, reason: str) -> None:
    """Why these talks came to nothing stays on their page."""
    order.room.ended_because = reason
    order.room.save(update_fields=["ended_because"])
    order.note(reason=reason)


def newest(room: Room) -> Offer:
    """The offer that counts. Only a room at or past OFFERED has one."""
    return room.offers.order_by("-number")[0]


def matters_of(room: Room) -> list[str]:
    """What an offer of this room is about: the titles of all its matters, in their order."""
    return [item.matter.title for item in room.agenda.select_related("matter")]


def article_of_reply(room: Room, otherwise: str) -> str:
    """Where the place's act speaks of replies; else the article of the national rules."""
    value = room.rules.of("reply")
    return value.article if value and value.article else otherwise


def _require_side(order: Order, side: Side, sentence: str) -> None:
    if not order.seat.is_chief or order.seat.of is not side:
        raise Refused(sentence, side=(side.label,))


def _require_sound(room: Room, proposal: Proposal) -> None:
    if proposal.at <= moment.now():
        raise Refused("协商时间应晚于现在。")
    if proposal.materials_due and proposal.materials_due < moment.today():
        raise Refused("提供资料的日期已经过去了。")
    least, most = room.rules.of("representatives_min"), room.rules.of("representatives_max")
    if least and proposal.representatives < int(str(least.value)):
        raise Refused("每方代表不少于 %(least)s 人（%(article)s）。",
                      least=str(least.value), article=least.article)  # fmt: skip
    if most and proposal.representatives > int(str(most.value)):
        raise Refused("每方代表不多于 %(most)s 人（%(article)s）。",
                      most=str(most.value), article=most.article)  # fmt: skip


def _write_receipt(order: Order, offer: Offer, at: datetime, by: str, how: str) -> None:
    if offer.received_at is not None:
        raise Refused("这份要约已经签收了。")
    offer.received_at, offer.received_by, offer.received_how = at, by, how
    offer.save(update_fields=["received_at", "received_by", "received_how"])
    order.note(offer=offer.number, at=at.isoformat(), by=by, how=how)


def _told(offer: Offer) -> dict[str, str | int | list[str]]:
    """The whole offer, as the record keeps it."""
    return {
        "offer": offer.number,
        "side": offer.side,
        "matters": list(offer.matters),
        "purpose": offer.purpose,
        "basis": offer.basis,
        "at": offer.at.isoformat(),
        "place": offer.place,
        "representatives": offer.representatives,
        "materials": offer.materials,
        "materials_due": offer.materials_due.isoformat() if offer.materials_due else "",
    }
