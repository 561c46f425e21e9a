"""What tests of a room may ask for."""

import pytest

from tests.negotiate.meeting import Meeting
from tests.negotiate.rooms.desks import PEOPLE, Desk


@pytest.fixture
def hall(meeting: Meeting) -> Desk:
    """Give a room at check-in with three of the staff on its roll."""
    return Desk(meeting, *PEOPLE)
