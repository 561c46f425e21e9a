"""Tests of people start with nobody having tried anything."""

import pytest

from negotiate.people import throttle


@pytest.fixture(autouse=True)
def nothing_tried() -> None:
    """Counts outlive a test's transaction, and its seats' keys come again in the next test."""
    throttle.counting().storage.reset()
