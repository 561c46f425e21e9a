"""The daily head of all chains: closing a day, and finding a day that does not fit."""

from collections.abc import Iterator
from datetime import date

from django.db import IntegrityError, transaction

from negotiate.record.actions import link
from negotiate.record.chain import GENESIS
from negotiate.record.models import Book, DayHead, Entry


def close_day(day: date) -> DayHead | None:
    """Close a day, once; None if it or a later one is closed, if another process is just doing it,
    or if nothing was written."""
    last = DayHead.objects.first()
    if last is not None and last.day >= day:
        return None
    known = _known()
    books = Book.objects.order_by("pk")
    grown = [book for book in books if book.length > known.get(book.pk, 0)]
    if not grown:
        return None
    lines = "\n".join(f"{book.pk} {book.length} {book.head}" for book in grown)
    previous = last.digest if last else GENESIS
    digest = link(previous, lines)
    try:
        with transaction.atomic():
            return DayHead.objects.create(
                day=day, lines=lines, books=len(grown), previous=previous, digest=digest
            )
    except IntegrityError:
        return None


def faults() -> Iterator[str]:
    """What does not fit: a day that was changed, or a chain that no longer has the head that was
    published of it."""
    previous = GENESIS
    for head in DayHead.objects.order_by("day"):
        if head.previous != previous or head.digest != link(previous, head.lines):
            yield f"{head.day}: the day was changed after it was closed"
        previous = head.digest
        for book, length, digest in _told(head):
            entry = Entry.objects.filter(book=book, number=length).first()
            if entry is None or entry.digest != digest:
                yield f"{head.day}: book {book} had {length} entries with head {digest}"


def _known() -> dict[int, int]:
    """How long each book was when it was last published."""
    heads = DayHead.objects.order_by("day")
    return {book: length for head in heads.iterator() for book, length, _ in _told(head)}


def _told(head: DayHead) -> Iterator[tuple[int, int, str]]:
    for line in head.lines.split("\n"):
        book, length, digest = line.split(" ")
        yield int(book), int(length), digest
