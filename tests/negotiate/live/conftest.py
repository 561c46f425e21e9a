"""Sockets are tested with real commits: news is spoken only after one."""

from collections.abc import AsyncIterator, Collection, Iterator

import pytest
from django.db import connections

from negotiate.ballots.models import Poll
from negotiate.law.words import Side
from negotiate.live import desk
from negotiate.live.audience import Audience
from negotiate.live.lanes import BALLOTS, LOOKS
from negotiate.rooms.desk import RoomDesk
from tests.negotiate.live.phone import act, ticket_of
from tests.negotiate.meeting import Meeting


class Counting(RoomDesk):
    """The real desk, with a list of what it drew."""

    def __init__(self) -> None:
        self.drawn: list[Audience] = []

    def draw(self, audiences: Collection[Audience]) -> dict[Audience, desk.Picture | Exception]:
        self.drawn += audiences
        return super().draw(audiences)


@pytest.fixture(autouse=True)
async def returned() -> AsyncIterator[None]:
    """Every thread that reached the database gives its connection back."""
    yield
    await act(connections.close_all)
    for lane in (BALLOTS, LOOKS):
        await lane.rest()


@pytest.fixture
def hall(committing: None, in_session: Meeting) -> Meeting:
    """A meeting in session, in a database that commits."""
    return in_session


@pytest.fixture
def counting() -> Iterator[Counting]:
    counted = Counting()
    kept = desk.desk()
    desk.register(counted)
    yield counted
    desk.register(kept)


class Tokens:
    """Everybody's ticket."""

    def __init__(self, meeting: Meeting) -> None:
        self.chair = ticket_of(meeting.chair)
        self.chief = ticket_of(meeting.chief(Side.WORKER))
        self.worker = ticket_of(meeting.other(Side.WORKER))
        self.employer = ticket_of(meeting.other(Side.EMPLOYER))


@pytest.fixture
def tokens(hall: Meeting) -> Tokens:
    return Tokens(hall)


@pytest.fixture
def polls(hall: Meeting) -> dict[Side, Poll]:
    """Both sides asked about one version."""
    hall.propose(30000, 500)
    return {poll.of: poll for poll in hall.ask()}
