"""Ratification: the draft before the congress or the staff, item by item; and what became of it."""

from collections.abc import Iterable
from typing import Any

from negotiate import moment
from negotiate.ballots import actions as ballots
from negotiate.ballots.models import Poll
from negotiate.law import ratifying
from negotiate.law.canonical import digest
from negotiate.law.refusal import Refused
from negotiate.law.words import Action, Electorate, Side, TermState
from negotiate.people.models import Seat
from negotiate.rooms.actions import congress, resolutions
from negotiate.rooms.actions.ledger import current
from negotiate.rooms.models import BoundEnterprise, Ratification, Room, Term
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


def close_item(poll: Poll) -> Poll:
    """Count it against the whole roll, inside a CLOSE_POLL; after the last item of all the draft
    has passed here, or not."""
    assert poll.ratification is not None  # noqa: S101  whose item it is
    of: Ratification = poll.ratification
    closed = ballots.close_poll(poll.pk, of.counted_by, of.present)
    agreed = Term.objects.filter(item__room=of.room_id, state=TermState.AGREED.value).count()
    voted = list(of.polls.filter(state=Poll.State.CLOSED).values_list("passed", flat=True))
    if len(voted) == agreed:
        of.state = State.PASSED if all(voted) else State.REJECTED
        of.save(update_fields=["state"])
    return closed


def conclude(seat: Seat) -> None:
    """Say what became of the draft: passed if all passed it whose word it needs; otherwise the
    items that were rejected are on the table again. Every resolution is written down."""
    with ordered(seat, Action.CONCLUDE) as order:
        all_of = list(order.room.ratifications.standing().select_related("bound"))
        _require_decided(all_of)
        passed = all(of.state == State.PASSED for of in all_of)
        for of in all_of:
            resolutions.write_down(of, order.room)
        order.refuses = not passed
        order.note(
            passed=passed,
            results=[_told(of) for of in all_of],
            reopened=[] if passed else _reopen_rejected(all_of),
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
    if of.by is Electorate.STAFF and not roll.staff().exists():
        raise Refused("还没有职工名册，请先导入名册。")
    of.roll_size, of.present = congress.figures(of)
    article = of.rule["articles"].get("attendance", "")
    ratifying.require_quorum(of.roll_size, of.present, of.counted_by, article)
    of.state, of.opened_at = State.VOTING, moment.now()
    of.save(update_fields=["roll_size", "present", "state", "opened_at"])
    names = roll.order_by("pk").values_list("person__name", "person__staff_number")
    order.note(roll_sha256=digest([list(name) for name in names]))
    return list(roll.exclude(arrived_at=None).values_list("pk", flat=True))


def _require_decided(all_of: list[Ratification]) -> None:
    if not all_of:
        raise Refused("还没有召开审议。")
    waiting = [of for of in all_of if not of.is_decided]
    if waiting and waiting[0].bound:
        raise Refused(
            "还有 %(count)s 家企业没有审议完：%(names)s。",
            count=len(waiting),
            names=tuple(of.bound.name for of in waiting if of.bound),
        )
    if waiting:
        raise Refused("还有条款没有表决，不能公布审议结果。")


def _reopen_rejected(all_of: Iterable[Ratification]) -> list[str]:
    """The titles of the terms that go back to the table, as if they had been put back there."""
    rejected = Poll.objects.filter(ratification__in=list(all_of), passed=False)
    back = Term.objects.filter(pk__in=list(rejected.values_list("version__term", flat=True)))
    back.update(state=TermState.OPEN.value, acclaimed=False)
    return list(back.values_list("title", flat=True))


def _told(of: Ratification) -> dict[str, Any]:
    """One result as the record keeps it."""
    return {
        "enterprise": of.bound.name if of.bound else "",
        "body": of.body,
        "attempt": of.attempt,
        "roll": of.roll_size,
        "present": of.present,
        "passed": of.state == State.PASSED,
        "on_paper": of.on_paper,
        "resolution": of.digest,
    }
