"""The box of a secret poll: a table of its own, of which nothing is left when it is dropped.

Rows that are deleted from a table stay in its file for a while, and with them the order in which
they came; a dropped table takes its file along. The statements are plain SQL, the same for both
engines but for one clause.
"""

import secrets
from collections.abc import Collection, Iterable
from typing import Final

from django.db import OperationalError, connection

from negotiate.ballots.given import ask, given
from negotiate.law.refusal import Refused

# No row numbers in SQLite, which would count the papers as they come. In PostgreSQL no statistics,
# which would keep the choices' frequencies of some moment during the vote.
_WITHOUT = {"sqlite": "WITHOUT ROWID", "postgresql": "WITH (autovacuum_enabled = false)"}

_PATIENCE: Final = 3  # seconds
_STILL_LOCKED: Final = "55P03"  # PostgreSQL's lock_not_available


def make() -> str:
    """Make an empty box in this transaction; give its name."""
    name = f"box_{secrets.token_hex(8)}"
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE TABLE {name} (number varchar(14) PRIMARY KEY, choice varchar(10) NOT NULL)"
            f" {_WITHOUT[connection.vendor]}"
        )
    return name


def put(name: str, papers: Iterable[tuple[str, str]]) -> set[str]:
    """Put papers (number, choice) in; give the numbers that were free. Sorted, so that of two
    processes with the same numbers one waits for the other, and never both."""
    insert = f"INSERT INTO {name} (number, choice) {given('text', 'text')}"
    free = ask(f"{insert} ON CONFLICT DO NOTHING RETURNING number", sorted(papers))
    return {number for (number,) in free}


def held(name: str, numbers: Collection[str]) -> set[str]:
    """Which of these numbers lie in the box."""
    of_them = f"SELECT number FROM {name} WHERE number IN ({given('text')})"  # noqa: S608
    return {number for (number,) in ask(of_them, [[number] for number in numbers])}


def take_out(name: str) -> list[tuple[str, str]]:
    """Every paper, sorted by its number."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT number, choice FROM {name}")  # noqa: S608
        return sorted(cursor.fetchall())


def destroy(name: str) -> None:
    """Refused, so that the transaction is given up, while a backup that began during the poll
    holds the table: it may take hours, and papers of every room would wait behind this one."""
    with connection.cursor() as cursor:
        if connection.vendor != "postgresql":
            cursor.execute(f"DROP TABLE {name}")
            return
        cursor.execute(f"SET LOCAL lock_timeout = '{_PATIENCE}s'")
        try:
            cursor.execute(f"DROP TABLE {name}")
        except OperationalError as problem:
            if getattr(problem.__cause__, "sqlstate", "") != _STILL_LOCKED:
                raise
            raise Refused("数据库正在备份，请过几分钟再结束表决。") from problem
        cursor.execute("SET LOCAL lock_timeout TO DEFAULT")


def forget_log() -> None:
    """Empty SQLite's write-ahead log, which has every paper in the order in which it came; to be
    done after the commit. If somebody is reading just then, the log is cut off at its next turn.
    PostgreSQL's log belongs to whoever runs it: docs/secrecy.md."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        (patience,) = cursor.fetchone()
        cursor.execute("PRAGMA busy_timeout = 1000")  # milliseconds: whoever writes waits for this
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.execute(f"PRAGMA busy_timeout = {patience}")
