"""The only writer of the record."""

import hashlib
from collections.abc import Mapping
from typing import Any

from negotiate import moment
from negotiate.law.canonical import canonical
from negotiate.record.models import Book, Entry


def open_book() -> Book:
    return Book.objects.create()


def append(book_id: int, action: str, actor: Mapping[str, Any], data: Mapping[str, Any]) -> Entry:
    """Write one act at the end of a book, on the server's clock.

    Must run in the transaction of the act itself, so that neither stands without the other.
    `data` holds strings, integers, booleans, lists and mappings only: figures that are decimal
    are written as strings, so that the bytes are the same on every machine.
    """
    book = Book.objects.select_for_update().get(pk=book_id)
    number = book.length + 1
    body = canonical(
        {
            "number": number,
            "at": moment.now().isoformat(timespec="milliseconds"),
            "action": action,
            "actor": dict(actor),
            "data": dict(data),
        }
    ).decode()
    entry = Entry.objects.create(
        book=book,
        number=number,
        body=body,
        previous=book.head,
        digest=link(book.head, body),
    )
    book.length, book.head = number, entry.digest
    book.save(update_fields=["length", "head"])
    return entry


def link(previous: str, body: str) -> str:
    """The hash that ties `body` to all that came before it (hex SHA-256)."""
    return hashlib.sha256(f"{previous}\n{body}".encode()).hexdigest()
