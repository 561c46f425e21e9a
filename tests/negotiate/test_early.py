"""A serving process reads early what somebody will ask for, and goes on when it can't."""

import logging

import pytest
from django.db import OperationalError

from agreements.archive import columns, figures
from negotiate import early


def test_everything_is_read_and_a_database_that_fails_stops_nothing(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    called = []

    def failing() -> None:
        called.append("failing")
        raise OperationalError("no such table")

    monkeypatch.setattr(early, "_readers", [failing, lambda: called.append("reading")])
    with caplog.at_level(logging.WARNING, "negotiate.early"):
        early.begin().join()
    assert called == ["failing", "reading"]
    assert [entry.message for entry in caplog.records] == ["Not read before it was asked for"]


def test_the_columns_of_the_archive_are_among_it() -> None:
    assert {columns.current, figures.current} <= set(early._readers)
