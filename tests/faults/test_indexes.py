"""A rebuild of the index that is killed leaves searches as they were, and goes on when it is called
again: nothing is lost, nothing doubled."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults import indexes
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
    command = indexes.rebuilding_process(archive, tmp_path / "rebuilding.log")
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
