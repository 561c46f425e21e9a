"""A search engine that has the index of an archive, for the tests of it."""

from collections.abc import Iterator
from typing import Any

import pytest
from pytest_django import Settings

from agreements.archive import engines, rebuilding
from agreements.archive.index import LIVE
from agreements.archive.index import engine as requests
from agreements.archive.index.engine import Engine
from agreements.archive.index_models import EngineIndex
from agreements.archive.models import Card
from agreements.archive.rebuilding import reindex
from negotiate.people.models import Enterprise
from tests.agreements.archive.eleven import firm
from tests.agreements.archive.engine_server import EngineServer, engine_server

__all__ = ["firm"]


@pytest.fixture
def server(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[EngineServer]:
    monkeypatch.setattr(rebuilding, "BATCH", 4)
    monkeypatch.setattr(engines, "BATCH", 2)
    monkeypatch.setattr(engines, "PAUSES", (0, 0))
    monkeypatch.setattr(requests, "PAGE", 5)
    with engine_server() as made:
        settings.SEARCH_ENGINE_URL, settings.SEARCH_ENGINE_SECONDS = made.url, 5
        yield made


@pytest.fixture
def engine(server: EngineServer, firm: Enterprise) -> Engine:
    """In use, with eleven agreements that are in no table of the database any more."""
    assert reindex() == 11
    assert waiting() == 0
    return Engine(EngineIndex.objects.get(is_live=True).name)


def waiting() -> int:
    return engines.rows_of(LIVE)


def documents(server: EngineServer) -> dict[str, int]:
    """Those that are shown, by their ids, with their versions."""
    (kept,) = server.indexes.values()
    return {id_: one.version for id_, one in kept.shown.items()}


def index_row(card: Card) -> Any:
    from agreements.archive.indexing import entry_of

    return entry_of(card).row
