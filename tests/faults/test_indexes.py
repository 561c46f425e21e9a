"""A rebuild of the index that is killed leaves searches as they were, and goes on when it is called
again: nothing is lost, nothing doubled."""

import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from tests.agreements.archive.engine_server import EngineServer, engine_server
from tests.faults import indexes
from tests.process import PATIENCE
from tests.server import Server

MANY = 330


@pytest.fixture(params=["SQLite", "PostgreSQL"])
def archive(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Server]:
    """A database with some agreements."""
    if request.param == "SQLite":
        server: Server = request.getfixturevalue("server")
    else:
        server = Server(request.getfixturevalue("database"), tmp_path / "log")
    server.call(indexes.filled, MANY)
    yield server
    server.stop()


def test_a_rebuild_that_is_killed_again_and_again_comes_to_its_end(
    archive: Server, tmp_path: Path
) -> None:
    command = indexes.command_on(archive, tmp_path / "rebuilding.log")
    come = -1
    for part in (0, 50, 200):
        command.begin()
        while archive.call(indexes.reached) < part:
            time.sleep(0.02)
        command.kill()
        assert come <= archive.call(indexes.reached) < MANY
        come = archive.call(indexes.reached)
    assert come >= 200
    said = archive.manage("reindex")
    assert said.endswith(f"{MANY} papers indexed\n")
    assert int(said.partition("/")[0]) > come  # it went on
    assert archive.call(indexes.wrong) == []


def test_it_may_die_after_any_statement(server: Server) -> None:
    told = server.call(indexes.deaths)
    assert len(told) >= 6  # begun, three batches, swapped
    assert [one for one in told if one] == []


def test_who_hands_over_to_a_search_engine_may_be_killed_at_any_request(
    database: str, tmp_path: Path
) -> None:
    """The engine gets a request, and who has sent it is dead before he reads the answer."""
    with engine_server() as engine:
        server = Server(database, tmp_path / "log", SEARCH_ENGINE_URL=engine.url)
        try:
            server.call(indexes.filled, 60)
            _killed_at_each(server, engine, "reindex", ("PUT", "_bulk", "_refresh", "_count"))
            assert server.manage("reindex").endswith("60 papers indexed\n")
            assert (server.call(indexes.waiting), indexes.documents(engine)) == (0, 60)
            for number in range(3):
                server.call(indexes.sign, number)
            _killed_at_each(server, engine, "hand_over", ("_bulk", "_refresh", "_count"))
            server.manage("hand_over")
            assert (server.call(indexes.waiting), indexes.documents(engine)) == (0, 63)
            assert server.call(indexes.found) == 3
        finally:
            server.stop()


def _killed_at_each(
    server: Server, engine: EngineServer, name: str, requests: tuple[str, ...]
) -> None:
    """Run the command once for each kind of request, and kill it when the engine has got that."""
    command = indexes.command_on(server, Path(f"{server.log}.{name}"), name)
    for wanted in requests:
        reached, dead = Event(), Event()

        def before(method: str, address: str, wanted: str = wanted, reached: Event = reached,
                   dead: Event = dead) -> None:  # fmt: skip
            if wanted in f"{method} {address}":
                reached.set()
                dead.wait(PATIENCE)

        engine.before = before
        command.begin()
        assert reached.wait(PATIENCE)
        command.kill()
        dead.set()
        engine.before = lambda method, address: None
        if name == "hand_over":
            assert server.call(indexes.found) == 3
