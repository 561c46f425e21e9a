"""What an index can do, whichever database keeps it."""

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from django.db.backends.base.base import BaseDatabaseWrapper


class Query(NamedTuple):
    """Rows with all of `every`, of one of the `owners` (never empty: nobody searches without a
    reach), and with a key from `first` to `last`."""

    every: frozenset[int]
    owners: frozenset[int]
    first: int
    last: int


class Index(Protocol):
    """Rows of a key, the number of the enterprise that owns the paper, and all other numbers
    (agreements.archive.codes)."""

    def __init__(self, connection: BaseDatabaseWrapper) -> None: ...

    def install(self) -> None:
        """Make the table."""

    def remove(self) -> None:
        """Drop the table."""

    def lock(self) -> None:
        """Let nobody else write until this transaction ends. Searches go on."""

    def add(self, key: int, owner: int, codes: Iterable[int]) -> None:
        """Write one row. Rows are never changed afterwards."""

    def clear(self) -> None:
        """Take out every row, to write all anew in the same transaction."""

    def keys(self, query: Query, limit: int, offset: int = 0) -> list[int]:
        """Give the greatest keys first."""

    def count(self, query: Query) -> int:
        """Count all rows, exactly."""
