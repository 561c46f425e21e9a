"""Reading a chain back and finding the first row that does not fit."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from negotiate.record.actions import link
from negotiate.record.models import Book, Entry

GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class Fault:
    """Where a chain breaks. `number` is the entry's number, or the first one missing."""

    number: int
    row: int | None
    why: str

    def __str__(self) -> str:
        row = f" (row {self.row})" if self.row else ""
        return f"entry {self.number}{row}: {self.why}"


def faults(book: Book) -> Iterator[Fault]:
    """Every entry of a book that was altered, added, moved or removed by hand."""
    previous, expected = GENESIS, 1
    for entry in book.entries.order_by("number", "pk").iterator():
        why = _why_wrong(entry, expected, previous)
        if why:
            yield Fault(entry.number, entry.pk, why)
        previous, expected = entry.digest, entry.number + 1
    if expected - 1 != book.length or previous != book.head:
        yield Fault(expected, None, f"the book says {book.length} entries ending in {book.head}")


def _why_wrong(entry: Entry, expected: int, previous: str) -> str:
    if entry.number != expected:
        return f"number {expected} is missing"
    if entry.previous != previous:
        return "does not follow the entry before it"
    if entry.digest != link(entry.previous, entry.body):
        return "the text was changed after it was written"
    if _number_in(entry.body) != entry.number:
        return "the text belongs to another entry"
    return ""


def _number_in(body: str) -> Any:
    try:
        return json.loads(body).get("number")
    except (ValueError, AttributeError):
        return None


def read(book: Book) -> Iterator[dict[str, Any]]:
    """The acts of a book in order, as they were written."""
    for entry in book.entries.order_by("number"):
        yield json.loads(entry.body)


def newest(book_id: int) -> dict[str, Any] | None:
    """The last act of a book, as it was written."""
    entry = Entry.objects.filter(book=book_id).last()
    act: dict[str, Any] | None = json.loads(entry.body) if entry else None
    return act
