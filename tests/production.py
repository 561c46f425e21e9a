"""What docs/production.md sets up, started by the very files that it prints."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from tests.documented import printed
from tests.nginx import certified, nginx
from tests.process import Process, free_port, listens
from tests.server import Server

UNIT = "/etc/systemd/system/negotiate@.service"
UNITS = {"daphne": UNIT, "uvicorn": f"{UNIT}.d/uvicorn.conf"}
SECRET_KEY = "of the tests' own production, which serves nobody else, and long enough"


def command(port: int, server: str = "daphne") -> list[str]:
    """The words with which the unit starts a process on this port."""
    lines = printed(UNITS[server]).splitlines()
    (line,) = (line for line in lines if line.startswith("ExecStart=/"))
    _, *words = line.replace("%i", str(port)).split()
    return [sys.executable, *words]


def environment(**values: str) -> dict[str, str]:
    """The page's settings with these values; it must name each of them."""
    settings = dict(re.findall(r"^(\w+)=(.*)$", printed("/etc/negotiate.env"), re.M))
    assert values.keys() <= settings.keys()
    product = {"MODE": "production", "DJANGO_SETTINGS_MODULE": "negotiate.settings"}
    return settings | values | product


def collected(folder: Path) -> Path:
    """Gather the files that pages refer to, as before the first start."""
    values = environment(
        SECRET_KEY=SECRET_KEY,
        DATABASE_URL=f"sqlite:///{folder}/none.sqlite3",
        STATIC_ROOT=str(folder),
        REDIS_URL="",
    )
    words = [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity", "0"]
    subprocess.run(words, check=True, env={**os.environ, **values})
    return folder


@dataclass(frozen=True)
class Door:
    """One process of several, reached past the proxy; its pages believe to be behind it."""

    origin: str
    sockets: str
    address: str
    tls: None = None


class Production:
    """Server processes of these kinds behind nginx, on a given PostgreSQL and Redis."""

    def __init__(
        self,
        folder: Path,
        database: str,
        redis: str,
        static: Path,
        kinds: Sequence[str] = ("daphne", "daphne"),
    ) -> None:
        self.port = free_port()
        self.origin = self.address = f"https://127.0.0.1:{self.port}"
        self.sockets = f"wss://127.0.0.1:{self.port}"
        settings = environment(
            SECRET_KEY=SECRET_KEY,
            PUBLIC_ORIGINS=self.origin,
            ALLOWED_HOSTS="127.0.0.1",
            DATABASE_URL=database,
            REDIS_URL=redis,
            STATIC_ROOT=str(static),
        )
        self.servers = [
            Server(database, folder / f"server-{n}.log", partial(command, server=kind), **settings)
            for n, kind in enumerate(kinds)
        ]
        self.tls = certified(folder)
        words = nginx(folder, self.port, [server.port for server in self.servers])
        self.nginx = Process(words, folder / "nginx.log", ready=lambda: listens(self.port))

    def at(self, number: int) -> Door:
        """One of the server processes, for whoever must not be sent to another."""
        server = self.servers[number]
        return Door(self.origin, server.sockets, server.origin)

    def start(self) -> None:
        """Start everything and wait until all of it answers."""
        for server in self.servers:
            server.begin()
        for process in self.servers:
            process.wait()
        self.nginx.start()

    def stop(self) -> None:
        for process in (self.nginx, *self.servers):
            process.stop()

    def call(self, function: Callable[..., Any], *arguments: Any) -> Any:
        """Call a module's function in a process of its own on the same database."""
        return self.servers[0].call(function, *arguments)

    def said(self) -> str:
        """What the server processes wrote: warnings, errors, tracebacks."""
        return "".join(server.said() for server in self.servers)
