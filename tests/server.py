"""The product's own server as a process, for tests that need the real thing."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

PATIENCE = 30  # seconds that the server may take to answer


def free_port() -> int:
    """Find a port on which nothing listens at the moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def migrated(path: Path) -> Path:
    """Make a database with every table."""
    server = Server(path, path.with_suffix(".log"))
    server.manage("migrate", "--verbosity", "0")
    return path


class Server:
    """One daphne process, in the mode of the demonstration, on one SQLite file.

    It keeps its port, so it can be killed and started again under the eyes of its clients.
    """

    def __init__(self, database: Path, log: Path) -> None:
        self.port = free_port()
        self.origin = f"http://127.0.0.1:{self.port}"
        self.sockets = f"ws://127.0.0.1:{self.port}"
        self.log = log
        self.process: subprocess.Popen[bytes] | None = None
        self.environment = {
            **os.environ,
            "MODE": "demo",
            "DJANGO_SETTINGS_MODULE": "negotiate.settings",
            "SECRET_KEY": "of the tests' own server, which serves nobody else",
            "DATABASE_URL": f"sqlite:///{database}",
            "REDIS_URL": "",
            "ALLOWED_HOSTS": "127.0.0.1",
            "PUBLIC_ORIGINS": self.origin,
        }

    def manage(self, *words: str) -> str:
        """Run a command of manage.py on this server's database; give what it prints."""
        return self._output("manage.py", *words)

    def call(self, function: Callable[..., Any], *arguments: Any) -> Any:
        """Call a module's function in a process on this server's database, over JSON.

        A browser's event loop runs in the test's own thread, where Django refuses the database.
        """
        name = f"{function.__module__}:{function.__qualname__}"
        said = self._output("-m", "tests.call", name, json.dumps(arguments))
        return json.loads(said.splitlines()[-1])

    def _output(self, *words: str) -> str:
        done = subprocess.run(
            [sys.executable, *words], env=self.environment, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def start(self) -> None:
        """Start and wait until pages are served."""
        assert self.process is None, "already started"
        with self.log.open("ab") as log:
            command = [sys.executable, "-m", "tests.serving", str(self.port)]
            self.process = subprocess.Popen(
                command, env=self.environment, stdout=subprocess.DEVNULL, stderr=log
            )
        until = time.monotonic() + PATIENCE
        while not self.listens():
            assert self.process.poll() is None, self.complaints()
            assert time.monotonic() < until, self.complaints()
            time.sleep(0.05)

    def listens(self) -> bool:
        """Say whether connections are accepted."""
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def kill(self) -> None:
        """End at once, as a power cut does to the process."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()
        self.process = None

    def stop(self) -> None:
        """End in order, if started."""
        if self.process is not None:
            self.process.terminate()
            self.process.wait(PATIENCE)
            self.process = None

    def complaints(self) -> str:
        """Give what the server wrote: warnings, errors, tracebacks."""
        return self.log.read_text("utf-8") if self.log.exists() else ""

    def headers(self, path: str = "/") -> dict[str, str]:
        """Give the headers of a page, in lower case."""
        with urllib.request.urlopen(self.origin + path) as answer:  # noqa: S310  (our own server)
            return {name.lower(): value for name, value in answer.headers.items()}
