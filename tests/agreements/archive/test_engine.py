"""The archive with a search engine beside the database: the same is found as without."""

import random
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from agreements.archive import rebuilding
from agreements.archive.actions import Agreed, change
from agreements.archive.engines import hand_over
from agreements.archive.index import engine as requests
from agreements.archive.index import index
from agreements.archive.index.asking import Fault
from agreements.archive.index.engine import Engine
from agreements.archive.index_models import EngineIndex
from agreements.archive.models import Card
from agreements.archive.old_cards import divide
from agreements.archive.rebuilding import reindex
from negotiate.errors import Unavailable
from negotiate.people.models import Enterprise
from tests.agreements.archive import library
from tests.agreements.archive.at_random import everything, short
from tests.agreements.archive.eleven import firm, keys, paper
from tests.agreements.archive.engine_in_use import documents, engine, index_row, server, waiting
from tests.agreements.archive.engine_server import EngineServer
from tests.agreements.archive.reference import Kept
from tests.agreements.archive.shelf import officer
from tests.agreements.papers.test_at_once import needs_postgresql

__all__ = ["engine", "firm", "server"]
pytestmark = [pytest.mark.django_db, needs_postgresql]


def test_what_is_signed_is_found_before_it_is_handed_over_and_afterwards(
    engine: Engine, firm: Enterprise, server: EngineServer
) -> None:
    made = paper(firm, "新签的送餐", 3).key
    for rows in (1, 0):
        assert waiting() == rows
        assert keys(firm, "送餐") == [made]
        assert len(keys(firm, "奖")) == 12
        assert len(keys(firm, "")) == 12
        assert hand_over() == (rows, {})
    assert len(documents(server)) == 12


def test_what_says_something_else_now_is_found_by_that_alone(
    engine: Engine, firm: Enterprise
) -> None:
    card = Card.objects.order_by("key")[4]
    divide(card, [Agreed("text", "条款", "改为带徒", {"body": "带徒"})])
    for _ in range(2):
        assert keys(firm, "改为带徒") == [card.key]
        assert keys(firm, "第4号") == []
        assert len(keys(firm, "奖")) == 11
        hand_over()
    assert waiting() == 0


def test_pages_and_programs_are_told_that_it_is_away(
    engine: Engine, firm: Enterprise, server: EngineServer
) -> None:
    client = Client()
    client.force_login(officer(firm.federation))
    server.before = lambda method, address: (503, {})
    page = client.get(reverse("archive"), {"q": "奖金"})
    assert page.status_code == 503
    assert "检索服务没有应答，这次没有查成。" in page.content.decode()
    answer = client.get("/api/v1/agreements", {"q": "奖金"})
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "30")
    assert answer.json()["detail_en"].startswith("The search service gave no answer")
    assert client.get(reverse("archive")).status_code == 200  # nothing is asked of it


def test_who_asks_an_index_that_has_just_gone_asks_the_next(
    engine: Engine, firm: Enterprise, monkeypatch: pytest.MonkeyPatch
) -> None:
    matching, asked = Engine.matching, list[str]()

    def late(self: Engine, query: Any) -> Any:
        asked.append(self.name)
        if len(asked) == 1:
            reindex()
        return matching(self, query)

    monkeypatch.setattr(Engine, "matching", late)
    assert len(keys(firm, "奖金")) == 11
    assert len(set(asked)) == len(asked) == 2


def test_an_index_that_somebody_else_has_dropped_is_no_answer(
    engine: Engine, firm: Enterprise, server: EngineServer
) -> None:
    engine.drop()
    with pytest.raises(Unavailable):
        keys(firm, "奖金")
    paper(firm, "带徒", 3)
    taken, refused = hand_over_with_faults()
    assert (taken, waiting()) == (0, 1)
    assert "404" in refused
    assert server.indexes == {}  # and none is made by writing into it
    reindex()
    assert len(keys(firm, "奖金")) == 11


def hand_over_with_faults() -> tuple[int, str]:
    try:
        told = hand_over()
    except Fault as fault:
        return 0, str(fault)
    return told.taken, str(told.refused)


def test_without_its_address_nothing_is_answered_by_half(
    engine: Engine, firm: Enterprise, settings: Settings
) -> None:
    settings.SEARCH_ENGINE_URL = ""
    with pytest.raises(Unavailable):
        keys(firm, "奖金")


@pytest.fixture
def shelf(server: EngineServer, monkeypatch: pytest.MonkeyPatch) -> list[Kept]:
    """Three hundred agreements: most in the engine alone, some in the database as well, where the
    engine says something else of them, some in the database alone."""
    monkeypatch.setattr(rebuilding, "BATCH", 50)
    monkeypatch.setattr(requests, "PAGE", 40)
    kept = library.shelf(random.Random(20260301), 300)  # noqa: S311
    engine = Engine(EngineIndex.objects.get(is_live=True).name)
    cards = list(Card.objects.prefetch_related("clauses").order_by("key"))
    for number in range(0, 300, 7):
        index().add([index_row(cards[number])])
        stale = requests.Handed(index_row(cards[number - 1])._replace(key=cards[number].key), 900)
        assert engine.write([stale]) == {}
    engine.refresh()
    (now,) = server.indexes.values()
    for number in range(0, 300, 21):
        del now.shown[str(cards[number].key)]
    change(cards[0])
    return kept


def test_random_queries_find_through_the_engine_exactly_what_answers(shelf: list[Kept]) -> None:
    source = random.Random(1)  # noqa: S311
    hits, _ = short(source, shelf, 400)
    assert hits > 2_000
    assert everything(source, shelf, 250) > 50
