"""The index in SQLite: FTS5 without its own copy of the texts and without positions."""

from collections.abc import Iterable

from django.db.backends.base.base import BaseDatabaseWrapper

from agreements.archive.bulk import Keys, keys
from agreements.archive.index.base import Query

CREATE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS agreements_grams "
    "USING fts5(codes, content='', detail=none, columnsize=0, tokenize=ascii)"
)
MATCHING = "SELECT rowid FROM agreements_grams WHERE agreements_grams MATCH %s"
# Without a copy of the texts FTS5 has to be told what it shall forget.
FORGET = "INSERT INTO agreements_grams (agreements_grams, rowid, codes) VALUES ('delete', %s, %s)"


class SQLite:
    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        self.connection = connection

    def install(self) -> None:
        self._run(CREATE)

    def remove(self) -> None:
        self._run("DROP TABLE IF EXISTS agreements_grams")

    def lock(self) -> None:
        """Every transaction on SQLite has taken the write lock at its start (settings.py)."""

    def add(self, key: int, codes: Iterable[int]) -> None:
        self._run("INSERT INTO agreements_grams (rowid, codes) VALUES (%s, %s)", key, line(codes))

    def replace(self, key: int, before: Iterable[int], now: Iterable[int]) -> None:
        self._run(FORGET, key, line(before))
        self.add(key, now)

    def clear(self) -> None:
        self._run("INSERT INTO agreements_grams (agreements_grams) VALUES ('delete-all')")

    def matching(self, query: Query) -> Keys:
        return keys(self.connection, MATCHING, [match(query)])

    def _run(self, statement: str, *values: int | str) -> None:
        with self.connection.cursor() as cursor:
            cursor.execute(statement, values)


def line(codes: Iterable[int]) -> str:
    return " ".join(map(token, codes))


def token(code: int) -> str:
    """Write a number as figures and small letters: one word, and nothing of FTS5's language."""
    return f"{code & 0xFFFFFFFF:x}"


def match(query: Query) -> str:
    """Write a query in FTS5's own language."""
    several = (f"({' OR '.join(map(token, one))})" for one in query.any_of)
    return " AND ".join([*map(token, query.every), *several])
