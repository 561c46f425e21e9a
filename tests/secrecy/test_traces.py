"""What the tables, Redis and the log keep of a secret poll, whatever the engine."""

import re

from django.conf import settings
from django.db import connection

from negotiate.ballots.models import BallotPaper, Turnout
from negotiate.people.models import Seat
from negotiate.rooms.actions import consent
from tests.negotiate.meeting import Meeting
from tests.secrecy import kept
from tests.secrecy.adversary import hold
from tests.secrecy.wires import log_at_debug, redis_monitor

PAPERS, MARKS = BallotPaper._meta.db_table, Turnout._meta.db_table
A_CHOICE = re.compile(r"\b(yes|no|abstain)\b")


def ask(sql: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())


def test_a_paper_s_number_stands_on_the_published_list_and_nowhere_else(
    meeting: Meeting, seats: list[Seat]
) -> None:
    """Not in the record either, whose entries are rows like all others."""
    voted = hold(meeting, seats, 1, seed=0)
    consent.close_poll(meeting.chair, voted.poll.pk)
    for table, rows in kept.dump().items():
        found = {number for number in voted.numbers for row in rows if number in row}
        assert found == (set(voted.numbers) if table == PAPERS else set()), table


def test_papers_lie_in_the_order_of_their_numbers_and_marks_in_that_of_the_seats(
    meeting: Meeting, seats: list[Seat]
) -> None:
    place = {"sqlite": "rowid", "postgresql": "ctid"}[connection.vendor]
    voted = hold(meeting, seats, 1, seed=0)
    consent.close_poll(meeting.chair, voted.poll.pk)
    for table, key in ((PAPERS, "number"), (MARKS, "seat_id")):
        lying = ask(f"SELECT {key} FROM {table} ORDER BY {place}")  # noqa: S608
        assert lying == ask(f"SELECT {key} FROM {table} ORDER BY {key}")  # noqa: S608
        assert lying == ask(f"SELECT {key} FROM {table} ORDER BY id")  # noqa: S608


def test_neither_redis_nor_the_log_is_told_a_number_or_a_choice(
    meeting: Meeting, seats: list[Seat]
) -> None:
    with redis_monitor() as heard, log_at_debug() as logged:
        voted = hold(meeting, seats, 4, seed=0)
        consent.close_poll(meeting.chair, voted.poll.pk)
    said = b"".join(heard).decode("latin-1")
    assert bool(said) is bool(settings.REDIS_URL)
    assert logged, "nothing was listened to"
    for told in (said, "\n".join(logged)):
        assert [number for number in voted.numbers if number in told] == []
        assert A_CHOICE.findall(told) == []
