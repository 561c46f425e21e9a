"""A backup of PostgreSQL holds every table that it has seen, to its end."""

import pytest
from django.db import connection

from negotiate.ballots import actions as ballots
from negotiate.ballots.models import Poll
from negotiate.law.refusal import Refused
from negotiate.law.words import Side
from negotiate.rooms.actions import consent, ledger
from tests.negotiate.meeting import Meeting
from tests.trace import trace

pytestmark = [
    pytest.mark.usefixtures("committing"),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite's hold no table"),
]
W = Side.WORKER


def test_a_poll_is_not_ended_while_a_backup_holds_its_box_and_is_ended_afterwards() -> None:
    meeting = Meeting("award")
    meeting.open()
    meeting.propose(30000, 500)
    (poll,) = meeting.ask(W)
    ballots.cast(meeting.other(W), poll.pk, "yes", "a" * 32)
    before = trace()
    backup = connection.copy()
    try:
        backup.set_autocommit(False)
        backup.cursor().execute(f"LOCK TABLE {poll.box} IN ACCESS SHARE MODE")
        with pytest.raises(Refused, match="正在备份"):
            consent.close_poll(meeting.chair, poll.pk)
        with pytest.raises(Refused, match="正在备份"):
            ledger.defer(meeting.chair, meeting.term.pk, reason="明天再谈")
        assert trace() == before
        ballots.cast(meeting.chief(W), poll.pk, "no", "b" * 32)
    finally:
        backup.close()
    consent.close_poll(meeting.chair, poll.pk)
    poll.refresh_from_db()
    assert (poll.state, poll.papers.count()) == (Poll.State.CLOSED, 2)
