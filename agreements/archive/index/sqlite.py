"""The index in SQLite: FTS5 without its own copy of the texts and without positions."""

from collections.abc import Iterable

from django.db.backends.base.base import BaseDatabaseWrapper

from agreements.archive.bulk import Keys, keys
from agreements.archive.index.base import LIVE, Query, Row

CREATE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS {0} "
    "USING fts5(codes, content='', detail=none, columnsize=0, tokenize=ascii)"
)
INSERT = "INSERT INTO {0} (rowid, codes) VALUES (%s, %s)"
MATCHING = "SELECT rowid FROM {0} WHERE {0} MATCH %s"
# Without a copy of the texts FTS5 has to be told what it shall forget.
FORGET = "INSERT INTO {0} ({0}, rowid, codes) VALUES ('delete', %s, %s)"
# What ballots leave is overwritten (stores.py). To overwrite a whole index as well would write it
# into the log once more, while everybody waits: there is nothing secret in it.
TAKE_OVER = (
    "PRAGMA secure_delete=FAST",
    "DROP TABLE {1}",
    "PRAGMA secure_delete=ON",
    "ALTER TABLE {0} RENAME TO {1}",
)


class SQLite:
    def __init__(self, connection: BaseDatabaseWrapper, table: str = LIVE) -> None:
        self.connection = connection
        self.table = table

    def install(self) -> None:
        self._run(CREATE)

    def remove(self) -> None:
        self._run("DROP TABLE IF EXISTS {0}")

    def begin(self) -> None:
        self.remove()
        self.install()

    def complete(self) -> None:
        """A row can be found as soon as it is written."""

    def take_over(self) -> None:
        for statement in TAKE_OVER:
            self._run(statement)

    def lock(self) -> None:
        """Every transaction on SQLite has taken the write lock at its start (settings.py)."""

    def add(self, rows: Iterable[Row]) -> None:
        with self.connection.cursor() as cursor:
            lines = [(row.key, line(row.codes)) for row in rows]
            cursor.executemany(INSERT.format(self.table), lines)

    def settle(self) -> None:
        """A row is in its place as soon as it is written."""

    def replace(self, row: Row, before: frozenset[int]) -> None:
        self._run(FORGET, row.key, line(before))
        self.add([row])

    def matching(self, query: Query) -> Keys:
        return keys(self.connection, MATCHING.format(self.table), [match(query)])

    def _run(self, statement: str, *values: int | str) -> None:
        with self.connection.cursor() as cursor:
            cursor.execute(statement.format(self.table, LIVE), values)


def line(codes: Iterable[int]) -> str:
    return " ".join(map(token, codes))


def token(code: int) -> str:
    """Write a number as figures and small letters: one word, and nothing of FTS5's language."""
    return f"{code & 0xFFFFFFFF:x}"


def match(query: Query) -> str:
    """Write a query in FTS5's own language."""
    several = (f"({' OR '.join(map(token, one))})" for one in query.any_of)
    return " AND ".join([*map(token, query.every), *several])
