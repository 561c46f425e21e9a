"""Templates of terms: made from a meeting's terms in one press, changed, and laid out in a room."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.db import transaction

from negotiate.law import terms
from negotiate.law.refusal import Refused
from negotiate.law.terms import history
from negotiate.law.words import TermState
from negotiate.matters.models import TermTemplate
from negotiate.people.models import Account, Enterprise
from negotiate.record.actions import append, open_book
from negotiate.rooms import past
from negotiate.rooms.actions.ledger import create_term
from negotiate.rooms.models import AgendaItem, Room, Term

MAKE, RENAME, FILL, DROP, RETIRE = (
    "make_template", "rename_template", "fill_template", "drop_from_template", "retire_template"
)  # fmt: skip
Entries = list[dict[str, Any]]


def make(account: Account, room_id: int) -> TermTemplate:
    """A template of the account's office from the terms of a meeting. A federation, which looks on
    from outside, is given the figures of what was agreed and signed, and none from the table."""
    if account.enterprise is None and account.federation is None:
        raise Refused("只有企业工会和上级工会可以做条款模板。")
    item = (
        AgendaItem.objects.select_related("matter", "room")
        .filter(room=room_id, room__enterprise__in=account.enterprises())
        .first()
    )
    if item is None:
        raise Refused("没有这次会议。")
    with transaction.atomic():
        template = TermTemplate.objects.create(
            name=item.room.title,
            kind=item.matter.kind,
            enterprise=account.enterprise,
            federation=account.federation,
            terms=[
                _entry(term, told=account.enterprise is not None or _is_known(item.room, term))
                for term in Term.objects.filter(item__room=room_id)
            ],
            book=open_book(),
            made_by=account,
        )
        _record(template, account, MAKE, {"room": room_id, "terms": template.terms})
        return template


def _is_known(room: Room, term: Term) -> bool:
    return room.is_at in past.SETTLED and term.is_at is TermState.AGREED


def _entry(term: Term, *, told: bool) -> dict[str, Any]:
    """A term's title and kind, and what its newest version, if it may be `told`, leaves for the
    next time."""
    newest = term.versions.last()
    if not told:
        return {"title": term.title, "kind": term.kind, "value": {}}
    if newest is None:
        return {"title": term.title, "kind": term.kind, "value": term.prefill}
    value = terms.completed(term.kind, newest.value)
    left = history.carried(terms.kind(term.kind), value)
    return {"title": term.title, "kind": term.kind, "value": left}


def rename(account: Account, template_id: int, name: str, titles: Sequence[str]) -> None:
    """Another name for the template, and for each of its terms."""

    def change(entries: Entries, template: TermTemplate) -> Entries:
        if len(titles) != len(entries):
            raise Refused("模板刚刚改过，请重新打开再改。")
        template.name = name
        return [{**entry, "title": t} for entry, t in zip(entries, titles, strict=True)]

    _change(account, template_id, RENAME, change)


def fill(account: Account, template_id: int, place: int, raw: Mapping[str, Any]) -> None:
    """What the form of the term at this place (from 0) opens with; gaps stay gaps."""

    def change(entries: Entries, template: TermTemplate) -> Entries:
        entry = _at(entries, place)
        entry["value"] = terms.partly(entry["kind"], raw)
        return entries

    _change(account, template_id, FILL, change)


def drop(account: Account, template_id: int, place: int) -> None:
    """Leave the term at this place (from 0) out."""

    def change(entries: Entries, template: TermTemplate) -> Entries:
        entry = _at(entries, place)
        if len(entries) == 1:
            raise Refused("模板至少要有一个条款；不用这个模板，请停用。")
        return [each for each in entries if each is not entry]

    _change(account, template_id, DROP, change)


def retire(account: Account, template_id: int) -> None:
    """Offer it no more; the meetings that began with it stay as they are."""

    def change(entries: Entries, template: TermTemplate) -> Entries:
        template.retired = True
        return entries

    _change(account, template_id, RETIRE, change)


def _at(entries: Entries, place: int) -> dict[str, Any]:
    if not 0 <= place < len(entries):
        raise Refused("模板刚刚改过，请重新打开再改。")
    return entries[place]


def _change(
    account: Account,
    template_id: int,
    act: str,
    change: Callable[[Entries, TermTemplate], Entries],
) -> None:
    """Do it to a template of the account's own office, and write down who did."""
    with transaction.atomic():
        own = TermTemplate.objects.of_office(account).select_for_update()
        template = own.filter(pk=template_id, retired=False).first()
        if template is None:
            raise Refused("没有这个条款模板。")
        template.terms = change(template.terms, template)
        template.save(update_fields=["name", "terms", "retired"])
        _record(template, account, act, {"name": template.name, "terms": template.terms})


def _record(template: TermTemplate, account: Account, act: str, facts: dict[str, Any]) -> None:
    append(template.book_id, act, {"account": account.pk, "name": account.name}, facts)


def usable(enterprise: Enterprise, template_id: int) -> TermTemplate:
    """The template, if it may be used in this enterprise."""
    found = TermTemplate.objects.for_enterprise(enterprise).filter(pk=template_id).first()
    if found is None:
        raise Refused("没有这个条款模板。")
    return found


def lay_out(room: Room, template: TermTemplate) -> dict[str, Any]:
    """Put its terms on the agenda, each with what its form opens with; nothing is proposed. What
    the record says of it."""
    item = AgendaItem.objects.get(room=room, position=1)
    for entry in template.terms:
        create_term(item, entry["title"], entry["kind"], entry["value"])
    return {"template": template.pk, "template_name": template.name}
