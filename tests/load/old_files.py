"""`python -m tests.load.old_files [--files 6000] [--deaths 5] [--json FILE]`: old files by the
thousand, brought in by the command, which is killed again and again. Ends with status 1 if one was
lost, doubled, or came to another end than it had to."""

import argparse
import json
import os
import random
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import django

from tests.server import Server, migrated


def measure(folder: Path, files: int, deaths: int) -> dict[str, Any]:
    from tests.agreements.old.made import COUNTY
    from tests.faults import old_files

    server = Server(migrated(folder / "load.sqlite3"), folder / "server.log")
    server.call(old_files.found_firms)
    due = old_files.pack(folder / "old.zip", files)
    command = old_files.importing(server, folder / "old.zip", folder / "log")
    places = sorted(random.Random(6000).sample(range(1, files * 9 // 10), deaths))  # noqa: S311
    began = time.monotonic()
    for place in places:
        command.begin()
        while server.call(old_files.settled) < place:
            time.sleep(0.2)
        command.kill()
        print(f"killed at {server.call(old_files.settled)} of {files}", file=sys.stderr)
    server.manage("import_agreements", str(folder / "old.zip"), "--federation", COUNTY)
    seconds = time.monotonic() - began
    found = server.call(old_files.kept)
    return {
        "files": files,
        "zip_mb": round((folder / "old.zip").stat().st_size / 1e6, 1),
        "database_mb": round((folder / "load.sqlite3").stat().st_size / 1e6, 1),
        "deaths": places,
        "seconds": round(seconds, 1),
        "files_a_second": round(files / seconds, 1),
        "largest_process_mb": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1000,
        **found,
        "wrong": old_files.agree(due, found),
    }


def main() -> int:
    asked = argparse.ArgumentParser()
    asked.add_argument("--files", type=int, default=6000)
    asked.add_argument("--deaths", type=int, default=5)
    asked.add_argument("--json", type=Path)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="old-files-") as folder:
        said = json.dumps(measure(Path(folder), given.files, given.deaths), ensure_ascii=False)
    print(said)
    if given.json:
        given.json.write_text(said + "\n", "utf-8")
    return 1 if json.loads(said)["wrong"] else 0


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    sys.exit(main())
