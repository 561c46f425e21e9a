"""The index is rebuilt into a search engine, from one of its indexes into the next, and back."""

from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from pytest_django import Settings

from agreements.archive.engines import hand_over
from agreements.archive.index import engine as requests
from agreements.archive.index.asking import Fault
from agreements.archive.index.engine import Engine
from agreements.archive.index_models import EngineIndex, Rebuild
from agreements.archive.models import Card
from agreements.archive.rebuilding import reindex
from negotiate.people.models import Enterprise
from tests.agreements.archive.eleven import firm, keys, paper
from tests.agreements.archive.engine_in_use import documents, engine, index_row, server, waiting
from tests.agreements.archive.engine_server import EngineServer
from tests.agreements.papers.test_at_once import needs_postgresql

__all__ = ["engine", "firm", "server"]
pytestmark = [pytest.mark.django_db, needs_postgresql]


def test_a_rebuild_brings_the_index_into_the_engine(server: EngineServer, firm: Enterprise) -> None:
    before = [keys(firm, query) for query in ("奖", "奖金", "第7号", "无")]
    assert reindex() == 11
    assert (waiting(), EngineIndex.objects.get().is_live) == (0, True)
    assert documents(server) == {
        str(key): serial for key, serial in Card.objects.exclude(
            key=Card.objects.latest("key").key  # whose serial says that all is anew
        ).values_list("key", "serial")
    } | {str(Card.objects.latest("key").key): 11}  # fmt: skip
    assert [keys(firm, query) for query in ("奖", "奖金", "第7号", "无")] == before


def test_a_rebuild_from_one_index_of_the_engine_into_the_next(
    engine: Engine, firm: Enterprise, server: EngineServer
) -> None:
    """While it is written to, handed over and searched; the old index is gone afterwards."""
    made: list[int] = []

    def meanwhile(done: int, of: int) -> None:
        day = -1 if len(made) % 2 else 40
        made.append(paper(firm, f"换的时候{len(made)}", day).key)
        if len(made) % 3 == 0:
            hand_over()
        assert sorted(keys(firm, "换的时候")) == sorted(made)

    assert reindex(meanwhile) == 11 + len(made)
    assert len(made) >= 4
    assert sorted(keys(firm, "换的时候")) == sorted(made)
    assert list(server.indexes) == [EngineIndex.objects.get().name] != [engine.name]
    hand_over()
    assert waiting() == 0
    assert len(documents(server)) == 11 + len(made)
    assert sorted(keys(firm, "换的时候")) == sorted(made)


def test_a_rebuild_stops_where_the_engine_takes_nothing_and_goes_on(
    server: EngineServer, firm: Enterprise
) -> None:
    refusing = [False]

    def before(method: str, address: str) -> Any:
        bulk = "_bulk" in address and refusing[0]
        return (429, {"error": {"type": "circuit_breaking_exception"}}) if bulk else None

    def told(done: int, of: int) -> None:
        refusing[0] = done == 8

    server.before = before
    with pytest.raises(Fault, match="too much"):
        reindex(told)
    assert len(keys(firm, "奖金")) == 11  # out of the database
    refusing[0] = False
    assert Rebuild.objects.get().last_key == Card.objects.order_by("key")[7].key
    done = list[int]()
    assert reindex(lambda n, of: done.append(n)) == 11
    assert done == [11]
    assert len(keys(firm, "奖金")) == 11
    assert (waiting(), len(documents(server))) == (0, 11)


def test_the_index_comes_back_into_the_database(
    engine: Engine, firm: Enterprise, server: EngineServer, settings: Settings
) -> None:
    paper(firm, "还没移交", 3)
    call_command("reindex", "--to-database", stdout=StringIO())
    assert (waiting(), EngineIndex.objects.exists(), server.indexes) == (12, False, {})
    settings.SEARCH_ENGINE_URL = ""
    assert (len(keys(firm, "奖")), len(keys(firm, "还没移交"))) == (12, 1)
    assert hand_over() == (0, {})


def test_a_database_that_was_restored_is_told_and_can_begin_anew(
    engine: Engine, firm: Enterprise, server: EngineServer
) -> None:
    """The engine has later versions than the database will give for a while."""
    card = paper(firm, "恢复以后签的", 3)
    engine.write([requests.Handed(index_row(card), card.serial + 50)])
    taken, refused = hand_over()
    assert (taken, list(refused)) == (0, [card.key])
    assert refused[card.key].startswith("409")
    assert keys(firm, "恢复以后签的") == [card.key]
    assert reindex(anew=True) == 12
    assert keys(firm, "恢复以后签的") == [card.key]
    assert waiting() == 0
