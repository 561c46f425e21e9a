"""By what an agreement is found: its row of the index, its text, and what is worded like it.

Written under the index's lock, in the transaction that archives the agreement. While the index is
written anew (rebuilding.py), what that has passed already is written into both tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from agreements.archive import codes, grams
from agreements.archive.index import NEXT, Row, index
from agreements.archive.index.base import Index
from agreements.archive.index_models import Rebuild
from agreements.archive.models import Card, Text
from agreements.archive.texts import grams_of, searched_text
from agreements.similar.actions import FoundBy, found_by, keep


@dataclass(frozen=True)
class Entry:
    """All by which one agreement is found. `serial`: of its card when this was made."""

    row: Row
    serial: int
    text: str
    alike: FoundBy


def entry_of(card: Card) -> Entry:
    """Made of the card and its clauses as they were read: the same of the same, by the same code
    (edition.py)."""
    return Entry(
        row=Row(card.key, codes.codes(grams_of(card))),
        serial=card.serial,
        text=grams.normalise(searched_text(card)),
        alike=found_by(card),
    )


def index_new(card: Card) -> None:
    """Let a new card be found."""
    entry, passed = entry_of(card), _passed(card.key)
    for table in _tables(passed):
        table.add([entry.row])
    keep_texts({card.key: entry.text})
    keep(card, entry.alike, passed)


def index_again(card: Card, before: Entry) -> None:
    """Let a card be found by what it says now, and not by what it said; its clauses were dropped
    from what is worded alike."""
    entry, passed = entry_of(card), _passed(card.key)
    for table in _tables(passed):
        table.replace(entry.row, before.row.codes)
    keep_texts({card.key: entry.text})
    keep(card, entry.alike, passed)


def keep_texts(texts: Mapping[int, str]) -> None:
    """Let these be the texts of agreements, by their keys."""
    there = dict(Text.objects.filter(card__in=texts).values_list("card", "text"))
    new = [Text(card_id=key, text=text) for key, text in texts.items() if key not in there]
    Text.objects.bulk_create(new)
    for key, text in texts.items():
        if there.get(key, text) != text:
            Text.objects.filter(card=key).update(text=text)


def _passed(key: int) -> int | None:
    """Give how far a rebuild has come that has passed this key already, if one goes on. It will
    come to all others, and find what is written there."""
    last: int | None = Rebuild.objects.values_list("last_key", flat=True).first()
    return last if last is not None and key <= last else None


def _tables(passed: int | None) -> Iterable[Index]:
    return (index(),) if passed is None else (index(), index(NEXT))
