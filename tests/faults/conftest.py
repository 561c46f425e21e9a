"""What fault tests may ask for: production as documented, on services that may be killed.

The services are of these tests alone; each test has a database of its own.
"""

import os
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest

from tests import services
from tests.nginx import HOW_TO_GET_ONE, PROGRAM
from tests.production import Production, collected
from tests.server import Server
from tests.services import Service

_numbers = count()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say plainly that nothing was shown, where everybody looks."""
    if PROGRAM is None:
        terminalreporter.write_line(f"\n{HOW_TO_GET_ONE}\n", yellow=True, bold=True)


@pytest.fixture(scope="session")
def cluster() -> Iterator[Service]:
    """Give a PostgreSQL whose first database has every table and no row."""
    with (
        # Not in pytest's own folder, which only its owner may enter: PostgreSQL is another user.
        tempfile.TemporaryDirectory(prefix="tests-", ignore_cleanup_errors=True) as folder,
        services.postgresql(Path(folder)) as service,
    ):
        Server(service.url, Path(folder) / "migrate.log").manage("migrate", "--verbosity", "0")
        yield service


@pytest.fixture
def database(cluster: Service) -> Iterator[str]:
    """Give the address of a database of this test's own."""
    name = f"test_{next(_numbers)}"
    with psycopg.connect(cluster.url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE postgres")
    yield cluster.url.replace("/postgres?", f"/{name}?")
    with psycopg.connect(cluster.url, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[Service]:
    with services.redis(tmp_path) as service:
        yield service


@pytest.fixture
def redis_url(redis: Service) -> str:
    return redis.url


@pytest.fixture(scope="session")
def static(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of files with hashed names, which production's pages need."""
    return collected(tmp_path_factory.mktemp("static"))


@pytest.fixture
def production(
    request: pytest.FixtureRequest, database: str, redis_url: str, static: Path, tmp_path: Path
) -> Iterator[Production]:
    """Give two server processes behind nginx, started; by a parameter of other kinds or number."""
    if PROGRAM is None and os.environ.get("CI"):
        pytest.fail(HOW_TO_GET_ONE)
    if PROGRAM is None:
        pytest.skip(HOW_TO_GET_ONE)
    kinds = getattr(request, "param", ("daphne", "daphne"))
    made = Production(tmp_path, database, redis_url, static, kinds)
    try:
        made.start()
        yield made
    finally:
        made.stop()
