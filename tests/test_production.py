"""docs/production.md is true: its files are taken as they stand, and its settings are the ones."""

import os
import re
import shutil
import socket
import subprocess
from functools import partial
from pathlib import Path

import pytest

from tests.documented import PAGE, ROOT, printed
from tests.nginx import HOW_TO_GET_ONE, PROGRAM, certified, nginx
from tests.process import PATIENCE
from tests.production import UNIT, UNITS, command
from tests.server import Server

HOW_TO_GET_SYSTEMD = "There is no systemd-analyze, so no unit was read: sudo apt install systemd"


TIMED = ("negotiate-time", "negotiate-engine")


def test_systemd_takes_the_units_as_they_are_printed(tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        assert not os.environ.get("CI"), HOW_TO_GET_SYSTEMD
        pytest.skip(HOW_TO_GET_SYSTEMD)
    for place in UNITS.values():
        unit = printed(place).replace("/srv/negotiate/.venv", str(ROOT / ".venv"))
        written = tmp_path / place.removeprefix(os.path.dirname(UNIT) + "/")
        written.parent.mkdir(exist_ok=True)
        written.write_text(unit.replace("/srv/negotiate", str(ROOT)))
        done = subprocess.run(
            ["systemd-analyze", "verify", str(tmp_path / "negotiate@8001.service")],
            capture_output=True, text=True,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("timed", TIMED)
def test_systemd_takes_the_timers_as_they_are_printed(tmp_path: Path, timed: str) -> None:
    if shutil.which("systemd-analyze") is None:
        assert not os.environ.get("CI"), HOW_TO_GET_SYSTEMD
        pytest.skip(HOW_TO_GET_SYSTEMD)
    written = [tmp_path / f"{timed}.{kind}" for kind in ("service", "timer")]
    for file in written:
        unit = printed(f"/etc/systemd/system/{file.name}")
        unit = unit.replace("/srv/negotiate/.venv", str(ROOT / ".venv"))
        file.write_text(unit.replace("/srv/negotiate", str(ROOT)))
    done = subprocess.run(["systemd-analyze", "verify", *written], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_nginx_takes_the_site_as_it_is_printed(tmp_path: Path) -> None:
    if PROGRAM is None:
        assert not os.environ.get("CI"), HOW_TO_GET_ONE
        pytest.skip(HOW_TO_GET_ONE)
    certified(tmp_path)
    words = [*nginx(tmp_path, 8443, [8001, 8002]), "-t"]
    done = subprocess.run(words, capture_output=True, text=True)
    assert "test is successful" in done.stderr


@pytest.mark.parametrize("server", UNITS)
def test_a_process_says_when_it_is_ready_and_that_it_is_not_stuck(
    server: str, empty_database: Path, tmp_path: Path
) -> None:
    address = str(tmp_path / "notify")
    started = Server(
        empty_database, tmp_path / "log", partial(command, server=server), NOTIFY_SOCKET=address
    )
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(address)
        manager.settimeout(PATIENCE)
        started.begin()
        try:
            assert manager.recv(100) == b"READY=1"
            assert started.listens()
            assert manager.recv(100) == b"WATCHDOG=1"
        finally:
            started.stop()


def test_every_setting_of_the_environment_is_in_the_documentation() -> None:
    source = (ROOT / "negotiate" / "settings.py").read_text("utf-8")
    read = set(re.findall(r'env\.\w+\(\s*"(\w+)"', source))
    told = set(re.findall(r"^\| `([A-Z_]+)` \|", PAGE.read_text("utf-8"), re.M))
    assert read - told <= {"MODE", "DEBUG", "CLOCK_AHEAD"}  # production has none of them
    assert told <= read
