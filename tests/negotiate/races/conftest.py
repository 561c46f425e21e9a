"""What races over a poll of the staff may ask for."""

import pytest

from negotiate.ballots.models import Poll
from negotiate.people.models import Seat
from tests.negotiate.ballots.staff import ask_staff, enrol
from tests.negotiate.meeting import Meeting


@pytest.fixture
def meeting(committing: None) -> Meeting:
    meeting = Meeting("award")
    meeting.open()
    return meeting


@pytest.fixture
def staff(meeting: Meeting) -> list[Seat]:
    return enrol(meeting, 8)


@pytest.fixture
def poll(meeting: Meeting, staff: list[Seat]) -> Poll:
    return ask_staff(meeting)
