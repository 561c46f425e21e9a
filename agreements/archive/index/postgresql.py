"""The index in PostgreSQL: a GIN index over arrays of numbers, the owner in a column of its own."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from agreements.archive.index.base import Query

# Without fastupdate a new paper is in the tree at once, and no search has to read a pending list.
CREATE = (
    "CREATE TABLE IF NOT EXISTS agreements_grams "
    "(key bigint PRIMARY KEY, owner int4 NOT NULL, codes int4[] NOT NULL)",
    "CREATE INDEX IF NOT EXISTS agreements_grams_codes ON agreements_grams "
    "USING gin (codes) WITH (fastupdate=off)",
)
LOCK = "LOCK TABLE agreements_grams IN SHARE ROW EXCLUSIVE MODE"
KEYS = "SELECT key FROM agreements_grams WHERE "
COUNT = "SELECT count(*) FROM agreements_grams WHERE "
PAGE = " ORDER BY key DESC LIMIT %s OFFSET %s"
OWNED = "owner = ANY(%s::int4[]) AND key BETWEEN %s AND %s"
# The planner takes reading and comparing a long array for free and would do it row by row. So when
# codes are asked for, they are asked of the GIN index, which never looks at the arrays: nothing
# else is left to scan (the sum hides the key from its own index).
OWNED_WITH_CODES = "owner = ANY(%s::int4[]) AND key + 0 BETWEEN %s AND %s AND codes @> %s::int4[]"
ONLY_BITMAPS = (
    "SELECT set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true)"
)


class PostgreSQL:
    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        self.connection = connection

    def install(self) -> None:
        for statement in CREATE:
            self._run(statement)

    def remove(self) -> None:
        self._run("DROP TABLE IF EXISTS agreements_grams")

    def lock(self) -> None:
        self._run(LOCK)

    def add(self, key: int, owner: int, codes: Iterable[int]) -> None:
        insert = "INSERT INTO agreements_grams (key, owner, codes) VALUES (%s, %s, %s::int4[])"
        self._run(insert, key, owner, [owner, *codes])

    def clear(self) -> None:
        self._run("DELETE FROM agreements_grams")

    def keys(self, query: Query, limit: int, offset: int = 0) -> list[int]:
        return self._find(KEYS, query, PAGE, limit, offset)

    def count(self, query: Query) -> int:
        return self._find(COUNT, query)[0]

    def _find(self, select: str, query: Query, tail: str = "", *more: int) -> list[int]:
        """Give the first column of the answer."""
        values: list[Any] = [list(query.owners), query.first, query.last]
        # A lone owner is one more code, which makes the answer short at once.
        every = query.every | query.owners if len(query.owners) == 1 else query.every
        with transaction.atomic(self.connection.alias), self.connection.cursor() as cursor:
            if every:
                cursor.execute(ONLY_BITMAPS)  # until the end of this transaction
                found = select + OWNED_WITH_CODES + tail
                cursor.execute(found, [*values, list(every), *more])
            else:
                cursor.execute(select + OWNED + tail, [*values, *more])
            return [row[0] for row in cursor.fetchall()]

    def _run(self, statement: str, *values: Any) -> None:
        with self.connection.cursor() as cursor:
            cursor.execute(statement, values)
