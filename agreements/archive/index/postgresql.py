"""The index in PostgreSQL: a GIN index over arrays of numbers."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from agreements.archive.bulk import Keys, keys
from agreements.archive.index.base import Query

# Without fastupdate a new paper is in the tree at once, and no search has to read a pending list.
CREATE = (
    "CREATE TABLE IF NOT EXISTS agreements_grams (key bigint PRIMARY KEY, codes int4[] NOT NULL)",
    "CREATE INDEX IF NOT EXISTS agreements_grams_codes ON agreements_grams "
    "USING gin (codes) WITH (fastupdate=off)",
)
LOCK = "LOCK TABLE agreements_grams IN SHARE ROW EXCLUSIVE MODE"
# The planner takes reading and comparing a long array for free and would do it row by row; the GIN
# index never looks at the arrays.
ONLY_BITMAPS = (
    "SELECT set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true)"
)
MATCHING = "SELECT key FROM agreements_grams WHERE {}"


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

    def add(self, key: int, codes: Iterable[int]) -> None:
        insert = "INSERT INTO agreements_grams (key, codes) VALUES (%s, %s::int4[])"
        self._run(insert, key, list(codes))

    def replace(self, key: int, before: Iterable[int], now: Iterable[int]) -> None:
        update = "UPDATE agreements_grams SET codes = %s::int4[] WHERE key = %s"
        self._run(update, list(now), key)

    def clear(self) -> None:
        self._run("DELETE FROM agreements_grams")

    def matching(self, query: Query) -> Keys:
        conditions = ["codes @> %s::int4[]"] if query.every else []
        conditions += ["codes && %s::int4[]" for _ in query.any_of]
        values = [list(query.every)] if query.every else []
        values += [list(several) for several in query.any_of]
        with self._only_bitmaps():
            found = keys(self.connection, MATCHING.format(" AND ".join(conditions)), values)
        return np.sort(found)

    @contextmanager
    def _only_bitmaps(self) -> Iterator[None]:
        """Plan so within the block, and in no other statement of a transaction around it: what was
        set is taken back with all that was done, and who only reads loses nothing by that."""
        alias = self.connection.alias
        with transaction.atomic(alias):
            self._run(ONLY_BITMAPS)
            yield
            transaction.set_rollback(True, alias)

    def _run(self, statement: str, *values: Any) -> None:
        with self.connection.cursor() as cursor:
            cursor.execute(statement, values)
