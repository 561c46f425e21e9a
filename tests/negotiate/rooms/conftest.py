"""What tests of a room may ask for."""

import pytest

from tests.negotiate.meeting import Meeting
from tests.negotiate.rooms.bundled import Talks
from tests.negotiate.rooms.desks import PEOPLE, Desk


@pytest.fixture
def hall(meeting: Meeting) -> Desk:
    """Give a room at check-in with three of the staff on its roll."""
    return Desk(meeting, *PEOPLE)


@pytest.fixture
def talks(db: None) -> Talks:
    """Give three terms on the table, for chiefs who need no poll."""
    return Talks()
