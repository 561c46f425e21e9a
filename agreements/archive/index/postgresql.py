"""The index in PostgreSQL: a GIN index over arrays of numbers."""

from collections.abc import Iterable

from django.db.backends.base.base import BaseDatabaseWrapper

from agreements.archive.index.base import Query

CREATE = (
    "CREATE TABLE IF NOT EXISTS agreements_grams (key bigint PRIMARY KEY, codes int4[] NOT NULL)"
)
# Without fastupdate a new paper is in the tree at once, and no search has to read a pending list.
CREATE_GIN = (
    "CREATE INDEX IF NOT EXISTS agreements_grams_codes ON agreements_grams "
    "USING gin (codes) WITH (fastupdate=off)"
)
LOCK = "LOCK TABLE agreements_grams IN SHARE ROW EXCLUSIVE MODE"
KEYS = "SELECT key FROM agreements_grams WHERE "
COUNT = "SELECT count(*) FROM agreements_grams WHERE "
PAGE = " ORDER BY key DESC LIMIT %s OFFSET %s"


class PostgreSQL:
    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        self.connection = connection

    def install(self) -> None:
        self._run(CREATE)
        self._run(CREATE_GIN)

    def remove(self) -> None:
        self._run("DROP TABLE IF EXISTS agreements_grams")

    def lock(self) -> None:
        self._run(LOCK)

    def add(self, key: int, codes: Iterable[int]) -> None:
        self._run(
            "INSERT INTO agreements_grams (key, codes) VALUES (%s, %s::int4[])", key, list(codes)
        )

    def clear(self) -> None:
        self._run("DELETE FROM agreements_grams")

    def keys(self, query: Query, limit: int, offset: int = 0) -> list[int]:
        where, values = condition(query)
        return self._run(KEYS + where + PAGE, *values, limit, offset)

    def count(self, query: Query) -> int:
        where, values = condition(query)
        return self._run(COUNT + where, *values)[0]

    def _run(self, statement: str, *values: int | list[int]) -> list[int]:
        """Give the first column of the answer, if there is one."""
        with self.connection.cursor() as cursor:
            cursor.execute(statement, values)
            return [row[0] for row in cursor.fetchall()] if cursor.description else []


def condition(query: Query) -> tuple[str, list[int | list[int]]]:
    """Give the conditions and their values. An empty array would make GIN read its whole index,
    and a union of one is a condition like all others."""
    every, either = set(query.every), set(query.either)
    if len(either) == 1:
        every |= either
        either = set()
    parts = ["key BETWEEN %s AND %s"]
    values: list[int | list[int]] = [query.first, query.last]
    for operator, codes in (("@>", every), ("&&", either)):
        if codes:
            parts.append(f"codes {operator} %s::int4[]")
            values.append(list(codes))
    return " AND ".join(parts), values
