"""An index that is rebuilt, and whoever rebuilds it is killed; for a process on the server's
database."""

import random
import sys
from itertools import count
from pathlib import Path

from agreements.archive import rebuilding
from agreements.archive.models import Card, Rebuild
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


def rebuilding_process(server: Server, log: Path) -> Process:
    """The command, on this server's database."""
    words = [sys.executable, "manage.py", "reindex"]
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
