"""A meeting to test in: the award scenario's people, seated, with nothing said yet."""

from collections.abc import Iterator

import pytest
from django.db import connection

from negotiate.ballots import box
from negotiate.ballots.models import Poll
from negotiate.record import triggers
from tests.negotiate.meeting import Meeting


@pytest.fixture
def meeting(db: None) -> Meeting:
    """Two chiefs, two representatives and a neutral chair, links issued, waiting."""
    return Meeting("award")


@pytest.fixture
def in_session(meeting: Meeting) -> Meeting:
    meeting.open()
    return meeting


@pytest.fixture
def committing(transactional_db: None) -> Iterator[None]:
    """Real commits. The record's triggers refuse the emptying of the database afterwards, so they
    are taken off for just that; boxes left open are tables that nobody else would drop."""
    triggers.install(connection)
    yield
    for poll in Poll.objects.exclude(box=""):
        box.destroy(poll.box)
    triggers.remove(connection)
