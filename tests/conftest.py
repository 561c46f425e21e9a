"""What every test may ask for: a real server process on a database of its own."""

import shutil
import signal
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import NoReturn

import pytest
from django.utils import translation

from negotiate import moment
from tests.server import Server, migrated
from tests.world import World


def pytest_configure() -> None:
    """End on SIGTERM with every fixture torn down, so that no server is left behind."""

    def leave(number: int, frame: FrameType | None) -> NoReturn:
        pytest.exit("terminated", returncode=128 + number)

    signal.signal(signal.SIGTERM, leave)


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give an SQLite file with every table and no row, made once."""
    return migrated(tmp_path_factory.mktemp("database") / "empty.sqlite3")


@pytest.fixture
def server(empty_database: Path, tmp_path: Path) -> Iterator[Server]:
    """Give a server that is not started yet: `server.call(fill)`, then `server.start()`."""
    database = tmp_path / "server.sqlite3"
    shutil.copy(empty_database, database)
    server = Server(database, tmp_path / "server.log")
    yield server
    server.stop()
    assert server.said() == ""


@pytest.fixture
def world(db: None) -> World:
    """Give two enterprises, their rooms, and everybody who tries their doors."""
    return World()


@pytest.fixture(autouse=True)
def _every_journey_ends() -> Iterator[None]:
    """A test may move the product's clock, or ask for a page in English; the next one finds clock
    and language as they were."""
    with moment.travelling():
        yield
    translation.deactivate()
