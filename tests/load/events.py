"""Things that happen in a room, as cheap as they can be made: it is the server that is measured.

What is written is what the product's own action would leave behind, the chained record included,
but in one statement: a figure on the table is another, so every screen of the room has to change.
"""

import asyncio
import json
import secrets
import time
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from django.db import connection
from django.utils import timezone

from negotiate.law.canonical import canonical
from negotiate.live.wire import say_soon
from negotiate.record.actions import link
from negotiate.record.models import Book, Entry
from negotiate.rooms.models import Version
from tests.load.hall import Hall

Event = tuple[int, int, float]  # room, event, when it was committed (monotonic)
CHANGE: Final = f"""
WITH book AS (UPDATE {Book._meta.db_table} SET length = %s, head = %s WHERE id = %s),
entry AS (
    INSERT INTO {Entry._meta.db_table} (book_id, number, body, previous, digest)
    VALUES (%s, %s, %s, %s, %s)
)
UPDATE {Version._meta.db_table} SET value = %s, digest = %s WHERE id = %s
"""  # noqa: S608  (names of our own tables)


class Table:
    """What lies on a room's table. Nobody else may write to the room while this is in use."""

    def __init__(self, hall: Hall) -> None:
        self.room = hall.room
        self._version, self._value = hall.version.pk, hall.version.value
        self._book = Book.objects.get(pk=hall.book)

    def change(self, padding: int) -> Event:
        """Another figure, in a line that says which event this is, `padding` characters longer."""
        first, book = self._value["rows"][0], self._book
        first["amount"] = str(Decimal(first["amount"]) + 1)
        number = book.length + 1
        first["criterion"] = f"条件@{number}@" + padding * "x"
        body = canonical(
            {"number": number, "at": timezone.now().isoformat(), "action": "bench",
             "actor": {}, "data": {"amount": first["amount"]}}
        ).decode()  # fmt: skip
        previous, head = book.head, link(book.head, body)
        digest = secrets.token_hex(32)  # another one, or it would be drawn as it was
        with connection.cursor() as cursor:
            cursor.execute(
                CHANGE,
                [number, head, book.pk, book.pk, number, body, previous, head,
                 json.dumps(self._value), digest, self._version],
            )  # fmt: skip
        book.length, book.head = number, head
        return self.room, number, time.monotonic()


def drive(halls: Sequence[Hall], seconds: float, a_second: float, padding: int) -> list[Event]:
    """So many events a second in each of the rooms, evenly; and the word of each."""
    tables = [Table(hall) for hall in halls]
    pace, happened = a_second * len(tables), []
    with asyncio.Runner() as runner:
        began = time.monotonic()
        for number in range(max(1, int(seconds * pace))):
            time.sleep(max(0.0, began + number / pace - time.monotonic()))
            happened.append(tables[number % len(tables)].change(padding))
            runner.run(say_soon({"type": "news", "room": happened[-1][0]}))
    return happened
