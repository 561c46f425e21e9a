"""A meeting with forty staff, stored for good: what each transaction leaves behind can be read."""

import pytest
from django.db import connection

from negotiate.people.models import Seat
from tests.negotiate.ballots.staff import enrol
from tests.negotiate.meeting import Meeting
from tests.secrecy.adversary import VOTERS

# What one engine keeps, the other has no files for.
collect_ignore = [
    "test_on_postgresql.py" if connection.vendor == "sqlite" else "test_on_sqlite.py",
]


@pytest.fixture
def meeting(committing: None) -> Meeting:
    meeting = Meeting("award")
    meeting.open()
    return meeting


@pytest.fixture
def seats(meeting: Meeting) -> list[Seat]:
    return enrol(meeting, VOTERS)
