"""The index in PostgreSQL: a GIN index over arrays of numbers."""

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Final

from django.db import OperationalError, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg.errors import LockNotAvailable

from agreements.archive.bulk import Keys, keys
from agreements.archive.index.base import LIVE, Busy, Query, Row

TABLE = "CREATE TABLE IF NOT EXISTS {0} (key bigint PRIMARY KEY, codes int4[] NOT NULL)"
# Without fastupdate a new paper is in the tree at once, and no search has to read a pending list.
GIN = "{0}_codes ON {0} USING gin (codes) WITH (fastupdate=off)"
LOCK = "LOCK TABLE {0} IN SHARE ROW EXCLUSIVE MODE"
# Nothing is missing of a table that is gone: somebody else has completed it, and let it take over.
IS_COMPLETE = (
    "SELECT to_regclass('{0}') IS NULL OR EXISTS "
    "(SELECT FROM pg_index WHERE indexrelid = to_regclass('{0}_codes') AND indisvalid)"
)
INSERT = "INSERT INTO {0} (key, codes) VALUES (%s, %s::int4[])"
MATCHING = "SELECT key FROM {} WHERE {}"
# The planner takes reading and comparing a long array for free and would do it row by row; the GIN
# index never looks at the arrays.
ONLY_BITMAPS = (
    "SELECT set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true)"
)
TAKE_OVER = (
    "DROP TABLE {1}",
    "ALTER TABLE {0} RENAME TO {1}",
    "ALTER INDEX {0}_pkey RENAME TO {1}_pkey",
    "ALTER INDEX {0}_codes RENAME TO {1}_codes",
)
PATIENCE: Final = "300ms"
"""For a table that others read: whoever comes after us waits as long. Less than it takes to be
found in a deadlock (1 s), so that it is always us who give way."""
PAUSE: Final = 1.0  # seconds


class PostgreSQL:
    def __init__(self, connection: BaseDatabaseWrapper, table: str = LIVE) -> None:
        self.connection = connection
        self.table = table

    def install(self) -> None:
        self._run(TABLE)
        self._run(f"CREATE INDEX IF NOT EXISTS {GIN}")

    def remove(self) -> None:
        self._run("DROP TABLE IF EXISTS {0}")

    def begin(self) -> None:
        with self._soon():
            self.remove()
            self._run(TABLE)

    def complete(self) -> None:
        """A tree made at once of a whole table takes a tenth of the time of one that grows row by
        row, and nobody waits for it."""
        if self.connection.in_atomic_block:  # of somebody who lets nobody in anyhow
            self._run(f"CREATE INDEX IF NOT EXISTS {GIN}")
            return
        while not self._ask(IS_COMPLETE):
            with self._alone() as alone:
                if alone and not self._ask(IS_COMPLETE):
                    self._run("DROP INDEX CONCURRENTLY IF EXISTS {0}_codes")  # half of one
                    self._run(f"CREATE INDEX CONCURRENTLY {GIN}")
            if not alone:
                time.sleep(PAUSE)

    def take_over(self) -> None:
        with self._soon():
            for statement in TAKE_OVER:
                self._run(statement)

    def lock(self) -> None:
        self._run(LOCK)

    def add(self, rows: Iterable[Row]) -> None:
        with self.connection.cursor() as cursor:
            cursor.executemany(
                INSERT.format(self.table), [(row.key, list(row.codes)) for row in rows]
            )

    def replace(self, row: Row, before: frozenset[int]) -> None:
        update = "UPDATE {0} SET codes = %s::int4[] WHERE key = %s"
        self._run(update, list(row.codes), row.key)

    def matching(self, query: Query) -> Keys:
        conditions = ["codes @> %s::int4[]"] if query.every else []
        conditions += ["codes && %s::int4[]" for _ in query.any_of]
        values = [list(query.every)] if query.every else []
        values += [list(several) for several in query.any_of]
        matching = MATCHING.format(self.table, " AND ".join(conditions))
        with self._only_bitmaps():
            return keys(self.connection, matching, values)

    @contextmanager
    def _only_bitmaps(self) -> Iterator[None]:
        """Plan so within the block, and in no other statement of a transaction around it: what was
        set is taken back with all that was done, and who only reads loses nothing by that."""
        alias = self.connection.alias
        with transaction.atomic(alias):
            self._run(ONLY_BITMAPS)
            yield
            transaction.set_rollback(True, alias)

    @contextmanager
    def _soon(self) -> Iterator[None]:
        """Wait for no lock for long. Raises Busy."""
        before = self._ask("SELECT current_setting('lock_timeout')")
        set_ = "SELECT set_config('lock_timeout', %s, true)"
        try:
            with transaction.atomic(self.connection.alias):
                self._run(set_, PATIENCE)
                yield
                self._run(set_, before)
        except OperationalError as fault:
            if isinstance(fault.__cause__, LockNotAvailable):
                raise Busy from fault
            raise

    @contextmanager
    def _alone(self) -> Iterator[bool]:
        """Say whether nobody else completes this table; who is killed does not any more."""
        name = f"hashtext('{self.table}')"
        alone = bool(self._ask(f"SELECT pg_try_advisory_lock({name})"))
        try:
            yield alone
        finally:
            if alone:
                self._run(f"SELECT pg_advisory_unlock({name})")

    def _ask(self, statement: str) -> Any:
        """Give the first value of the first row, if there is one."""
        with self.connection.cursor() as cursor:
            cursor.execute(statement.format(self.table))
            row = cursor.fetchone()
        return row and row[0]

    def _run(self, statement: str, *values: Any) -> None:
        with self.connection.cursor() as cursor:
            cursor.execute(statement.format(self.table, LIVE), values)
