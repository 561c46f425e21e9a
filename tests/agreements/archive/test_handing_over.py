"""Rows go from the database to the search engine: none is lost, none doubled, all are found."""

from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from agreements.archive import engines
from agreements.archive.actions import Agreed
from agreements.archive.engines import hand_over
from agreements.archive.index.engine import Engine
from agreements.archive.models import Card
from agreements.archive.old_cards import divide
from negotiate.errors import Unavailable
from negotiate.people.models import Enterprise
from tests.agreements.archive.eleven import firm, keys, paper
from tests.agreements.archive.engine_in_use import documents, engine, server, waiting
from tests.agreements.archive.engine_server import EngineServer
from tests.agreements.papers.test_at_once import needs_postgresql

__all__ = ["engine", "firm", "server"]
pytestmark = [pytest.mark.django_db, needs_postgresql]


def test_nothing_is_lost_while_the_engine_is_away(
    engine: Engine, firm: Enterprise, server: EngineServer
) -> None:
    server.before = lambda method, address: b""
    made = [paper(firm, f"第{n}次断网", n).key for n in range(3)]
    with pytest.raises(Unavailable):
        keys(firm, "断网")
    with pytest.raises(CommandError, match="search engine"):
        call_command("hand_over")
    assert waiting() == 3
    server.before = lambda method, address: None
    assert sorted(keys(firm, "断网")) == sorted(made)
    told = StringIO()
    call_command("hand_over", stdout=told)
    assert told.getvalue() == "3 agreements handed over\n"
    assert waiting() == 0
    assert sorted(keys(firm, "断网")) == sorted(made)


def test_what_is_not_taken_stays_and_is_found(
    engine: Engine, firm: Enterprise, server: EngineServer
) -> None:
    made = [paper(firm, f"第{n}份没收", n).key for n in range(3)]
    full = {"type": "es_rejected_execution_exception", "reason": "queue is full"}
    server.not_taken = {str(made[1]): (429, full)}
    told = StringIO()
    with pytest.raises(SystemExit):
        call_command("hand_over", stdout=StringIO(), stderr=told)
    assert told.getvalue() == (
        f"{made[1]} was not taken: 429 es_rejected_execution_exception: queue is full\n"
    )
    assert waiting() == 1
    assert sorted(keys(firm, "没收")) == sorted(made)
    assert hand_over() == (1, {})
    assert sorted(keys(firm, "没收")) == sorted(made)


def test_a_row_that_changes_while_it_is_handed_over_stays(
    engine: Engine, firm: Enterprise, monkeypatch: pytest.MonkeyPatch
) -> None:
    card, refresh = paper(firm, "先是这样", 3), Engine.refresh

    def meanwhile(self: Engine) -> None:
        refresh(self)
        if keys(firm, "先是这样"):
            divide(card, [Agreed("text", "条款", "后来那样", {"body": "那样"})])

    monkeypatch.setattr(Engine, "refresh", meanwhile)
    assert hand_over() == (0, {})
    assert (waiting(), keys(firm, "后来那样"), keys(firm, "先是这样")) == (1, [card.key], [])
    assert hand_over() == (1, {})
    assert (waiting(), keys(firm, "后来那样"), keys(firm, "先是这样")) == (0, [card.key], [])


class Died(BaseException):
    """As if killed: nobody catches it, and the database takes back what was not committed."""


STEPS: list[tuple[Any, str]] = [
    (Engine, "write"), (Engine, "refresh"), (engines, "_confirm"), (engines, "_tail"),
]  # fmt: skip


@pytest.mark.parametrize("step", [name for _, name in STEPS])
@pytest.mark.parametrize("done", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("times", [1, 2])
def test_dying_between_any_two_steps_loses_and_doubles_nothing(
    engine: Engine, firm: Enterprise, monkeypatch: pytest.MonkeyPatch,
    step: str, done: bool, times: int, server: EngineServer,
) -> None:  # fmt: skip
    made = [paper(firm, f"第{n}份移交", n).key for n in range(4)]
    of = next(of for of, name in STEPS if name == step)
    call: Callable[..., Any] = getattr(of, step)
    left = [times]

    def dying(*words: Any) -> Any:
        left[0] -= 1
        if left[0] == 0 and not done:
            raise Died
        told = call(*words)
        if left[0] == 0:
            raise Died
        return told

    with monkeypatch.context() as once:
        once.setattr(of, step, dying)
        with pytest.raises(Died):
            hand_over()
    assert sorted(keys(firm, "移交")) == sorted(made)
    assert len(keys(firm, "奖")) == 15
    hand_over()
    assert waiting() == 0
    assert sorted(keys(firm, "移交")) == sorted(made)
    assert len(documents(server)) == 15


def test_it_is_searched_between_all_steps_of_handing_over(
    engine: Engine, firm: Enterprise, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = sorted(paper(firm, f"第{n}份移交", n).key for n in range(5))
    searched = []
    for of, name in STEPS:

        def watched(*words: Any, call: Callable[..., Any] = getattr(of, name)) -> Any:  # noqa: B008
            told = call(*words)
            searched.append(sorted(keys(firm, "移交")))
            return told

        monkeypatch.setattr(of, name, watched)
    hand_over()
    assert len(searched) >= 12
    assert searched == [made] * len(searched)


def test_documents_that_the_engine_has_lost_are_told(
    engine: Engine, firm: Enterprise, server: EngineServer
) -> None:
    (kept,) = server.indexes.values()
    lost = str(Card.objects.order_by("key")[2].key)
    del kept.written[lost], kept.shown[lost]
    with pytest.raises(CommandError, match="10 of 11"):
        call_command("hand_over")
    call_command("reindex", "--anew", stdout=StringIO())
    call_command("hand_over")
    assert len(keys(firm, "奖金")) == 11
