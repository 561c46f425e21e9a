"""What the search engine is asked, byte by byte, and what is made of whatever it says."""

import json
import ssl
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytest_django.fixtures import Settings

from agreements.archive.index import Query, Row
from agreements.archive.index import engine as engines
from agreements.archive.index.asking import Fault
from agreements.archive.index.engine import Engine, Handed
from tests.agreements.archive.engine_server import SHARDS, EngineServer, engine_server
from tests.nginx import certified

RECORDED = Path(__file__).parent / "recorded"
KEYS = (48475144192, 48475209728, 48475340800)
ROWS = [
    Handed(Row(KEYS[0], frozenset([1, 255, -1])), 7),
    Handed(Row(KEYS[1], frozenset([1, 16])), 8),
    Handed(Row(KEYS[2], frozenset([16])), 9),
]
BOTH = Query(frozenset([1]), (frozenset([16, -1]),))


@pytest.fixture
def server(settings: Settings) -> Iterator[EngineServer]:
    with engine_server() as made:
        settings.SEARCH_ENGINE_URL, settings.SEARCH_ENGINE_SECONDS = made.url, 2
        yield made


@pytest.fixture
def engine(server: EngineServer) -> Engine:
    made = Engine("agreements-0123456789ab")
    made.make()
    assert made.write(ROWS) == {}
    made.refresh()
    return made


def told(server: EngineServer) -> str:
    """All that went over the line, as it is written down."""
    return "\n".join(
        f"{one.method} {one.address}\n{one.kind}\n{one.body.decode()}\n"
        f"{one.status}\n{one.said.decode()}\n"
        for one in server.seen
    )


def test_every_request_is_as_it_is_written_down(server: EngineServer, engine: Engine) -> None:
    assert engine.count() == 3
    assert engine.matching(BOTH).tolist() == list(KEYS[:2])
    assert engine.matching(Query(frozenset([2]))).tolist() == []
    assert list(engine.write([Handed(ROWS[0].row, 6)])) == [KEYS[0]]
    engine.make()
    engine.drop()
    engine.drop()
    assert list(engine.write(ROWS[:1])) == [KEYS[0]]
    recorded = (RECORDED / "engine.txt").read_text("utf-8")
    assert told(server) == recorded


def test_keys_come_in_pages(
    server: EngineServer, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "PAGE", 1)
    before = len(server.seen)
    assert engine.matching(BOTH).tolist() == list(KEYS[:2])
    pages = [json.loads(one.body) for one in server.seen[before:]]
    assert [page.get("search_after") for page in pages] == [None, [KEYS[0]], [KEYS[1]]]


def test_a_page_is_as_large_as_an_engine_gives(server: EngineServer, engine: Engine) -> None:
    many = [Handed(Row(key, frozenset([3])), 1) for key in range(1, 10_003)]
    engine.write(many)
    engine.refresh()
    assert engine.matching(Query(frozenset([3]))).tolist() == list(range(1, 10_003))


def test_nothing_is_found_before_it_is_refreshed(engine: Engine) -> None:
    engine.write([Handed(Row(5, frozenset([1, 16])), 1)])
    assert engine.matching(BOTH).tolist() == list(KEYS[:2])
    engine.refresh()
    assert engine.matching(BOTH).tolist() == [5, *KEYS[:2]]


def test_what_is_written_again_is_the_same_and_what_comes_late_changes_nothing(
    engine: Engine,
) -> None:
    assert engine.write(ROWS) == {}
    assert engine.write([Handed(Row(KEYS[0], frozenset([9])), 8)]) == {}
    (why,) = engine.write([Handed(ROWS[0].row, 7)]).values()
    assert why.startswith("409 version_conflict_engine_exception")
    engine.refresh()
    assert engine.matching(Query(frozenset([9]))).tolist() == [KEYS[0]]
    assert engine.count() == 3


def found(*hits: Any, **more: Any) -> tuple[int, dict[str, Any]]:
    return 200, {"timed_out": False, "_shards": SHARDS, "hits": {"hits": list(hits)}} | more


HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
WRONG: dict[str, Any] = {
    "a part of the shards": found(_shards=SHARDS | {"successful": 0, "failed": 1}),
    "a shard that is nowhere": found(_shards=SHARDS | {"total": 2}),
    "cut off by its own limit": found(timed_out=True),
    "no word of shards": (200, {"timed_out": False, "hits": {"hits": []}}),
    "no word of time": (200, {"_shards": SHARDS}),
    "keys in no order": found({"sort": [2]}, {"sort": [1]}),
    "a key twice": found({"sort": [2]}, {"sort": [2]}),
    "keys that are none": found({"sort": ["a"]}),
    "too much to do": (429, {"error": {"type": "es_rejected_execution_exception"}}),
    "no shards": (503, {"error": {"type": "search_phase_execution_exception"}}),
    "not let in": (401, {"error": {"type": "security_exception"}}),
    "sent elsewhere": (302, {}),
    "no JSON": b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n<htm>",
    "half an answer": HTTP + b'Content-Length: 500\r\n\r\n{"timed_out":false,',
    "no HTTP": b"nonsense\r\n\r\n",
    "nothing": b"",
}


