"""A meeting that has summed up: its paper waits for the signers' hands."""

import pytest

from tests.negotiate.meeting import Meeting


@pytest.fixture
def summed(db: None) -> Meeting:
    meeting = Meeting("award")
    meeting.open()
    meeting.agree()
    meeting.sum_up()
    return meeting
