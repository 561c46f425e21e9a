"""A meeting that has summed up: its paper waits for the signers' hands."""

from collections.abc import Iterator

import pytest
from pytest_django import Settings

from tests.agreements.signing.time_server import TimeServer, time_server
from tests.negotiate.meeting import Meeting


@pytest.fixture
def summed(db: None) -> Meeting:
    meeting = Meeting("award")
    meeting.open()
    meeting.agree()
    meeting.sum_up()
    return meeting


@pytest.fixture
def tsa(settings: Settings) -> Iterator[TimeServer]:
    """A time authority that the product asks, and waits a second for."""
    settings.TIMESTAMP_SECONDS = 1
    with time_server(settings) as running:
        yield running
