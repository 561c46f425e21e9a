"""By what an agreement is found: its row of the index, and its text.

Written under the index's lock, in the transaction that archives the agreement. While the index is
written anew (rebuilding.py), what that has passed already is written into both tables. What is
worded like it is looked for after that transaction (similar/waiting.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import transaction

from agreements.archive import codes, grams
from agreements.archive.index import NEXT, Row, index
from agreements.archive.index.base import Index
from agreements.archive.index_models import passed
from agreements.archive.models import Card, Text
from agreements.archive.texts import grams_of, searched_text
from agreements.similar.actions import Firsts
from agreements.similar.waiting import compare, wait


@dataclass(frozen=True)
class Entry:
    """All by which one agreement is found. `serial`: of its card when this was made."""

    row: Row
    serial: int
    text: str


def entry_of(card: Card) -> Entry:
    """Made of the card and its clauses as they were read: the same of the same, by the same code
    (edition.py)."""
    text = searched_text(card)
    return Entry(
        row=Row(card.key, codes.codes(grams_of(card, text))),
        serial=card.serial,
        text=grams.normalise(text),
    )


def index_new(card: Card) -> None:
    """Let a new card be found. What may wait until the transaction is committed waits."""
    entry = entry_of(card)
    for table in _tables(card.key):
        table.add([entry.row])
    Text.objects.create(card=card, text=entry.text)
    wait(card)


def index_again(card: Card, before: Entry) -> None:
    """Let a card be found by what it says now, and not by what it said; its clauses were dropped
    from what is worded alike."""
    entry = entry_of(card)
    for table in _tables(card.key):
        table.replace(entry.row, before.row.codes)
    keep_texts({card.key: entry.text})
    wait(card)


def then_settle(key: int) -> None:
    """Do what waits of an agreement as soon as it is committed. What goes wrong there is logged and
    takes nothing back; the sweep of time does it again."""
    transaction.on_commit(lambda: compare(key, Firsts()), robust=True)  # Django can't log a partial
    transaction.on_commit(index().settle, robust=True)


def keep_texts(texts: Mapping[int, str]) -> None:
    """Let these be the texts of agreements, by their keys."""
    there = dict(Text.objects.filter(card__in=texts).values_list("card", "text"))
    new = [Text(card_id=key, text=text) for key, text in texts.items() if key not in there]
    Text.objects.bulk_create(new)
    for key, text in texts.items():
        if there.get(key, text) != text:
            Text.objects.filter(card=key).update(text=text)


def _tables(key: int) -> Iterable[Index]:
    return (index(),) if passed(key) is None else (index(), index(NEXT))
