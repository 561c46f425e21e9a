"""A meeting to test in: the award scenario's people, seated, with nothing said yet."""

import pytest

from tests.negotiate.meeting import Meeting


@pytest.fixture
def meeting(db: None) -> Meeting:
    """Two chiefs, two representatives and a neutral chair, links issued, waiting."""
    return Meeting("award")


@pytest.fixture
def in_session(meeting: Meeting) -> Meeting:
    meeting.open()
    return meeting
