"""A time authority of the tests' own."""

from collections.abc import Iterator

import pytest
from pytest_django import Settings

from tests.agreements.signing.time_server import TimeServer, time_server


@pytest.fixture
def tsa(settings: Settings) -> Iterator[TimeServer]:
    """A time authority that the product asks, and waits a second for."""
    settings.TIMESTAMP_SECONDS = 1
    with time_server(settings) as running:
        yield running
