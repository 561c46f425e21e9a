"""The index in SQLite: FTS5 without its own copy of the texts and without positions."""

from collections.abc import Iterable

from django.db.backends.base.base import BaseDatabaseWrapper

from agreements.archive.index.base import Query

CREATE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS agreements_grams "
    "USING fts5(codes, content='', detail=none, columnsize=0, tokenize=ascii)"
)
WHERE = "FROM agreements_grams WHERE agreements_grams MATCH %s AND rowid BETWEEN %s AND %s"


class SQLite:
    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        self.connection = connection

    def install(self) -> None:
        self._run(CREATE)

    def remove(self) -> None:
        self._run("DROP TABLE IF EXISTS agreements_grams")

    def lock(self) -> None:
        """Every transaction on SQLite has taken the write lock at its start (settings.py)."""

    def add(self, key: int, owner: int, codes: Iterable[int]) -> None:
        line = " ".join(map(token, [owner, *codes]))
        self._run("INSERT INTO agreements_grams (rowid, codes) VALUES (%s, %s)", key, line)

    def clear(self) -> None:
        self._run("INSERT INTO agreements_grams (agreements_grams) VALUES ('delete-all')")

    def keys(self, query: Query, limit: int, offset: int = 0) -> list[int]:
        ordered = f"SELECT rowid {WHERE} ORDER BY rowid DESC LIMIT %s OFFSET %s"
        return self._run(ordered, match(query), query.first, query.last, limit, offset)

    def count(self, query: Query) -> int:
        counted = f"SELECT count(*) {WHERE}"
        return self._run(counted, match(query), query.first, query.last)[0]

    def _run(self, statement: str, *values: int | str) -> list[int]:
        """Give the first column of the answer."""
        with self.connection.cursor() as cursor:
            cursor.execute(statement, values)
            return [row[0] for row in cursor.fetchall()]


def token(code: int) -> str:
    """Write a number as figures and small letters: one word, and nothing of FTS5's language."""
    return f"{code & 0xFFFFFFFF:x}"


def match(query: Query) -> str:
    owners = " OR ".join(map(token, query.owners))
    return " AND ".join([*map(token, query.every), f"({owners})"])
