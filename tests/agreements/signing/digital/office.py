"""LibreOffice, with the tests' root installed, asked about signed papers over UNO."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.lacking import lacking

SYSTEM_PYTHON = "/usr/bin/python3"
ASKING = Path(__file__).with_name("in_office.py")


def require() -> None:
    """Without LibreOffice, UNO or certutil the test says so and is left out; in CI it fails."""
    missing = [tool for tool in ("soffice", "certutil") if not shutil.which(tool)]
    if not missing and subprocess.run([SYSTEM_PYTHON, "-c", "import uno"], check=False).returncode:
        missing = ["python3-uno"]
    if missing:
        lacking(", ".join(missing), "libreoffice-writer libnss3-tools")


def words(signatures: Sequence[tuple[bool, int]] | None) -> list[str]:
    """What it says of each signature, in one word."""
    if signatures is None:
        return ["no answer"]
    trusted = {True: "untrusted", False: "valid"}
    return [trusted[status != 0] if valid else "broken" for valid, status in signatures]


class Office:
    """A running LibreOffice."""

    def __init__(self, port: int) -> None:
        self._port = port

    def ask(self, *files: Path) -> list[dict[str, Any]]:
        """Of each file: its signatures (valid?, certificate's status: 0 is trusted), and the
        milliseconds that the answer took."""
        command = [SYSTEM_PYTHON, str(ASKING), str(self._port), *map(str, files)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=180, check=True)
        return [json.loads(line) for line in done.stdout.splitlines()]


@contextmanager
def office(root: bytes, folder: Path) -> Iterator[Office]:
    """LibreOffice with this root (PEM) among those it trusts, and a profile of its own."""
    (folder / "root.pem").write_bytes(root)
    trust, port = folder / "nss", _free_port()
    trust.mkdir()
    _run("certutil", "-N", "-d", f"sql:{trust}", "--empty-password")
    given = ("-n", "root", "-t", "C,C,C", "-i", f"{folder / 'root.pem'}")
    _run("certutil", "-A", "-d", f"sql:{trust}", *given)
    listens = f"--accept=socket,host=127.0.0.1,port={port};urp;"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--norestore", "--nologo", listens]
    environment = {**os.environ, "MOZILLA_CERTIFICATE_FOLDER": f"{trust}"}
    running = subprocess.Popen(command, env=environment, start_new_session=True)
    try:
        yield Office(port)
    finally:
        os.killpg(running.pid, 9)
        running.wait()


def _run(*command: str | Sequence[str]) -> None:
    subprocess.run([str(word) for word in command], check=True, capture_output=True, timeout=60)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