@pytest.mark.parametrize("what", WRONG)
def test_an_answer_that_is_not_whole_is_none(
    server: EngineServer, engine: Engine, what: str
) -> None:
    server.before = lambda method, address: WRONG[what]
    with pytest.raises(Fault):
        engine.matching(BOTH)


def test_an_answer_without_end_is_given_up(
    server: EngineServer, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("agreements.archive.index.asking.LARGEST", 1000)
    server.before = lambda method, address: HTTP + b"Content-Length: 2000\r\n\r\n" + b" " * 2000
    with pytest.raises(Fault, match="without end"):
        engine.matching(BOTH)


def test_an_engine_that_hangs_is_given_up(
    server: EngineServer, engine: Engine, settings: Settings
) -> None:
    settings.SEARCH_ENGINE_SECONDS = 1
    server.before = lambda method, address: time.sleep(1.5)
    with pytest.raises(Fault):
        engine.matching(BOTH)


def test_the_limit_is_for_all_pages_together(
    server: EngineServer, engine: Engine, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    settings.SEARCH_ENGINE_SECONDS = 1
    monkeypatch.setattr(engines, "PAGE", 1)
    server.before = lambda method, address: time.sleep(0.4)
    with pytest.raises(Fault, match=r"slowly|timed out"):
        engine.matching(BOTH)


def test_an_engine_that_is_away_is_said(engine: Engine, settings: Settings) -> None:
    settings.SEARCH_ENGINE_URL = "http://127.0.0.1:9"
    with pytest.raises(Fault):
        engine.matching(BOTH)
    settings.SEARCH_ENGINE_URL = ""
    with pytest.raises(Fault, match="not set"):
        engine.matching(BOTH)


def test_documents_that_are_not_taken_are_told_one_by_one(
    server: EngineServer, engine: Engine
) -> None:
    full = {"type": "es_rejected_execution_exception", "reason": "rejected execution"}
    server.not_taken = {str(KEYS[1]): (429, full)}
    told = {KEYS[1]: "429 es_rejected_execution_exception: rejected execution"}
    assert engine.write(ROWS) == told
    assert engine.write(ROWS) == {}


@pytest.mark.parametrize("items", [[], [{"index": {"_id": "5", "status": 201}}]])
def test_an_answer_about_other_documents_is_none(
    server: EngineServer, engine: Engine, items: list[Any]
) -> None:
    server.before = lambda method, address: (200, {"errors": False, "items": items})
    with pytest.raises(Fault):
        engine.write(ROWS[:1])


def test_what_was_not_refreshed_everywhere_is_not_shown(
    server: EngineServer, engine: Engine
) -> None:
    some = {"_shards": {"total": 2, "successful": 1, "failed": 1}}
    server.before = lambda method, address: (200, some)
    with pytest.raises(Fault, match="refreshed"):
        engine.refresh()


def test_an_engine_whose_replicas_lag_is_refused(server: EngineServer) -> None:
    server.settings = {"replication": "SEGMENT"}
    with pytest.raises(Fault, match="segments"):
        Engine("agreements-new").make()


def test_over_tls_it_is_trusted_by_its_own_root_alone(
    server: EngineServer, engine: Engine, settings: Settings, tmp_path: Path
) -> None:
    certified(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "fullchain.pem", tmp_path / "privkey.pem")
    server.socket = context.wrap_socket(server.socket, server_side=True)
    settings.SEARCH_ENGINE_URL = server.url.replace("http:", "https:")
    settings.SEARCH_ENGINE_ROOTS = str(tmp_path / "fullchain.pem")
    assert engine.count() == 3
    settings.SEARCH_ENGINE_ROOTS = str(tmp_path / "privkey.pem")
    with pytest.raises(Fault, match="ROOTS"):
        engine.count()
    settings.SEARCH_ENGINE_ROOTS = ""
    with pytest.raises(Fault, match="CERTIFICATE_VERIFY_FAILED"):
        engine.count()


def test_name_and_password_are_in_the_header(
    server: EngineServer, engine: Engine, settings: Settings
) -> None:
    settings.SEARCH_ENGINE_URL = server.url.replace("http://", "http://n%C3%A4me:p%40ss@")
    assert engine.count() == 3
    assert [one.let_in for one in server.seen[-2:]] == ["", "Basic bsOkbWU6cEBzcw=="]
