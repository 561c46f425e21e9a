"""The only writer of old files and their imports. Each line of a list is settled in a transaction
of its own: whoever goes on after a crash goes on with the next line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from django.db import transaction

from agreements.archive import old_cards
from agreements.archive.actions import Agreed
from agreements.archive.models import Card
from agreements.old.door import may_divide
from agreements.old.models import Import, ImportLine, OldPaper
from agreements.old.particulars import particulars_of
from agreements.old.reach import enterprises_named
from agreements.old.splitting import Proposed
from negotiate import moment
from negotiate.law.canonical import sha256_of
from negotiate.law.legible import tidied
from negotiate.law.refusal import N_, Refused
from negotiate.people.models import Account, Federation
from negotiate.people.office import Office
from negotiate.record.actions import append, open_book

BEGIN, GO_ON, ADD, CONFIRM = "begin_import", "go_on_import", "add_old_paper", "confirm_clauses"
MOST_CLAUSES: Final = 200
TWICE: Final = N_("第 %(number)s 行已经写了这个文件。")
STRANGER: Final = N_("本级范围内没有叫“%(name)s”的企业，请核对名称。")
_S = ImportLine.State


@transaction.atomic
def begin(office: Office, name: str, sha256: str, lines: Mapping[int, Mapping[str, str]]) -> Import:
    """Take up a list. One that was taken up before goes on; what was refused of it is tried again,
    for the enterprise may be known by now."""
    Federation.objects.select_for_update().get(pk=office.federation.pk)
    there = Import.objects.filter(federation=office.federation, sha256=sha256).first()
    if there is not None:
        _check_again(there)
        append(there.book_id, GO_ON, office.actor(), {})
        return there
    begun = Import.objects.create(
        federation=office.federation,
        account=office.account,
        book=open_book(),
        name=tidied(name)[-100:],
        sha256=sha256,
        total=len(lines),
        at=moment.now(),
    )
    made = [
        ImportLine(of=begun, number=number, file=cells["文件名"][:150], cells=cells)
        for number, cells in lines.items()
    ]
    _check(begun, made)
    ImportLine.objects.bulk_create(made, batch_size=500)
    facts = {"name": begun.name, "sha256": sha256, "lines": begun.total}
    append(begun.book_id, BEGIN, office.actor(), facts)
    return begun


def _check_again(there: Import) -> None:
    refused = list(there.lines.filter(state=_S.REFUSED))
    for line in refused:
        line.state, line.sentence, line.figures = _S.AWAITED, "", {}
    _check(there, refused)
    ImportLine.objects.bulk_update(refused, ["state", "sentence", "figures"], batch_size=500)


def _check(of: Import, lines: Sequence[ImportLine]) -> None:
    """Refuse at once what no file could mend."""
    told = []
    for line in lines:
        try:
            told.append((line, particulars_of(line.cells).enterprise))
        except Refused as refusal:
            refuse(line, refusal)
    known = enterprises_named(of.federation, {name for _, name in told})
    first = dict(of.lines.exclude(state=_S.REFUSED).values_list("file", "number"))
    for line, name in told:
        if line.file in first:
            refuse(line, Refused(TWICE, number=first[line.file]))
        elif name not in known:
            refuse(line, Refused(STRANGER, name=name))
        else:
            first[line.file] = line.number


def refuse(line: ImportLine, refusal: Refused) -> None:
    """Say on the line what is wrong; the caller saves it."""
    line.state, line.content = _S.REFUSED, None
    line.sentence, line.figures = refusal.sentence, dict(refusal.figures)


@transaction.atomic
def confirm(account: Account, card: Card, clauses: Sequence[Proposed]) -> None:
    """Let these be the clauses of an old file: a person has looked at them. Raises Refused."""
    if not may_divide(account, card) or card.old_id is None:
        raise Refused(N_("只有管这家企业的总工会人员可以确认条款。"))
    if not 1 <= len(clauses) <= MOST_CLAUSES:
        raise Refused(N_("应有 1 到 %(most)s 条。"), most=MOST_CLAUSES)
    old = OldPaper.objects.select_for_update().defer("content").get(pk=card.old_id)
    old_cards.divide(
        card, [Agreed("text", one.heading, one.text, {"body": one.text}) for one in clauses]
    )
    old.confirmed_by, old.confirmed_at = account, moment.now()
    old.save(update_fields=["confirmed_by", "confirmed_at"])
    actor = {"account": account.pk, "name": account.get_full_name()}
    facts = {
        "card": card.pk,
        "clauses": len(clauses),
        "sha256": digest_of([(one.heading, one.text) for one in clauses]),
    }
    append(old.added_by.book_id, CONFIRM, actor, facts)


def facts_of(old: OldPaper, card: Card) -> dict[str, Any]:
    """What the book of an import keeps of a file that it added."""
    return {
        "card": card.pk,
        "sha256": old.sha256,
        "title": card.title,
        "number": card.number,
        "names": card.names,
        "signed_on": card.signed_on.isoformat(),
    }


def digest_of(clauses: Iterable[tuple[str, str]]) -> str:
    """Of headings and texts, as a person confirmed them."""
    return sha256_of("\n".join(f"{heading}\n{text}" for heading, text in clauses).encode())
