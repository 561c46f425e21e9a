"""By what an agreement is found: its row of the index, and its text.

Written under the index's lock, in the transaction that archives the agreement. While the index is
written anew (rebuilding.py), what that has passed already is written into both tables. What is
worded like it is looked for after that transaction (similar/waiting.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction

from agreements.archive import codes, grams
from agreements.archive.index import NEXT, Row, index
from agreements.archive.index.base import Index
from agreements.archive.index_models import passed
from agreements.archive.models import Card, Clause, Text
from agreements.archive.texts import grams_of, searched_text, told_text
from agreements.similar.actions import Firsts
from agreements.similar.waiting import compare, wait


@dataclass(frozen=True)
class Entry:
    """All by which one agreement is found. `serial`: of its card when this was made."""

    row: Row
    serial: int
    text: str
    told: str


def entry_of(card: Card, clauses: Iterable[Clause] | None = None) -> Entry:
    """Made of the card and its clauses as they were read: the same of the same, by the same code
    (edition.py)."""
    text = grams.normalise(searched_text(card, clauses))
    told = grams.normalise(told_text(card))
    row = Row(card.key, codes.codes(grams_of(card, text, told)))
    return Entry(row=row, serial=card.serial, text=text, told=told)


def index_new(card: Card, clauses: Iterable[Clause] | None = None) -> None:
    """Let a new card be found, by its `clauses`. What may wait until the transaction is committed
    waits."""
    entry = entry_of(card, clauses)
    for table in _tables(card.key):
        table.add([entry.row])
    Text.objects.create(card=card, text=entry.text, told=entry.told)
    wait(card)


def index_again(card: Card, before: Entry) -> None:
    """Let a card be found by what it says now, and not by what it said; its clauses were dropped
    from what is worded alike."""
    entry = entry_of(card)
    for table in _tables(card.key):
        table.replace(entry.row, before.row.codes)
    keep_texts([entry])
    wait(card)


def then_settle(key: int) -> None:
    """Do what waits of an agreement as soon as it is committed. What goes wrong there is logged and
    takes nothing back; the sweep of time does it again."""
    transaction.on_commit(lambda: compare(key, Firsts()), robust=True)  # Django can't log a partial
    transaction.on_commit(index().settle, robust=True)


def keep_texts(entries: Sequence[Entry]) -> None:
    """Let these be the texts of agreements."""
    of = {one.row.key: (one.text, one.told) for one in entries}
    rows = Text.objects.filter(card__in=of).values_list("card", "text", "told")
    there = {key: (text, told) for key, text, told in rows}
    new = [(key, both) for key, both in of.items() if key not in there]
    Text.objects.bulk_create(Text(card_id=key, text=text, told=told) for key, (text, told) in new)
    for key, (text, told) in of.items():
        if there.get(key, (text, told)) != (text, told):
            Text.objects.filter(card=key).update(text=text, told=told)


def _tables(key: int) -> Iterable[Index]:
    return (index(),) if passed(key) is None else (index(), index(NEXT))
