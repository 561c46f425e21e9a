"""The gate of a box: papers pass side by side, in whatever process; who shuts it waits for those on
their way, and keeps later ones waiting until the transaction ends.

PostgreSQL's advisory locks, because they are a queue. With row locks (FOR SHARE against FOR UPDATE)
newcomers pass the one who waits to shut, and with eight processes a close was seen to wait for two
seconds. On SQLite every transaction that writes is alone.
"""

from collections.abc import Iterable
from typing import Final

from django.db import connection

_BOXES: Final = 20_471  # tells these locks from others; a number like any other
_LARGEST: Final = 2**31  # a lock's number is shorter than a row's may be


def go_through(polls: Iterable[int]) -> None:
    """With papers for these polls."""
    _lock("SELECT pg_advisory_xact_lock_shared(%s, box) FROM unnest(%s::int[]) AS box", polls)


def shut(polls: Iterable[int]) -> None:
    """Whoever shuts gates has locked their room before, so that nobody else does."""
    _lock("SELECT pg_advisory_xact_lock(%s, box) FROM unnest(%s::int[]) AS box", polls)


def _lock(statement: str, polls: Iterable[int]) -> None:
    """In the order of the numbers, so that nobody waits for somebody who waits for them."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(statement, [_BOXES, sorted({poll % _LARGEST for poll in polls})])
