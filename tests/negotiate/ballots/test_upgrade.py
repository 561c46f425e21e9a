"""Polls that were asked before there were kinds of ballot, after the upgrade."""

from collections.abc import Iterator

import pytest

from negotiate.ballots import actions as ballots
from negotiate.ballots.models import Poll
from negotiate.law.refusal import Refused
from negotiate.law.words import Secrecy, Side
from negotiate.rooms import desk
from negotiate.rooms.actions import consent
from tests.migrating import migrate
from tests.negotiate.meeting import Meeting

W, E = Side.WORKER, Side.EMPLOYER
BEFORE = ("negotiate", "0002_record_only_grows")


@pytest.fixture
def meeting(committing: None) -> Iterator[Meeting]:
    made = Meeting("award")
    made.open()
    made.propose(30000, 500)
    yield made
    migrate()


def upgraded(polls: list[Poll]) -> None:
    """Take the tables back to before, put papers into the old one, and upgrade."""
    old = migrate(BEFORE).loader.project_state([BEFORE]).apps
    papers = old.get_model("negotiate", "BallotPaper")
    for poll in polls:
        papers.objects.create(key=f"{poll.pk:032}", poll_id=poll.pk, choice="yes")
    migrate()
    for poll in polls:
        poll.refresh_from_db()


def asked(meeting: Meeting, side: Side) -> Poll:
    consent.open_poll(meeting.chair, meeting.term.pk, [side], secrecy=Secrecy.RECORDED)
    return Poll.objects.get(side=side)


def version(meeting: Meeting) -> int:
    """The one that open pages know: if it shrinks, they take no news."""
    room = meeting.room.pk
    return desk.stands([room])[room].version


def test_an_open_poll_is_void_and_a_closed_one_keeps_its_figures(meeting: Meeting) -> None:
    full, left_open = asked(meeting, W), asked(meeting, E)
    for entry in full.roll.select_related("seat"):
        ballots.cast(entry.seat, full.pk, "yes", f"{entry.pk:032}")
    consent.close_poll(meeting.chair, full.pk)
    ballots.cast(meeting.chief(E), left_open.pk, "yes", "a" * 32)
    full.refresh_from_db()
    before = (full.yes, full.passed, full.verdict, version(meeting))
    upgraded([full, left_open])
    after = (full.yes, full.passed, full.verdict, version(meeting))
    assert (after, full.state, full.filled) == (before, Poll.State.CLOSED, True)
    assert (left_open.state, left_open.filled) == (Poll.State.VOID, False)
    assert left_open.closed_at is not None
    assert not full.papers.exists()


def test_a_paper_for_a_poll_of_before_stops_no_other(meeting: Meeting) -> None:
    gone = asked(meeting, W)
    upgraded([gone])
    (poll,) = meeting.ask(W)
    seat = meeting.other(W)
    papers = [
        ballots.Paper(seat.pk, seat.link_serial, asked_by.pk, "yes", key * 32)
        for asked_by, key in ((gone, "a"), (poll, "b"))
    ]
    void, receipt = ballots.cast_many(papers)
    assert isinstance(void, Refused)
    assert isinstance(receipt, str)
