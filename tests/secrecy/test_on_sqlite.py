"""What SQLite's files keep of a secret poll, and what a log of its statements would."""

import logging

from negotiate.people.models import Seat
from negotiate.rooms.actions import consent
from tests.negotiate.meeting import Meeting
from tests.secrecy import kept
from tests.secrecy.adversary import hold
from tests.secrecy.wires import log_at_debug


def test_no_file_has_a_paper_outside_the_published_list(
    meeting: Meeting, seats: list[Seat]
) -> None:
    voted = hold(meeting, seats, 1, seed=0)
    told = [number.encode() for number in voted.numbers]
    box = voted.poll.box.encode()
    before = kept.files()["sqlite-wal"]
    assert all(word in before for word in [box, *told])
    consent.close_poll(meeting.chair, voted.poll.pk)
    after = kept.files()
    assert after["sqlite-wal"] == b""
    assert box not in after["sqlite"]
    assert {after["sqlite"].count(number) for number in told} == {2}  # on the list, in its index


def test_nor_if_the_papers_had_already_gone_into_the_main_file(
    meeting: Meeting, seats: list[Seat]
) -> None:
    voted = hold(meeting, seats, 1, seed=0)
    kept.checkpoint()
    told = [number.encode() for number in voted.numbers]
    assert all(number in kept.files()["sqlite"] for number in told)
    meeting.propose(30000, 700)  # makes the poll void: nothing is published
    assert [n for n in told for file in kept.files().values() if n in file] == []


def test_the_log_would_tell_if_the_settings_let_it(meeting: Meeting, seats: list[Seat]) -> None:
    """So that the test of the log (test_traces) can fail. PostgreSQL is given values apart."""
    statements = logging.getLogger("django.db.backends")
    level = statements.level
    statements.setLevel(logging.DEBUG)
    try:
        with log_at_debug() as logged:
            voted = hold(meeting, seats, 4, seed=0)
    finally:
        statements.setLevel(level)
    assert [number for number in voted.numbers if number not in "".join(logged)] == []
