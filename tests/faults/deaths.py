"""An act that dies after each statement in turn that it sends to the database, each time on a copy
of the same SQLite file. In a process of its own."""

import hashlib
import os
import shutil
import signal
import sqlite3
import traceback
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, Final, NoReturn

from django.db import connection, connections

READ_TABLES: Final = """SELECT format('SELECT %Q, * FROM "%w"', name, name) FROM sqlite_master
    WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"""


def alive() -> Path:
    """The file that is copied, with everything that was written in it."""
    connections.close_all()
    return Path(connection.settings_dict["NAME"])


def copy_of(file: Path) -> Path:
    return file.with_suffix(".copy")


def content(path: Path) -> str:
    """A digest of every table's rows, by another reader than the product's, which finishes what a
    dead writer left to be finished. A search index lies in tables of its own."""
    told = hashlib.sha256()
    with closing(sqlite3.connect(path)) as database:
        for (rows,) in database.execute(READ_TABLES).fetchall():
            told.update(repr(database.execute(rows).fetchall()).encode())
    return told.hexdigest()


def die(act: Callable[[], object], file: Path, statements: int) -> bool:
    """Do it on a copy, in a process that is killed after so many statements; whether it was, for
    there may be fewer. The connection is to that copy from then on."""
    connections.close_all()
    connection.settings_dict["NAME"] = str(shutil.copy(file, copy_of(file)))
    child = os.fork()
    if child == 0:
        _do_and_leave(act, statements)
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert ended in (0, -signal.SIGKILL)
    return ended != 0


def _do_and_leave(act: Callable[[], object], statements: int) -> NoReturn:
    """Never back into the test: what it would tidy up is its parent's."""
    try:
        with connection.execute_wrapper(_Death(statements)):
            act()
        os._exit(0)
    except BaseException:
        traceback.print_exc()
        os._exit(1)


class _Death:
    """Lets so many statements through."""

    def __init__(self, statements: int) -> None:
        self.left = statements

    def __call__(self, execute: Callable[..., Any], *words: Any) -> Any:
        told = execute(*words)
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return told
