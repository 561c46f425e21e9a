"""Half a time authority is none: `manage.py check` says so before any paper waits for it."""

from pathlib import Path

import pytest
from pytest_django import Settings

from agreements.checks import time_authority_can_be_asked_and_trusted as check
from tests.agreements.signing.digital.tsa import time_authority

URL = "https://time.example/stamp"


def faults(settings: Settings, **changes: object) -> list[str | None]:
    for name, value in changes.items():
        setattr(settings, f"TIMESTAMP_{name}", value)
    return [fault.id for fault in check()]


@pytest.fixture
def roots() -> str:
    return f"{time_authority().folder / 'root.pem'}"


def test_none_at_all_is_well_and_so_is_a_whole_one(settings: Settings, roots: str) -> None:
    assert faults(settings) == []
    assert faults(settings, ROOTS=roots) == []  # of one that is asked no more
    assert faults(settings, URL=URL) == []


def test_an_address_without_roots_is_half(settings: Settings) -> None:
    assert faults(settings, URL=URL) == ["agreements.E003"]


@pytest.mark.parametrize("url", ["ftp://time.example/", "time.example", "file:///etc/passwd"])
def test_an_address_that_is_none(settings: Settings, roots: str, url: str) -> None:
    assert faults(settings, ROOTS=roots, URL=url) == ["agreements.E002"]


def test_roots_that_are_none(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "words").write_text("no certificate")
    for place in (tmp_path / "nowhere", tmp_path / "words"):
        assert faults(settings, URL=URL, ROOTS=f"{place}") == ["agreements.E001"]


@pytest.mark.parametrize("seconds", [0, -1, 31])
def test_a_limit_that_is_none(settings: Settings, roots: str, seconds: int) -> None:
    assert faults(settings, ROOTS=roots, URL=URL, SECONDS=seconds) == ["agreements.E004"]
