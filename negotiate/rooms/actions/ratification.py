"""Ratification: the draft before the congress or the staff, item by item; and what became of it."""

from negotiate import moment
from negotiate.ballots import actions as ballots
from negotiate.law import ratifying
from negotiate.law.refusal import Refused
from negotiate.law.words import Action, Electorate, Side
from negotiate.people.models import Seat
from negotiate.rooms.actions import congress
from negotiate.rooms.actions.ledger import current
from negotiate.rooms.models import BoundEnterprise, Ratification, Room
from negotiate.rooms.order import Order, ordered

State = Ratification.State


def open_ratification(seat: Seat, body: Electorate, *, each: bool = False) -> None:
    """Call the congress or the whole staff together; `each`: of every bound enterprise by itself.
    Who has come is asked anew."""
    with ordered(seat, Action.OPEN_RATIFICATION) as order:
        room = order.room
        if room.ratifications.standing().exists():
            raise Refused("审议已经召开了。")
        bound: list[BoundEnterprise | None] = [*room.bound.all()] if each else [None]
        if not bound:
            raise Refused("这次协商没有登记受约束的企业，不能逐家审议。")
        for enterprise in bound:
            of = _call(room, body, enterprise)
        congress.ask_anew(congress.workers(room))
        order.note(body=of.body, rule=of.rule, enterprises=[one.name for one in bound if one])


def call_again(seat: Seat, ratification_id: int, body: Electorate) -> None:
    """Too few have come: the same draft is put to them another time. What it came to is kept."""
    with ordered(seat, Action.OPEN_RATIFICATION) as order:
        of = congress.standing(order.room, ratification_id)
        if of.state != State.GATHERING:
            raise Refused("已经开始逐项表决，不能改期。")
        of.roll_size, of.present = congress.figures(of)
        of.state = State.VOID
        of.save(update_fields=["roll_size", "present", "state"])
        again = _call(order.room, body, of.bound)
        congress.ask_anew(congress.workers(order.room, of.bound_id))
        order.note(
            body=again.body,
            attempt=again.attempt,
            enterprises=[of.bound.name] if of.bound else [],
            had_come=of.present,
            of_roll=of.roll_size,
        )


def open_item(seat: Seat, ratification_id: int, term_id: int) -> None:
    """Put one agreed term to the vote, in secret. The first freezes the roll and who has come of
    it, and is refused while they are too few; who comes later has no vote in this attempt."""
    with ordered(seat, Action.OPEN_ITEM, term_id) as order:
        of = congress.standing(order.room, ratification_id)
        if of.is_decided:
            raise Refused("这次审议已经有了结果。")
        version = current(order.about())
        if of.polls.filter(version=version).exists():
            raise Refused("这一条已经表决过了。")
        voters = _freeze(order, of) if of.state == State.GATHERING else congress.voters_before(of)
        poll = ballots.open_poll(
            room_id=order.room.pk,
            version_id=version.pk,
            side=Side.WORKER,
            binding=True,
            electorate=of.by,
            ratification_id=of.pk,
            voters=voters,
            roll_size=of.roll_size,
        )
        order.note(
            poll=poll.pk,
            version=version.number,
            digest=version.digest,
            body=of.body,
            roll=of.roll_size,
            present=of.present,
            enterprise=of.bound.name if of.bound else "",
        )


def _call(room: Room, body: Electorate, bound: BoundEnterprise | None) -> Ratification:
    before = room.ratifications.filter(bound=bound).count()
    return Ratification.objects.create(
        room=room,
        bound=bound,
        attempt=before + 1,
        body=body.value,
        rule=congress.frozen_rule(room.rules),
        called_at=moment.now(),
    )


def _freeze(order: Order, of: Ratification) -> list[int]:
    """Roll and attendance as they are now; those who have a vote from now on."""
    roll = congress.on_roll(of)
    if of.by is Electorate.STAFF and not congress.is_enrolled(roll, of.by):
        raise Refused("还没有职工名册，请先导入名册。")
    of.roll_size, of.present = congress.figures(of)
    article = of.rule["articles"].get("attendance", "")
    ratifying.require_quorum(of.roll_size, of.present, of.counted_by, article)
    of.state, of.opened_at = State.VOTING, moment.now()
    of.roll_digest = congress.roll_digest(roll)
    of.save(update_fields=["roll_size", "roll_digest", "present", "state", "opened_at"])
    order.note(roll_sha256=of.roll_digest)
    return list(roll.exclude(arrived_at=None).values_list("pk", flat=True))
