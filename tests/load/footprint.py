"""`python -m tests.load.footprint [meetings]`: what a meeting leaves behind in the database.

The four scenarios are played from matter to signed paper on DATABASE_URL's server, PostgreSQL, in a
database made for it; then a ballot of 3,000 staff is held. Bytes are those of all tables with their
indexes and what PostgreSQL stores apart, after everything dead has been taken out of them.
"""

import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"

import django

django.setup()

from django.apps import apps  # noqa: E402
from django.db import connection  # noqa: E402
from django.test.utils import setup_databases, teardown_databases  # noqa: E402

from agreements.scenarios import story as stories  # noqa: E402
from agreements.scenarios.opening import book, chair_of  # noqa: E402
from agreements.scenarios.player import Player  # noqa: E402
from agreements.scenarios.story import story  # noqa: E402
from negotiate.ballots.actions import Paper, cast_many, new_key  # noqa: E402
from negotiate.law.words import Choice, Electorate  # noqa: E402
from negotiate.rooms.actions import consent  # noqa: E402
from tests.negotiate.crowd import Crowd  # noqa: E402

STAFF = 3000
AT_ONCE = 500  # papers
Footprint = dict[str, Counter[str]]


def footprint() -> Footprint:
    """Rows and bytes by table, for now."""
    tables = [model._meta.db_table for model in apps.get_models(include_auto_created=True)]
    found: Footprint = {"rows": Counter(), "bytes": Counter()}
    with connection.cursor() as cursor:
        cursor.execute("VACUUM FULL")
        for table in tables:
            cursor.execute(f'SELECT count(*), pg_total_relation_size(%s) FROM "{table}"', [table])  # noqa: S608
            found["rows"][table], found["bytes"][table] = cursor.fetchone()
    return found


@contextmanager
def leaving(found: dict[str, Any], name: str, times: int) -> Iterator[None]:
    """Note what each of so many leaves that are played within the block."""
    before = footprint()
    yield
    after = footprint()
    more = {what: after[what] - before[what] for what in after}
    found[name] = {
        "rows": round(more["rows"].total() / times),
        "bytes": round(more["bytes"].total() / times),
        "most": {table: round(size / times) for table, size in more["bytes"].most_common(5)},
    }


def play(scenario: str) -> None:
    told = story(scenario)
    Player(told, book(told, chair_of(told))).play()


def vote(crowd: Crowd) -> None:
    poll = crowd.poll(electorate=Electorate.STAFF)
    seats = poll.roll.values_list("seat", "seat__link_serial")
    papers = [Paper(*seat, poll.pk, Choice.YES, new_key()) for seat in seats]
    for start in range(0, len(papers), AT_ONCE):
        cast_many(papers[start : start + AT_ONCE])
    consent.close_poll(crowd.chair, poll.pk)


def main(meetings: int) -> None:
    found: dict[str, Any] = {}
    for scenario in stories.meetings():
        play(scenario)  # what is there once: the enterprise, its people
        with leaving(found, scenario, meetings):
            for _ in range(meetings):
                play(scenario)
    crowd = Crowd()
    with leaving(found, f"a roll of {STAFF}", 1):
        crowd.enrol(STAFF)
    with leaving(found, f"a ballot of {STAFF}", 1):
        vote(crowd)
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    old = setup_databases(0, interactive=False)
    try:
        main(int(sys.argv[1]) if sys.argv[1:] else 20)
    finally:
        teardown_databases(old, 0)
