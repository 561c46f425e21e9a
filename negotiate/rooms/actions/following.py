"""What follows a contract in force: amended or renewed by a negotiation of its own, or ended by
both sides before its day."""

from datetime import date, timedelta
from typing import Any, Final

from negotiate import moment
from negotiate.law import gate, lasting
from negotiate.law.refusal import N_, Refused
from negotiate.law.words import Action, ClockKind, Side, Stage, TermState
from negotiate.matters import actions as matters
from negotiate.matters.models import Matter
from negotiate.people.models import Seat
from negotiate.rooms.actions.filing import signed_draft
from negotiate.rooms.actions.ledger import create_term
from negotiate.rooms.models import AgendaItem, EndWord, FollowUp, Room, Term, Version
from negotiate.rooms.order import Order, ordered

TITLES: Final = {Action.AMEND: "变更：", Action.RENEW: "续订："}
LONGEST: Final = 60
"""Characters of a matter's title."""
ANSWERED_IN: Final = 90
"""Days for whoever answers for the matter."""
OVER: Final = (Stage.ENDED, Stage.TERMINATED, Stage.SUPERSEDED, Stage.EXPIRED)


def amend(seat: Seat, *, reason: str) -> Matter:
    """Ask to have the contract changed while it holds."""
    with ordered(seat, Action.AMEND) as order:
        return _follow_up(order, Action.AMEND, reason)


def renew(seat: Seat, *, reason: str) -> Matter:
    """Ask for the next contract. Refused before the time that the place gives for it."""
    with ordered(seat, Action.RENEW) as order:
        ends_on = signed_draft(order.room).ends_on
        _require_window(order.room, ends_on)
        return _follow_up(order, Action.RENEW, reason)


def end_by_agreement(seat: Seat, *, reason: str) -> None:
    """A chief's word that the contract shall end now. It takes both."""
    with ordered(seat, Action.TERMINATE) as order:
        words = EndWord.objects.filter(room=order.room)
        if words.filter(side=order.seat.side).exists():
            raise Refused("您已同意终止，等对方首席代表同意。")
        EndWord.objects.create(
            room=order.room,
            side=order.seat.side,
            seat=order.seat,
            reason=reason,
            at=moment.now(),
        )
        order.stays = words.count() < len(Side)
        order.note(reason=reason, both=not order.stays)


def take_back_end(seat: Seat) -> None:
    """A chief's own word to end the contract is withdrawn, as long as it is the only one."""
    with ordered(seat, Action.TAKE_BACK_END) as order:
        gone, _ = EndWord.objects.filter(room=order.room, seat=order.seat).delete()
        if not gone:
            raise Refused("您没有同意过终止。")


def under_way(room: Room) -> FollowUp | None:
    """The change or renewal that is already asked for, not given up and not over."""
    for each in room.follow_ups.select_related("matter__agenda_item__room"):
        item = AgendaItem.objects.filter(matter=each.matter).select_related("room").first()
        if item is None or item.room.is_at not in OVER:
            return each
    return None


def followed(matter: Matter) -> FollowUp | None:
    """The follow-up that this matter is, if it is one."""
    return FollowUp.objects.filter(matter=matter).select_related("room__book").first()


def take_over(follow_up: FollowUp, seat: Seat) -> dict[str, Any]:
    """Put the terms of the contract before on the agenda of this seat's room, each with its text as
    a first version to start from. Returns what the record shall say of it."""
    room, before = seat.room, follow_up.room
    room.follows, room.contract = before, before.contract
    room.save(update_fields=["follows", "contract"])
    held = Term.objects.filter(item__room=before, state=TermState.AGREED)
    item = room.agenda.all()[0]
    copies = [_copy(item, term, seat, Side(follow_up.side)) for term in held]
    return {
        "follows": before.pk,
        "book": before.book.head,
        "terms": [copy.digest for copy in copies],
    }


def _copy(item: AgendaItem, term: Term, seat: Seat, side: Side) -> Version:
    held = term.versions.latest("number")
    return Version.objects.create(
        term=create_term(item, term.title, term.kind),
        number=1,
        seat=seat,
        side=side.value,
        value=held.value,
        digest=held.digest,
        effect=held.effect,
        gate=Version.Gate.CLEAR,
    )


def _follow_up(order: Order, action: Action, reason: str) -> Matter:
    """A matter for the ordinary procedure, raised by this chief and kept by the desk's account."""
    if under_way(order.room) is not None:
        raise Refused("已经提出过变更或者续订，请先办完那一次。")
    desk = order.room.seats.exclude(account=None).select_related("account").first()
    if desk is None or desk.account is None:
        raise Refused("这个会场没有会务账号，不能提出新的议题。")
    old = order.room.agenda.all()[0].matter
    matter = matters.raise_matter(
        desk.account,
        title=_title(action, order.room.title),
        kind=old.kind,
        raised_by=order.seat.person.name,
        raised_side=Side(order.seat.side),
        owner=old.owner,
        due=_due(),
        summary=reason,
    )
    answers = gate.Answers(contract=True, reduces_rights=False)
    matters.screen(desk.account, matter.pk, answers, answered_by=order.seat.person.name)
    FollowUp.objects.create(
        room=order.room,
        matter=matter,
        kind=action.value,
        side=order.seat.side,
        reason=reason,
        on=moment.today(),
    )
    order.note(reason=reason, matter=matter.pk)
    matter.refresh_from_db()  # screening has moved it on
    return matter


def _title(action: Action, before: str) -> str:
    """The subject of the contract before, without what an earlier follow-up has put before it."""
    for prefix in TITLES.values():
        before = before.removeprefix(prefix)
    return f"{TITLES[action]}{before}"[:LONGEST]


def _require_window(room: Room, ends_on: date) -> None:
    opens = lasting.renewal_opens(room.rules, room.contract, ends_on)
    rule = room.rules.duration(ClockKind.RENEWAL, room.contract)
    if opens is not None and moment.today() < opens:
        raise Refused(
            N_("合同 %(ends)s 到期，从 %(opens)s 起才能提出续订（%(article)s）。"),
            ends=ends_on.isoformat(),
            opens=opens.isoformat(),
            article=rule.article if rule else "",
        )


def _due() -> date:
    return moment.today() + timedelta(days=ANSWERED_IN)
