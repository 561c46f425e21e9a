"""The signed contract before the authority, and then before everybody: filed, received, objected to
or in effect, published. Days are those on which it happened: never later than today."""

from collections.abc import Collection
from datetime import date
from typing import Any

from negotiate import moment
from negotiate.clocks.actions import set_day
from negotiate.law import clocks
from negotiate.law.enclosed import Enclosure, required
from negotiate.law.refusal import N_, Refused
from negotiate.law.words import Action, ClockKind, Scope, TermState
from negotiate.people.models import Seat
from negotiate.rooms.actions import bundling
from negotiate.rooms.models import Draft, Filing, Objection, Publication, Room, Term
from negotiate.rooms.order import ordered


def file(
    seat: Seat, *, filed_on: date, authority: str, copies: int, enclosed: Collection[Enclosure]
) -> None:
    """Say that the contract has been handed in, when, to whom, and with what."""
    with ordered(seat, Action.FILE) as order:
        draft = signed_draft(order.room)
        _require_day(filed_on, draft.signed_on, N_("报送日期不能早于签订日期。"))
        _require_pack(order.room, copies, enclosed)
        Filing.objects.create(
            draft=draft,
            filed_on=filed_on,
            authority=authority,
            copies=copies,
            enclosed=[one.value for one in Enclosure if one in enclosed],
        )
        order.since = filed_on
        order.note(
            filed_on=filed_on.isoformat(),
            authority=authority,
            copies=copies,
            enclosed=[one.value for one in Enclosure if one in enclosed],
        )


def acknowledge(seat: Seat, *, received_on: date, receipt: str) -> None:
    """The day on which the authority received it: the time for objections runs from there."""
    with ordered(seat, Action.ACKNOWLEDGE) as order:
        filing = filing_of(order.room)
        if filing.received_on is not None:
            raise Refused("已经登记过收件日期：%(day)s。", day=filing.received_on.isoformat())
        _require_day(received_on, filing.filed_on, N_("收件日期不能早于报送日期。"))
        filing.received_on, filing.receipt = received_on, receipt
        filing.save(update_fields=["received_on", "receipt"])
        order.since = received_on
        order.note(received_on=received_on.isoformat(), receipt=receipt)


def object_to(seat: Seat, *, objected_on: date, text: str, terms: Collection[int]) -> None:
    """What the authority objects to, and to which terms. Only within its time."""
    with ordered(seat, Action.OBJECT) as order:
        filing = filing_of(order.room)
        if filing.received_on is None:
            raise Refused("请先登记人社部门收到文本的日期。")
        _require_day(objected_on, filing.received_on, N_("异议日期不能早于收件日期。"))
        _require_in_time(order.room, filing.received_on, objected_on)
        agreed = Term.objects.filter(item__room=order.room, state=TermState.AGREED, pk__in=terms)
        if not terms or agreed.count() != len(set(terms)):
            raise Refused("请勾选有异议的条款。")
        objection = Objection.objects.create(filing=filing, objected_on=objected_on, text=text)
        objection.terms.set(agreed)
        filing.draft.effective_on = (
            None  # had it begun to hold before the objection was written down
        )
        filing.draft.save(update_fields=["effective_on"])
        order.room.end_words.all().delete()  # said of this text, and not of the next one
        order.note(
            objected_on=objected_on.isoformat(),
            text=text,
            terms=[term.title for term in agreed],
        )


def answer_objection(seat: Seat) -> None:
    """Back to the table with the terms objected to. What was signed is kept as it is."""
    with ordered(seat, Action.ANSWER_OBJECTION) as order:
        objection = Objection.objects.filter(filing__draft__room=order.room).latest("pk")
        order.note(reopened=bundling.put_back(order, list(objection.terms.all())))


def publish(seat: Seat, *, published_on: date, place: str) -> None:
    """Say where all workers can read the contract, and since when."""
    with ordered(seat, Action.PUBLISH) as order:
        draft = signed_draft(order.room)
        _require_day(published_on, draft.effective_on, N_("公布日期不能早于生效日期。"))
        Publication.objects.create(draft=draft, published_on=published_on, place=place)
        order.since = published_on
        order.note(published_on=published_on.isoformat(), place=place)


def on_effect(room: Room, day: date, **_: Any) -> None:
    """The contract holds from this day on until its own last one. Called within TAKE_EFFECT."""
    draft = signed_draft(room)
    draft.effective_on = day
    draft.save(update_fields=["effective_on"])
    limit = room.rules.of("term_years_max")
    article, verified = (limit.article, limit.verified) if limit else ("", True)
    set_day(room, ClockKind.EXPIRY, draft.ends_on, article=article, verified=verified)


def signed_draft(room: Room) -> Draft:
    """The newest text, which both chiefs have signed. Refused if there is none."""
    draft = room.drafts.exclude(signed_on=None).last()
    if draft is None:
        raise Refused("还没有签订的合同。")
    return draft


def filing_of(room: Room) -> Filing:
    """How the newest text was filed. Refused if it was not."""
    filing = Filing.objects.filter(draft=signed_draft(room)).select_for_update().first()
    if filing is None:
        raise Refused("还没有报送。")
    return filing


def copies_of(room: Room) -> int:
    """How many copies of the contract the place wants."""
    return int(room.rules.says("copies") or 1)


def pack_of(room: Room) -> tuple[Enclosure, ...]:
    """What has to be filed."""
    return required(binds_many=room.enterprise.scope != Scope.ENTERPRISE)


def _require_pack(room: Room, copies: int, enclosed: Collection[Enclosure]) -> None:
    if copies < copies_of(room):
        rule = room.rules.of("copies")
        raise Refused(
            "合同文本至少要报送 %(copies)s 份（%(article)s）。",
            copies=copies_of(room),
            article=rule.article if rule else "",
        )
    lacking = [one.label for one in pack_of(room) if one not in enclosed]
    if lacking:
        raise Refused("报送材料还缺：%(papers)s。", papers=tuple(lacking))


def _require_day(day: date, earliest: date | None, too_early: str) -> None:
    if day > moment.today():
        raise Refused(N_("日期不能晚于今天。"))
    if earliest is not None and day < earliest:
        raise Refused(too_early)


def _require_in_time(room: Room, received_on: date, day: date) -> None:
    time = room.rules.duration(ClockKind.EFFECT, room.contract)
    last = clocks.due(received_on, time).day if time else day
    if time and day > last:
        raise Refused(
            "审查异议期到 %(day)s 为止，过期的异议不能登记（%(article)s）。",
            day=last.isoformat(),
            article=time.article,
        )
