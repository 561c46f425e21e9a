"""The ledger of terms: what is put on the table, and what happens to a term as a whole."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Max

from negotiate.ballots import actions as ballots
from negotiate.law import terms
from negotiate.law.canonical import digest
from negotiate.law.refusal import Refused
from negotiate.law.words import Action, Effect, Procedure, TermState
from negotiate.people.models import Seat
from negotiate.rooms import past
from negotiate.rooms.actions import bundling
from negotiate.rooms.actions.noting import noted, told
from negotiate.rooms.models import AgendaItem, Term, Version, WouldAccept
from negotiate.rooms.order import ordered


def add_term(seat: Seat, *, item_id: int, title: str, kind: str) -> None:
    with ordered(seat, Action.ADD_TERM) as order:
        item = AgendaItem.objects.filter(pk=item_id, room=order.room).first()
        if item is None:
            raise Refused("没有这个议题。")
        create_term(item, title, kind)
        order.note(title=title, kind=kind)


def create_term(
    item: AgendaItem, title: str, kind: str, prefill: Mapping[str, Any] | None = None
) -> Term:
    """One more term; `prefill` is what its form opens with."""
    last = item.terms.aggregate(last=Max("position"))["last"] or 0
    given = {"title": title, "kind": kind, "prefill": dict(prefill or {})}
    return Term.objects.create(item=item, position=last + 1, **given)


def propose(
    seat: Seat, term_id: int, raw: Mapping[str, Any], *, answers: int | None = None
) -> Version:
    """Put a version on the table, as a counter to the version numbered `answers` (None: first).

    Votes and confirmations stay with the version they were given to, so a new one voids them.
    A version that moves a figure against the workers, on the table or since the last agreement,
    or that leaves a guard unshown, waits for the gate to be asked again.
    """
    with ordered(seat, Action.PROPOSE, term_id) as order:
        term = order.about()
        parent = _answered(term, answers)
        value = past.held_to_here(order.room, term.kind, raw)
        text_hash = digest({"kind": term.kind, "title": term.title, "value": value})
        # A term brought back may be proposed as it was: its old votes stay with the old version.
        if parent is not None and parent.digest == text_hash and term.is_at is TermState.PROPOSED:
            raise Refused("这个方案与现有方案完全相同。")
        comparison = terms.compare(term.kind, parent.value if parent else None, value)
        fallen = past.reductions(order.room, term.kind, value)
        worse = comparison.effect is Effect.WORSE or _worse_than_screened(term, value)
        unshown = terms.unshown(term.kind, value)
        asks = worse or fallen or unshown
        has_gate = order.room.goes_by is Procedure.SIMPLIFIED
        term.acclaimed = False
        term.save(update_fields=["acclaimed"])
        ballots.void_open(order.room.pk, term=term.pk)
        bundling.fall_with(order)
        WouldAccept.objects.filter(version__term=term).delete()
        version = Version.objects.create(
            term=term,
            number=(parent.number if parent else 0) + 1,
            seat=order.seat,
            side=order.seat.side,
            parent=parent,
            value=value,
            digest=text_hash,
            effect=comparison.effect.value,
            gate=Version.Gate.PENDING if asks and has_gate else Version.Gate.CLEAR,
        )
        order.note(**noted(version, comparison))
        if fallen:
            order.note(below_last=[told(change) for change in fallen])
        if unshown:
            order.note(not_shown=list(unshown))
        return version


def _answered(term: Term, number: int | None) -> Version | None:
    """The version on the table, which must be the one that the proposer has seen."""
    newest = term.versions.last()
    if (newest.number if newest else None) != number:
        raise Refused("刚有人提出了新方案，请先看清再提。")
    return newest


def _worse_than_screened(term: Term, value: terms.Value) -> bool:
    """Whether a figure is worse than today, where the term says what holds today, or than in the
    newest version that went through the gate: one that was barred, or not answered for yet, is no
    measure for the next."""
    screened = term.versions.filter(gate__in=[Version.Gate.CLEAR, Version.Gate.PASSED]).last()
    measures = [None, screened.value] if screened else [None]
    effects = (terms.compare(term.kind, measure, value).effect for measure in measures)
    return Effect.WORSE in effects


def rescreen(seat: Seat, term_id: int, *, reduces_rights: bool, reason: str) -> None:
    """Ask the gate again about a version that lowers a figure: does it leave anybody worse off
    than today? If it does, the simplified procedure can't carry it."""
    with ordered(seat, Action.RESCREEN, term_id) as order:
        version = current(order.about())
        if version.gate != Version.Gate.PENDING:
            raise Refused("这个方案不需要复核。")
        version.gate = Version.Gate.BARRED if reduces_rights else Version.Gate.PASSED
        version.gate_reason = reason
        version.save(update_fields=["gate", "gate_reason"])
        order.note(version=version.number, reduces_rights=reduces_rights, reason=reason)


def defer(seat: Seat, term_id: int, *, reason: str) -> None:
    with ordered(seat, Action.DEFER, term_id) as order:
        ballots.void_open(order.room.pk, term=term_id)
        bundling.fall_with(order)
        order.note(reason=reason)


def reopen(seat: Seat, term_id: int) -> None:
    """Back on the agenda, agreed or laid aside before; to be proposed and voted on anew. What was
    agreed with it in one package comes back too."""
    with ordered(seat, Action.REOPEN, term_id) as order:
        bundling.fall_with(order)


def withdraw(seat: Seat, term_id: int, *, reason: str) -> None:
    """Only the side that put the term's first version may take the term back."""
    with ordered(seat, Action.WITHDRAW, term_id) as order:
        first = order.about().versions.first()
        if first is not None and first.side != order.seat.side:
            raise Refused("这个条款由对方提出，只有对方可以撤回。")
        ballots.void_open(order.room.pk, term=term_id)
        bundling.fall_with(order)
        order.note(reason=reason)


def current(term: Term) -> Version:
    """The version on the table. Refused while there is none."""
    version = term.versions.last()
    if version is None:
        raise Refused("这个条款还没有方案。")
    return version
