"""What an index can do, whichever database keeps it."""

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from django.db.backends.base.base import BaseDatabaseWrapper


class Query(NamedTuple):
    """Rows with all of `every`, at least one of `either` (never empty: nobody searches without
    a reach), and a key from `first` to `last`."""

    every: frozenset[int]
    either: frozenset[int]
    first: int
    last: int


class Index(Protocol):
    """Rows of a key and a set of numbers (agreements.archive.codes)."""

    def __init__(self, connection: BaseDatabaseWrapper) -> None: ...

    def install(self) -> None:
        """Make the table."""

    def remove(self) -> None:
        """Drop the table."""

    def lock(self) -> None:
        """Let nobody else write until this transaction ends. Searches go on."""

    def add(self, key: int, codes: Iterable[int]) -> None:
        """Write one row. Rows are never changed afterwards."""

    def clear(self) -> None:
        """Take out every row, to write all anew in the same transaction."""

    def keys(self, query: Query, limit: int, offset: int = 0) -> list[int]:
        """Give the greatest keys first."""

    def count(self, query: Query) -> int:
        """Count all rows, exactly."""
