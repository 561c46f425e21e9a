"""What an index can do, whichever database keeps it."""

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from django.db.backends.base.base import BaseDatabaseWrapper

from agreements.archive.bulk import Keys


class Query(NamedTuple):
    """Rows with all of `every`, and of each of `any_of` at least one. Never empty."""

    every: frozenset[int]
    any_of: tuple[frozenset[int], ...] = ()


class Index(Protocol):
    """Rows of a key and numbers (agreements.archive.codes)."""

    def __init__(self, connection: BaseDatabaseWrapper) -> None: ...

    def install(self) -> None:
        """Make the table."""

    def remove(self) -> None:
        """Drop the table."""

    def lock(self) -> None:
        """Let nobody else write until this transaction ends. Searches go on."""

    def add(self, key: int, codes: Iterable[int]) -> None:
        """Write one row."""

    def replace(self, key: int, before: Iterable[int], now: Iterable[int]) -> None:
        """Write a row anew; `before` is exactly what it holds."""

    def clear(self) -> None:
        """Take out every row, to write all anew in the same transaction."""

    def matching(self, query: Query) -> Keys:
        """Give the keys of all rows that the query asks for, in any order."""
