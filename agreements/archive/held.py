"""What a process holds of the whole archive, so that it is not read at every search."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Generic, Protocol, TypeVar

from django.db import connection


class Dated(Protocol):
    """What was read as it was at one of the archive's serials."""

    @property
    def serial(self) -> int: ...


T = TypeVar("T", bound=Dated)


class Held(Generic[T]):
    """`newest` gives the serial up to which there is something to read, `read` reads it: what came
    since what is held, or all where nothing is. One for each database."""

    def __init__(self, newest: Callable[[], int], read: Callable[[int, T | None], T]) -> None:
        self._newest, self._read = newest, read
        self._held: dict[str, T] = {}
        self._lock = Lock()

    def current(self) -> T:
        """Give it as this transaction can see it."""
        connection.ensure_connection()  # nobody holds the lock and waits for one of a pool
        with self._lock:
            # Asked for by one at a time: what is older than that which is held has been emptied,
            # and is not what another thread has seen a moment ago.
            newest = self._newest()
            held = self._held.get(connection.alias)
            if held is None or held.serial > newest:
                held = self._read(newest, None)
            elif held.serial < newest:
                held = self._read(newest, held)
            self._held[connection.alias] = held
            return held

    def forget(self) -> None:
        """Hold nothing any more: the database is not what it was, as after each test."""
        with self._lock:
            self._held.clear()
