"""An index that is rebuilt, and whoever rebuilds it is killed; for a process on the server's
database."""

import random
import sys
from itertools import count
from pathlib import Path

from agreements.archive import rebuilding
from agreements.archive.asked import read
from agreements.archive.engines import rows_of
from agreements.archive.index import LIVE
from agreements.archive.index_models import Rebuild
from agreements.archive.models import Card
from agreements.archive.reader import Reader
from agreements.archive.search import Wish, search
from negotiate.people.models import Enterprise
from tests.agreements.archive.engine_server import EngineServer
from tests.agreements.archive.library import shelf
from tests.agreements.archive.shelf import enterprise, signed
from tests.agreements.archive.whole import faults, of_index
from tests.faults.deaths import alive, content, copy_of, die
from tests.process import Process
from tests.server import Server

FEW = 5


def filled(many: int) -> None:
    shelf(random.Random(20260301), many)  # noqa: S311


def reached() -> int:
    """How many agreements are done of a rebuild that goes on; -1, if none does."""
    rebuild = Rebuild.objects.first()
    return -1 if rebuild is None else Card.objects.filter(key__lte=rebuild.last_key).count()


def wrong() -> list[str]:
    """What is wrong with the index when no rebuild goes on."""
    return faults()


def command_on(server: Server, log: Path, name: str = "reindex") -> Process:
    """The command, on this server's database."""
    words = [sys.executable, "manage.py", name]
    return Process(words, log, ready=lambda: True, env=server.environment)


def deaths() -> list[list[str]]:
    """Rebuild a small index, and die after each statement in turn; then go on. For each death that
    left another database than those before: what is wrong with searches then, and afterwards."""
    rebuilding.BATCH = 2  # type: ignore[misc]
    firm = enterprise("神瑞胶业")
    for number in range(FEW):
        signed(firm, f"第{number}号")
    file, seen, told = alive(), set[str](), list[list[str]]()
    for statements in count(1):
        died = die(rebuilding.reindex, file, statements)
        left = content(copy_of(file))
        if left not in seen:
            seen.add(left)
            found = list(of_index())
            rebuilding.reindex()
            told.append(found + faults())
        if not died:
            return told
    return told


def sign(number: int) -> None:
    signed(enterprise(f"第{number}厂"), f"第{number}份移交", "午餐每份十五元")


def waiting() -> int:
    """Rows that the engine does not have yet, or has without the database knowing."""
    return rows_of(LIVE)


def found() -> int:
    """How many agreements are found that were signed one by one."""
    reader = Reader(frozenset(Enterprise.objects.values_list("pk", flat=True)))
    return search(reader, Wish(read("移交"))).total


def documents(server: EngineServer) -> int:
    (kept,) = server.indexes.values()
    return len(kept.shown)
