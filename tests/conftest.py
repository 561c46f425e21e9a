"""What every test may ask for: a real server process on a database of its own."""

import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

import pytest
from django.apps import AppConfig
from django.db import connection
from django.db.models.signals import post_migrate
from django.utils import translation

from agreements.archive import columns, figures
from agreements.archive.index import index
from negotiate import moment
from negotiate.ballots import box
from negotiate.ballots.models import Poll
from negotiate.record import triggers
from negotiate.record.models import Entry
from tests.server import Server, migrated
from tests.world import World


def pytest_configure() -> None:
    """End on SIGTERM with every fixture torn down, so that no server is left behind."""

    def leave(number: int, frame: FrameType | None) -> NoReturn:
        pytest.exit("terminated", returncode=128 + number)

    signal.signal(signal.SIGTERM, leave)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out of the round on the services whatever asks for no database, and so is refused one:
    it would be the same there, whether it needs nothing or brings servers of its own; and what
    says of itself that one database is enough."""
    if "DATABASE_URL" not in os.environ:
        return
    again = [item for item in items if not _depends_on_the_database(item)]
    config.hook.pytest_deselected(items=again)
    items[:] = [item for item in items if _depends_on_the_database(item)]


def _depends_on_the_database(item: pytest.Item) -> bool:
    if item.get_closest_marker("on_one_database"):
        return False
    asked = {"db", "transactional_db"} & set(getattr(item, "fixturenames", ()))
    return bool(asked) or item.get_closest_marker("django_db") is not None


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


@pytest.fixture
def committing(transactional_db: None) -> Iterator[None]:
    """Real commits. The record's triggers refuse the emptying of the database afterwards, so they
    are taken off for just that, and put back when it is done; boxes left open are tables that
    nobody else would drop."""
    yield
    for poll in Poll.objects.exclude(box=""):
        box.destroy(poll.box)
    post_migrate.connect(_keep_the_record)
    triggers.remove(connection)


def _keep_the_record(sender: AppConfig, **signal: Any) -> None:
    """The database has been emptied, which ends as a migration does."""
    if sender.label == Entry._meta.app_label:
        post_migrate.disconnect(_keep_the_record)
        triggers.install(connection)
        index().remove()  # no model's table, so nobody has emptied it
        index().install()


@pytest.fixture(autouse=True)
def _every_journey_ends() -> Iterator[None]:
    """A test may move the product's clock, ask for a page in English, or search agreements that are
    rolled back with it; the next one finds clock and language as they were, and holds nothing."""
    with moment.travelling():
        yield
    translation.deactivate()
    columns.forget()
    figures.forget()
