"""The product's own server as a process, for tests that need the real thing."""

import os
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import Any

from tests.call import Caller
from tests.process import Process, free_port, listens

Program = Callable[[int], list[str]]  # the words that start a server on this port


def demonstration(port: int) -> list[str]:
    """The server of `run.py demo`, with one more socket, which echoes."""
    return [sys.executable, "-m", "tests.serving", str(port)]


def migrated(path: Path) -> Path:
    """Make a database file with every table."""
    server = Server(path, path.with_suffix(".log"))
    server.manage("migrate", "--verbosity", "0")
    return path


class Server(Process):
    """One server process of the product: daphne in the mode of the demonstration, on an SQLite
    file, unless told otherwise (tests/production.py tells).

    It keeps its port, so it can be killed and started again under the eyes of its clients.
    """

    def __init__(
        self,
        database: Path | str,
        log: Path,
        program: Program = demonstration,
        **environment: str,
    ) -> None:
        self.port = free_port()
        self.origin = self.address = f"http://127.0.0.1:{self.port}"
        self.sockets = f"ws://127.0.0.1:{self.port}"
        self.tls = None
        self.environment = {
            **os.environ,
            "MODE": "demo",
            "DJANGO_SETTINGS_MODULE": "negotiate.settings",
            "SECRET_KEY": "of the tests' own server, which serves nobody else",
            "DATABASE_URL": database if isinstance(database, str) else f"sqlite:///{database}",
            "REDIS_URL": "",
            "ALLOWED_HOSTS": "127.0.0.1",
            "PUBLIC_ORIGINS": self.origin,
            **environment,
        }
        self._caller: Caller | None = None
        self._lock = Lock()
        super().__init__(
            program(self.port),
            log,
            ready=self.listens,
            env=self.environment,
            stdout=subprocess.DEVNULL,
        )

    def manage(self, *words: str) -> str:
        """Run a command of manage.py on this server's database; give what it prints."""
        done = subprocess.run(
            [sys.executable, "manage.py", *words],
            env=self.environment,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def call(self, function: Callable[..., Any], *arguments: Any) -> Any:
        """Call a module's function in a process on this server's database, over JSON.

        A browser's event loop runs in the test's own thread, where Django refuses the database.
        """
        with self._lock:
            if self._caller is None:
                self._caller = Caller(self.environment)
        return self._caller(f"{function.__module__}:{function.__qualname__}", arguments)

    def stop(self) -> None:
        """End in order, if started, and with it what calls functions for it."""
        super().stop()
        if self._caller is not None:
            self._caller.end()
            self._caller = None

    def listens(self) -> bool:
        """Say whether connections are accepted."""
        return listens(self.port)

    def later(self, days: int) -> None:
        """Go on so many days later, see negotiate/moment.py."""
        self.stop()
        ahead = int(self.environment.get("CLOCK_AHEAD", 0)) + days
        self.environment["CLOCK_AHEAD"] = str(ahead)
        self.start()

    def headers(self, path: str = "/") -> dict[str, str]:
        """Give the headers of a page, in lower case."""
        with urllib.request.urlopen(self.origin + path) as answer:  # noqa: S310  (our own server)
            return {name.lower(): value for name, value in answer.headers.items()}
