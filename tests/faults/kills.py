"""`python -m tests.faults.kills --kills 50`: how many acknowledged votes are lost, how many counted
twice, over random deaths of server processes as docs/production.md sets them up."""

import argparse
import asyncio
import os
import sys
import tempfile
import time
from pathlib import Path

import django

from tests.nginx import HOW_TO_GET_ONE, PROGRAM
from tests.production import Production, collected
from tests.server import Server
from tests.services import postgresql, redis


def main() -> int:
    """Run, print, and fail if anything was lost or counted twice."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--servers", default="daphne,uvicorn", help="one process of each")
    words = parser.parse_args()
    if PROGRAM is None:
        sys.exit(HOW_TO_GET_ONE)
    from tests.faults.dying import die_at_random

    begun = time.monotonic()
    with (
        tempfile.TemporaryDirectory(prefix="tests-", ignore_cleanup_errors=True) as folder,
        postgresql(Path(folder)) as database,
        redis(Path(folder)) as news,
    ):
        static = Path(folder) / "static"
        static.mkdir()
        Server(database.url, Path(folder) / "migrate.log").manage("migrate", "--verbosity", "0")
        kinds = words.servers.split(",")
        production = Production(Path(folder), database.url, news.url, collected(static), kinds)
        try:
            production.start()
            tally = asyncio.run(die_at_random(production, words.kills, words.seed))
        finally:
            production.stop()
    seconds = time.monotonic() - begun
    print(f"{tally.deaths} kills of {words.servers}, seed {words.seed}, in {seconds:.0f} s:")
    print(f"{tally.polls} polls on PostgreSQL, {tally.connections} connections of phones,")
    print(f"{tally.acknowledged} papers acknowledged, of which {tally.stored} are stored;")
    print(f"{tally.counted} counted")
    print("\n".join(tally.faults) or "lost 0, counted twice 0")
    return bool(tally.faults)


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    django.setup()
    sys.exit(main())
