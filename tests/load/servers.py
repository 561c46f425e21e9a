"""The server programs, as docs/production.md starts them, and what they spend."""

import os
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Final

import psutil

from tests.load.meter import spent
from tests.process import Process, free_port, listens
from tests.production import command

PRODUCT: Final = "the product"


class Servers:
    """One or two processes of one program that serve the same application, each on its port.

    `kind` is the program's name, with a 2 behind it for two processes. Phones are dealt out over
    the ports in turn, as a proxy deals them out.
    """

    def __init__(
        self, kind: str, application: str, environment: Mapping[str, str], folder: Path
    ) -> None:
        self._dead = 0.0
        self.ports = [free_port() for _ in range(2 if kind.endswith("2") else 1)]
        self.processes = [
            Process(
                _command(kind.rstrip("2"), application, port),
                folder / f"{'product' if application == PRODUCT else 'bare'}-{kind}-{port}.log",
                ready=partial(listens, port),
                env={**os.environ, **environment},
            )
            for port in self.ports
        ]

    def __enter__(self) -> "Servers":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        for process in self.processes:
            process.stop()

    def start(self) -> None:
        for process in self.processes:
            process.begin()
        for process in self.processes:
            process.wait()

    def kill(self) -> None:
        """End all of them at once, as a power cut does."""
        self._dead = self.spent()
        for process in self.processes:
            process.kill()

    def addresses(self, path: str) -> list[str]:
        return [f"ws://127.0.0.1:{port}{path}" for port in self.ports]

    def spent(self) -> float:
        """CPU seconds of all their lives."""
        return self._dead + sum(spent(process.pid) for process in self.processes)

    def memory(self) -> int:
        """Bytes that the processes hold (RSS)."""
        return sum(psutil.Process(each.pid).memory_info().rss for each in self.processes)


def _command(program: str, application: str, port: int) -> list[str]:
    """The product's as its documentation starts it; the bare ones through the same program."""
    if application == PRODUCT:
        return command(port, program)
    return [sys.executable, "-m", "tests.load.serving", program, application, str(port)]
