"""The ground holds: the known traps of the parts this product is made of are avoided."""

import ast
import asyncio
import os
import re
import subprocess
import sys
import uuid
from collections.abc import Callable
from pathlib import Path

import pytest
from channels.layers import get_channel_layer
from django.conf import settings
from django.db import connection
from django.test import Client
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.typing import Origin

from tests.server import Server

ROOT = Path(settings.BASE_DIR)
PRODUCTION = {
    "MODE": "production",
    "DJANGO_SETTINGS_MODULE": "negotiate.settings",
    "SECRET_KEY": uuid.uuid4().hex + uuid.uuid4().hex,
    "PUBLIC_ORIGINS": "https://negotiate.example",
    "ALLOWED_HOSTS": "negotiate.example",
    "REDIS_URL": "redis://127.0.0.1/0",
    "AUTHORITY_PASSPHRASE": uuid.uuid4().hex,
}
Check = Callable[..., subprocess.CompletedProcess[str]]


def manage(*words: str, **changes: str) -> subprocess.CompletedProcess[str]:
    """Run a command with production settings, changed as told."""
    command = [sys.executable, "manage.py", *words]
    environment = {**os.environ, **PRODUCTION, **changes}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)


@pytest.fixture(scope="module")
def check(tmp_path_factory: pytest.TempPathFactory) -> Check:
    """Run Django's deployment check where a signing authority has been made."""
    folder = f"{tmp_path_factory.mktemp('var') / 'authority'}"
    manage("make_authority", "阜宁县总工会", AUTHORITY_DIR=folder).check_returncode()
    words = ("check", "--deploy", "--fail-level", "WARNING")
    return lambda **changes: manage(*words, **{"AUTHORITY_DIR": folder, **changes})


def test_production_settings_pass_the_deployment_check(check: Check) -> None:
    done = check()
    assert done.returncode == 0, done.stderr


def test_production_is_warned_without_an_authority_to_sign_under(
    check: Check, tmp_path: Path
) -> None:
    for change in ({"AUTHORITY_DIR": f"{tmp_path}"}, {"AUTHORITY_PASSPHRASE": "another"}):
        done = check(**change)
        assert "agreements.W001" in done.stderr
        assert done.returncode != 0


@pytest.mark.parametrize(
    "change",
    [
        {"SECRET_KEY": ""},
        {"SECRET_KEY": "short"},
        {"SECRET_KEY": "django-insecure-" + "x1y2z3" * 10},
        {"SECRET_KEY": "for tests only, never served" + "x1y2z3" * 10},
        {"PUBLIC_ORIGINS": ""},
        {"PUBLIC_ORIGINS": "http://negotiate.example"},
        {"MODE": "something"},
        {"CLOCK_AHEAD": "3"},
    ],
)
def test_production_does_not_start_with_unsafe_settings(
    check: Check, change: dict[str, str]
) -> None:
    done = check(**change)
    assert done.returncode != 0
    assert "ImproperlyConfigured" in done.stderr


def test_production_without_redis_says_that_only_one_process_works() -> None:
    environment = {**os.environ, **PRODUCTION, "REDIS_URL": ""}
    command = [sys.executable, "-c", "import negotiate.asgi"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert "exactly ONE server process" in done.stderr


@pytest.mark.parametrize("path", ["run.py", "negotiate/__init__.py", "negotiate/serve.py"])
def test_what_runs_before_the_installation_needs_only_python(path: str) -> None:
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    walked = ast.walk(tree) if path == "run.py" else iter(tree.body)
    names = set()
    for node in walked:
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    assert {name.split(".")[0] for name in names} - {"negotiate"} <= sys.stdlib_module_names
    assert {name for name in names if name.startswith("negotiate")} <= {"negotiate.serve"}


def test_run_py_can_still_refuse_an_old_python() -> None:
    ast.parse((ROOT / "run.py").read_text("utf-8"), feature_version=(3, 7))


def pins(lock: str) -> dict[str, str]:
    """Read a lock file: each pinned requirement with all that stands under it."""
    parts = re.split(r"^(?=[a-z0-9])", (ROOT / lock).read_text("utf-8"), flags=re.MULTILINE)
    return {part.split(" \\")[0]: part for part in parts if not part.startswith("#")}


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_every_package_is_pinned_and_hashed_and_from_no_particular_index(lock: str) -> None:
    for pin, lines in pins(lock).items():
        assert "==" in pin
        assert "--hash=sha256:" in lines
    assert "://" not in (ROOT / lock).read_text("utf-8")


def test_tests_run_on_the_very_packages_of_production() -> None:
    assert pins("requirements.txt").keys() <= pins("requirements-dev.txt").keys()


@pytest.mark.django_db
def test_a_page_names_its_sockets_and_allows_nothing_unsafe() -> None:
    policy = Client().get("/").headers["Content-Security-Policy"]
    assert "ws://testserver" in policy
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy


@pytest.mark.django_db
def test_the_database_keeps_its_promises() -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            assert connection.settings_dict["OPTIONS"]["pool"]
            assert connection.settings_dict["CONN_MAX_AGE"] == 0
            return
        for pragma, wanted in [("journal_mode", "wal"), ("foreign_keys", 1), ("synchronous", 2)]:
            assert cursor.execute(f"PRAGMA {pragma}").fetchone() == (wanted,)
        assert connection.settings_dict["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


async def test_a_listener_that_idles_longer_than_redis_waits_still_hears_news() -> None:
    layer = get_channel_layer()
    assert layer is not None
    channel = await layer.new_channel()
    await layer.group_add("idle", channel)
    heard = asyncio.create_task(layer.receive(channel))
    await asyncio.sleep(6.5)  # redis-py 8 would have closed the connection after 5
    assert not heard.done()
    await layer.group_send("idle", {"type": "news"})
    assert await heard == {"type": "news"}
    await layer.group_discard("idle", channel)


@pytest.fixture
def echo(server: Server) -> str:
    """Start the server; give the address of a socket that answers."""
    server.start()
    return f"{server.sockets}/echo/"


async def test_a_message_over_16_kib_is_refused(echo: str, server: Server) -> None:
    async with connect(echo, origin=Origin(server.origin)) as socket:
        await socket.send("x" * 16 * 1024)
        assert len(await socket.recv()) == 16 * 1024
        await socket.send("x" * (16 * 1024 + 1))
        with pytest.raises(ConnectionClosed):
            await socket.recv()


async def test_only_pages_of_exactly_this_origin_open_sockets(echo: str, server: Server) -> None:
    other_port = f"http://127.0.0.1:{server.port + 1}"
    other_scheme = server.origin.replace("http", "https")
    for origin in [None, "null", "http://evil.example", other_port, other_scheme]:
        with pytest.raises(InvalidStatus) as refused:
            async with connect(echo, origin=Origin(origin) if origin else None):
                pass
        assert refused.value.response.status_code == 403, origin


async def test_a_socket_stays_open_while_nobody_speaks(echo: str, server: Server) -> None:
    async with connect(echo, origin=Origin(server.origin)) as socket:
        await asyncio.sleep(6.5)
        await socket.send("还在吗")
        assert await socket.recv() == "还在吗"
