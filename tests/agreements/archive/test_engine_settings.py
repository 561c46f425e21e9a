"""What is set of a search engine can be meant: `manage.py check` says so before anybody asks."""

from pathlib import Path

import pytest
from django.db import connection
from pytest_django import Settings

from agreements.checks import search_engine_can_be_used as check

URL = "https://search:secret@engine.example:9200/here"
SQLITE = ["agreements.E006"] if connection.vendor == "sqlite" else []


def faults(settings: Settings, **changes: object) -> list[str | None]:
    for name, value in changes.items():
        setattr(settings, f"SEARCH_ENGINE_{name}", value)
    return [fault.id for fault in check()]


def test_none_at_all_is_well(settings: Settings) -> None:
    assert faults(settings, INDEX="Wrong", SECONDS=0) == []


@pytest.mark.django_db
def test_one_wants_postgresql(settings: Settings) -> None:
    assert faults(settings, URL=URL) == SQLITE


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"URL": "ftp://engine.example"}, "E005"),
        ({"URL": "engine.example:9200"}, "E005"),
        ({"INDEX": "Agreements"}, "E007"),
        ({"INDEX": "a,b*"}, "E007"),
        ({"INDEX": ""}, "E007"),
        ({"SECONDS": 0}, "E008"),
        ({"SECONDS": 61}, "E008"),
        ({"ROOTS": "/nowhere.pem"}, "E009"),
    ],
)
def test_what_can_t_be_meant_is_told(
    settings: Settings, changes: dict[str, object], fault: str
) -> None:
    told = faults(settings, **{"URL": URL} | changes)
    assert [one for one in told if one not in SQLITE] == [f"agreements.{fault}"]


def test_roots_are_a_file(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "root.pem").write_text("")
    assert faults(settings, URL=URL, ROOTS=str(tmp_path / "root.pem")) == SQLITE
