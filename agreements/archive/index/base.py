"""What an index can do, whichever database keeps it."""

from collections.abc import Iterable
from typing import Final, NamedTuple, Protocol

from django.db.backends.base.base import BaseDatabaseWrapper

from agreements.archive.bulk import Keys

LIVE: Final = "agreements_grams"
"""The table that is searched."""
NEXT: Final = "agreements_grams_next"
"""The one that is being filled, to take its place."""


class Query(NamedTuple):
    """Rows with all of `every`, and of each of `any_of` at least one. Never empty."""

    every: frozenset[int]
    any_of: tuple[frozenset[int], ...] = ()


class Row(NamedTuple):
    """An agreement's key, and its grams as numbers (agreements.archive.codes)."""

    key: int
    codes: frozenset[int]


class Busy(Exception):
    """Others are reading just now, and must not be kept waiting: try again."""


class Index(Protocol):
    """One table of rows."""

    def __init__(self, connection: BaseDatabaseWrapper, table: str = LIVE) -> None: ...

    def install(self) -> None:
        """Make the table, ready to be searched."""

    def remove(self) -> None:
        """Drop the table, if it is there."""

    def begin(self) -> None:
        """Make the table anew, to be filled before it is searched. Raises Busy."""

    def complete(self) -> None:
        """Make what was filled ready to be searched. Others may write meanwhile. Once is enough,
        and whatever an earlier try has left is made good."""

    def take_over(self) -> None:
        """Be the table that is searched, instead of that one, which is dropped. Raises Busy."""

    def lock(self) -> None:
        """Let nobody else write until this transaction ends. Searches go on."""

    def add(self, rows: Iterable[Row]) -> None:
        """Write new rows."""

    def settle(self) -> None:
        """Put new rows where they are found fastest. They are found anyhow, and who writes them
        need not wait for it."""

    def replace(self, row: Row, before: frozenset[int]) -> None:
        """Write a row anew; `before` is exactly what it holds, if it is in this table."""

    def matching(self, query: Query) -> Keys:
        """Give the keys of all rows that the query asks for, in any order."""
