"""Once a poll is over, the database has its rows in an order that no arrival has left a mark on."""

from collections.abc import Callable

import pytest
from django.db import connection

from negotiate.ballots import actions as ballots
from negotiate.ballots.models import BallotPaper, Poll, Turnout
from negotiate.law.words import Capacity, Side
from negotiate.people.models import Seat
from negotiate.people.roster_file import RosterRow
from negotiate.rooms.actions import consent, ledger, seating
from tests.boxes import papers_of
from tests.negotiate.meeting import Meeting

W = Side.WORKER
PLACE = {"sqlite": "rowid", "postgresql": "ctid"}  # where a row lies, whatever it says


def lying(table: str, column: str) -> list[object]:
    """A column's values in the order in which the rows lie in the database's file."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM {table} ORDER BY {PLACE[connection.vendor]}")  # noqa: S608
        return [value for (value,) in cursor.fetchall()]


def boxes() -> list[str]:
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
    return [table for table in tables if table.startswith("box_")]


def voted(meeting: Meeting) -> tuple[Poll, list[int]]:
    """A poll in which five have voted, the last seat first; who came in which order."""
    rows = [RosterRow(f"组员{n}", "", "", W, Capacity.REPRESENTATIVE) for n in range(3)]
    seating.seat_persons(meeting.chair, rows)
    meeting.open()
    seats = list(Seat.objects.filter(room=meeting.room, side=W).order_by("-pk"))
    for seat in seats:
        if seat.arrived_at is None:
            seating.check_in(seat, remote=False)
    meeting.propose(30000, 500)
    poll = meeting.ask(W)[0]
    for seat in seats:
        ballots.cast(seat, poll.pk, "yes", ballots.new_key())
    return poll, [seat.pk for seat in seats]


def close(meeting: Meeting, poll: Poll) -> None:
    consent.close_poll(meeting.chair, poll.pk)


def void(meeting: Meeting, poll: Poll) -> None:
    ledger.defer(meeting.chair, meeting.term.pk, reason="改日再谈")


@pytest.mark.parametrize("end", [close, void])
def test_after_the_end_no_table_lies_in_the_order_of_arrival(
    meeting: Meeting, end: Callable[[Meeting, Poll], None]
) -> None:
    poll, seats = voted(meeting)
    turnout = Turnout._meta.db_table
    assert lying(turnout, "seat_id") == seats
    end(meeting, poll)
    assert lying(turnout, "seat_id") == sorted(seats)
    numbers = Turnout.objects.order_by("pk").values_list("seat", flat=True)
    assert list(numbers) == sorted(seats)


def test_a_close_moves_the_papers_from_the_box_to_the_list_in_the_order_of_their_numbers(
    meeting: Meeting,
) -> None:
    poll, _ = voted(meeting)
    assert boxes() == [poll.box]
    inside = papers_of(poll)
    close(meeting, poll)
    assert boxes() == []
    assert lying(BallotPaper._meta.db_table, "number") == sorted(inside)
    assert papers_of(poll) == inside


def test_a_void_poll_s_papers_are_destroyed_unread(meeting: Meeting) -> None:
    poll, _ = voted(meeting)
    void(meeting, poll)
    poll.refresh_from_db()
    assert (boxes(), poll.box, poll.papers.count()) == ([], "", 0)
    assert (poll.yes, poll.passed) == (0, None)
