"""Consent: each side's own poll, each chief's word on one hash, and applause written down."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from negotiate.ballots import actions as ballots
from negotiate.ballots.actions import Paper, TooLate
from negotiate.ballots.models import Poll
from negotiate.law.refusal import Refused
from negotiate.law.words import (
    Action,
    Capacity,
    Electorate,
    Secrecy,
    Side,
    SideRule,
)
from negotiate.people.models import Seat
from negotiate.rooms.actions import accepting, bundling, counting
from negotiate.rooms.actions.concluding import close_item
from negotiate.rooms.actions.ledger import current
from negotiate.rooms.counts import as_counted, by_hands
from negotiate.rooms.models import Version
from negotiate.rooms.order import Order, ordered, record_refusal


def open_poll(
    seat: Seat,
    term_id: int,
    sides: Collection[Side],
    *,
    electorate: Electorate = Electorate.DELEGATES,
    secrecy: Secrecy = Secrecy.SECRET,
) -> None:
    """Ask the named sides about the version on the table. A chief may ask only his own.

    `electorate`: whom the worker side asks; the employer side has nobody but its delegates.
    """
    with ordered(seat, Action.OPEN_POLL, term_id) as order:
        if not order.seat.presides and set(sides) != {order.seat.of}:
            raise Refused("首席代表只能发起本方的表决。")
        version = current(order.about())
        _require_through_gate(version)
        only = sides if len(sides) == 1 else ()  # who asks a side's staff alone gets an answer
        rolls = {}
        for side in sides:
            asked = version.polls.filter(side=side, ratification=None)
            if asked.exclude(state=Poll.State.VOID).exists():
                raise Refused("%(side)s已就这个方案表决过。", side=(side.label,))
            poll = ballots.open_poll(
                room_id=order.room.pk,
                version_id=version.pk,
                side=side,
                binding=order.room.rule_of(side) is SideRule.POLL,
                electorate=electorate if side in (Side.WORKER, *only) else Electorate.DELEGATES,
                secrecy=secrecy,
            )
            rolls[side.value] = {"asked": poll.electorate, "roll": poll.roll_size}
        order.note(
            version=version.number,
            sides=[str(side) for side in sides],
            secrecy=str(secrecy),
            rolls=rolls,
        )


def vote(seat: Seat, poll_id: int, choice: str, key: str, press: int = 1) -> str:
    """Cast a ballot and return its receipt, or raise Refused."""
    (answer,) = vote_many([Paper(seat.pk, seat.link_serial, poll_id, choice, key, press)])
    if isinstance(answer, Refused):
        raise answer
    return answer


def vote_many(papers: Sequence[Paper]) -> list[str | Refused]:
    """Cast ballots that have come together; each one's receipt, or why it does not count. The act
    itself is not written to the record, which has times; only that somebody came too late is."""
    answers = ballots.cast_many(papers)
    late = {p.seat_id: a for p, a in zip(papers, answers, strict=True) if isinstance(a, TooLate)}
    if late:
        _record_late(late)
    return answers


def _record_late(late: Mapping[int, Refused]) -> None:
    """One line for each delegate, by name; one for all the staff, of whom none is named."""
    told: set[object] = set()
    for seat in Seat.objects.filter(pk__in=late).select_related("room", "person"):
        who = (seat.room_id, seat.capacity) if seat.capacity == Capacity.STAFF else seat.pk
        if who not in told:
            record_refusal(seat, Action.VOTE, late[seat.pk])
        told.add(who)


def close_poll(seat: Seat, poll_id: int) -> None:
    """Count, freeze the figures, and say whether the side's rule is met."""
    polls = Poll.objects.select_related("version", "ratification")
    poll = polls.filter(pk=poll_id, room=seat.room_id).first()
    if poll is None:
        raise Refused("没有这个表决。")
    with ordered(seat, Action.CLOSE_POLL, poll.version.term_id) as order:
        item = poll.ratification is not None
        if not item:
            _require_closable(order.seat, poll)
        counted = counting.require_confirmed(poll)
        closed = close_item(poll) if item else ballots.close_poll(poll.pk)
        if not item and closed.binding and not closed.passed:
            accepting.lapse(poll.version, Side(poll.side))
        order.note(poll=closed.pk, version=poll.version.number, **_as_closed(closed, counted))


def _require_closable(seat: Seat, poll: Poll) -> None:
    """A chief ends his own side's poll; who presides ends either. A chief who presides is the other
    side's opponent: he ends theirs only when nobody's vote is missing any more."""
    if seat.of is poll.of:
        return
    if not seat.presides:
        raise Refused("首席代表只能结束本方的表决。")
    if seat.is_chief and poll.cast < poll.voters and not by_hands(poll):
        raise Refused("%(side)s的票还没有收齐，只有%(side)s首席代表可以提前结束。",
                      side=(poll.of.label,))  # fmt: skip


def _as_closed(poll: Poll, counted: int) -> dict[str, Any]:
    """The result as the record keeps it: without figures, where they would tell who chose what.
    `counted`: how many votes were counted by hand."""
    return {
        "side": poll.side,
        "binding": poll.binding,
        "passed": bool(poll.passed),
        "verdict": "" if poll.is_few else poll.verdict,
        "roll": poll.roll_size,
        "cast": poll.yes + poll.no + poll.abstain,
        "voted": ballots.names_of_turnout(poll),
        "asked": poll.electorate,
        "secrecy": poll.secrecy,
        "list": poll.list_digest,
        "by_hand": as_counted(poll, counted),
    }


def confirm(seat: Seat, term_id: int, text_hash: str) -> None:
    """A chief's word on exactly this text. With both chiefs' words the term is agreed; in a
    package, with both chiefs' words on all of it."""
    with ordered(seat, Action.CONFIRM, term_id) as order:
        version = current(order.about())
        if version.digest != text_hash:
            raise Refused("文本刚刚改过，请看清新的文本再确认。")
        _require_through_gate(version)
        _require_own_rule(order, version)
        if version.confirmations.filter(side=order.seat.side, void=False).exists():
            raise Refused("您已确认过这份文本。")
        agreed = bundling.speak_for(order, version)
        order.note(version=version.number, digest=text_hash, agreed=agreed)


def acclaim(seat: Seat, term_id: int) -> None:
    """Applause is written down; it replaces neither chief's confirmation."""
    with ordered(seat, Action.ACCLAIM, term_id) as order:
        term = order.about()
        _require_through_gate(current(term))
        if term.acclaimed:
            raise Refused("这个条款的鼓掌已记录。")
        term.acclaimed = True
        term.save(update_fields=["acclaimed"])
        order.note(version=current(term).number)


def may_confirm(version: Version, side: Side, rule: SideRule) -> bool:
    """Whether the side's own rule is met for this version, so that its chief may speak."""
    if rule is SideRule.CHIEF:
        return True
    return version.polls.filter(
        side=side, state=Poll.State.CLOSED, binding=True, passed=True, ratification=None
    ).exists()


def _require_own_rule(order: Order, version: Version) -> None:
    side = order.seat.of
    if side is None or Capacity.CHIEF not in order.seat.capacities:
        raise Refused("只有首席代表可以确认文本。")
    if not may_confirm(version, side, order.room.rule_of(side)):
        raise Refused("本方还没有表决通过这个方案，首席代表暂不能确认。")


def _require_through_gate(version: Version) -> None:
    if version.gate == Version.Gate.PENDING:
        raise Refused("这个方案须先由主持人复核程序门槛。")
    if version.gate == Version.Gate.BARRED:
        raise Refused("这个方案减损职工权益，简易程序不能继续；请另提方案或转入普通程序。")
