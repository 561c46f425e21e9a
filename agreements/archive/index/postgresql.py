"""The index in PostgreSQL: a GIN index over arrays of numbers."""

import logging
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Final

import numpy as np
from django.db import OperationalError, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg.errors import LockNotAvailable

from agreements.archive.bulk import Keys, keys
from agreements.archive.index.asking import Fault
from agreements.archive.index.base import LIVE, Busy, Query, Row
from agreements.archive.index.engine import NOT_THERE, Engine
from negotiate.errors import Unavailable
from negotiate.law.refusal import N_

TABLE = "CREATE TABLE IF NOT EXISTS {0} (key bigint PRIMARY KEY, codes int4[] NOT NULL)"
# Nine hundred numbers go into the tree for a new paper. It waits in a list beside it, so that the
# transaction that archives it need not wait; `settle` puts it into the tree right afterwards, for
# each search reads the list. At 4 MB, a thousand papers, whoever adds one would have to do it.
GIN = "{0}_codes ON {0} USING gin (codes) WITH (fastupdate=on, gin_pending_list_limit=4096)"
SETTLE = "SELECT gin_clean_pending_list(to_regclass('{0}_codes'))"
LOCK = "LOCK TABLE {0} IN SHARE ROW EXCLUSIVE MODE"
# Nothing is missing of a table that is gone: somebody else has completed it, and let it take over.
IS_COMPLETE = (
    "SELECT to_regclass('{0}') IS NULL OR EXISTS "
    "(SELECT FROM pg_index WHERE indexrelid = to_regclass('{0}_codes') AND indisvalid)"
)
INSERT = "INSERT INTO {0} (key, codes) VALUES (%s, %s::int4[])"
MATCHING = "SELECT key FROM {0} WHERE {1}"
# All rows that are not in the engine, whose answer counts for nothing there: twice the key, and one
# more where it is found. One statement: between two a row could go.
TAIL = (
    "SELECT 2 * a.key + (b.key IS NOT NULL)::int FROM {0} a "
    "LEFT JOIN (SELECT key FROM {0} WHERE {1}) b ON a.key = b.key"
)
# The planner takes reading and comparing a long array for free and would do it row by row; the GIN
# index never looks at the arrays. In a large archive it would also compile a search (jit), which
# takes longer than to answer it. Whoever has named the table holds it: until the end of this
# transaction no other takes its place, and with it no other index of the engine.
SEARCH = (
    "SELECT (SELECT name FROM agreements_engineindex WHERE is_live), "
    "set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true), "
    "set_config('jit', 'off', true), "
    "(SELECT 1 FROM {0} LIMIT 0)"
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
TRIES: Final = 2  # of a search, while one index of the engine takes the place of another
SILENT: Final = N_(
    "检索服务没有应答，这次没有查成。文件都在，签署不受影响，请稍后再查；仍然不行请联系管理员。"
)
_log = logging.getLogger(__name__)


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
            cursor.executemany(INSERT.format(self.table), list(map(_values, rows)))

    def settle(self) -> None:
        self._run(SETTLE)

    def replace(self, row: Row, before: frozenset[int]) -> None:
        """It may have been handed over to the engine, and be here no longer."""
        self._run(f"{INSERT} ON CONFLICT (key) DO UPDATE SET codes = excluded.codes", *_values(row))

    def matching(self, query: Query) -> Keys:
        """What the engine has, if one is in use, is asked for after the rows here: one that is
        handed over between the two is found there already. Raises Unavailable."""
        for _ in range(TRIES):
            with self._searching() as engine:
                if engine is None:
                    return self._keys(MATCHING, query)
                tail = self._keys(TAIL, query)
            try:
                return with_tail(Engine(engine).matching(query), tail)
            except Fault as fault:
                why = fault
            if why.status != NOT_THERE:
                break  # else another index has taken the place of this one, or nobody has it
        _log.warning("the search engine gave no answer: %s", why)
        raise Unavailable(SILENT) from why

    def _keys(self, statement: str, query: Query) -> Keys:
        conditions = ["codes @> %s::int4[]"] if query.every else []
        conditions += ["codes && %s::int4[]" for _ in query.any_of]
        values = [list(query.every)] if query.every else []
        values += [list(several) for several in query.any_of]
        select = statement.format(self.table, " AND ".join(conditions))
        return keys(self.connection, select, values)

    @contextmanager
    def _searching(self) -> Iterator[str | None]:
        """Give the name of the engine's index that has all other rows, if there is one. It stays so
        within the block, and so does the way to plan; in no other statement of a transaction
        around it: what was set is taken back with all that was done, and who only reads loses
        nothing by that."""
        alias = self.connection.alias
        with transaction.atomic(alias):
            yield self._ask(SEARCH)
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


def _values(row: Row) -> tuple[int, list[int]]:
    return row.key, list(row.codes)


def with_tail(found: Keys, tail: Keys) -> Keys:
    """Give what the engine has found, of the rows in the tail what is said there instead."""
    elsewhere = found[~np.isin(found, tail >> 1)]
    return np.concatenate([elsewhere, tail[tail & 1 == 1] >> 1])
