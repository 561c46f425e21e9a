"""`python -m tests.load.old_files [--files 6000] [--deaths 5] [--services] [--json FILE]`: brings
in old files by the thousand with the command, which is killed again and again; in SQLite, or with
--services in a PostgreSQL of its own that waits for the disk. Ends with status 1 if one was lost,
doubled, or came to another end than it had to."""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import django

from tests.load.meter import spent
from tests.server import Server
from tests.services import postgresql


@contextlib.contextmanager
def migrated(folder: Path, *, services: bool) -> Iterator[tuple[Server, int]]:
    """Give a server that nobody starts, on a database with every table, and the process that keeps
    that; 0 if none does."""
    with contextlib.ExitStack() as stack:
        service = stack.enter_context(postgresql(folder, durable=True)) if services else None
        database = service.url if service else folder / "load.sqlite3"
        server = Server(database, folder / "server.log")
        server.manage("migrate", "--verbosity", "0")
        yield server, service.process.pid if service else 0
        server.stop()


def measure(folder: Path, files: int, deaths: int, *, services: bool) -> dict[str, Any]:
    from tests.agreements.old.made import COUNTY
    from tests.faults import old_files

    with migrated(folder, services=services) as (server, keeper):
        server.call(old_files.found_firms)
        due = old_files.pack(folder / "old.zip", files)
        command = old_files.importing(server, folder / "old.zip", folder / "log")
        places = sorted(random.Random(6000).sample(range(1, files * 9 // 10), deaths))  # noqa: S311
        began, burnt, kept = time.monotonic(), _children(), spent(keeper) if keeper else 0.0
        for place in [*places, files]:
            command.begin()
            reached = _awaited(server, place)
            command.kill()
            print(f"killed at {reached} of {files}", file=sys.stderr, flush=True)
        # Told once more it has nothing left to do, and says so.
        server.manage("import_agreements", str(folder / "old.zip"), "--federation", COUNTY)
        seconds, cpu = time.monotonic() - began, _children() - burnt
        found = server.call(old_files.kept)
        return {
            "files": files,
            "zip_mb": round((folder / "old.zip").stat().st_size / 1e6, 1),
            **server.call(old_files.database),
            "deaths": places,
            "seconds": round(seconds, 1),
            "files_a_second": round(files / seconds, 1),
            "cpu_ms_a_file": round(1000 * cpu / files, 1),
            "cpu_of_database_ms_a_file": round(
                1000 * (spent(keeper) - kept) / files if keeper else 0.0, 1
            ),
            "largest_process_mb": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1000,
            **found,
            "wrong": old_files.agree(due, found),
        }


def _awaited(server: Server, place: int) -> int:
    """Wait until so many lines are settled, and tell how far it is."""
    from tests.faults.old_files import settled

    told = time.monotonic()
    while (done := int(server.call(settled))) < place:
        if time.monotonic() > told + 20:
            told = time.monotonic()
            print(f"{done} settled", file=sys.stderr, flush=True)
        time.sleep(0.2)
    return done


def _children() -> float:
    """CPU seconds of those that have ended, and of theirs. What was read for a command that was
    killed is not in it."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> int:
    asked = argparse.ArgumentParser()
    asked.add_argument("--files", type=int, default=6000)
    asked.add_argument("--deaths", type=int, default=5)
    asked.add_argument("--services", action="store_true", help="on PostgreSQL")
    asked.add_argument("--json", type=Path)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="old-files-", ignore_cleanup_errors=True) as folder:
        found = measure(Path(folder), given.files, given.deaths, services=given.services)
    said = json.dumps(found, ensure_ascii=False)
    print(said)
    if given.json:
        given.json.write_text(said + "\n", "utf-8")
    return 1 if found["wrong"] else 0


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    sys.exit(main())
