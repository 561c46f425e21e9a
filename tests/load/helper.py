"""Processes of the bench that do as they are told, a line of JSON each way.

The conductor (`tests.load`) only tells and measures. The phones and the office, which holds the
database, are processes of their own: their CPU is not the server's, and is told apart.
"""

import asyncio
import json
import os
import select
import subprocess
import sys
import traceback
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

PATIENCE = 180.0  # seconds that anything may take


class Stuck(RuntimeError):
    """A helper failed or did not answer in time; the bench ends with what it said."""


class Helper:
    """The conductor's end: `tell` begins something, `hear` waits for what came of it."""

    def __init__(self, module: str, environment: Mapping[str, str]) -> None:
        self.module = module
        self._process = subprocess.Popen(
            [sys.executable, "-m", module],
            env={**os.environ, **environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )
        self.pid = self._process.pid

    def tell(self, deed: str, **about: Any) -> None:
        """Begin, without waiting for the end."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps([deed, about]).encode() + b"\n")
        self._process.stdin.flush()

    def hear(self, patience: float = PATIENCE) -> Any:
        """What came of the oldest thing told and not heard of yet. Raises Stuck."""
        assert self._process.stdout is not None
        if not select.select([self._process.stdout], [], [], patience)[0]:
            raise Stuck(f"{self.module} said nothing for {patience:.0f} s")
        line = self._process.stdout.readline()
        if not line:
            raise Stuck(f"{self.module} has ended with {self._process.wait()}")
        said = json.loads(line)
        if "failed" in said:
            raise Stuck(f"{self.module}:\n{said['failed']}")
        return said["done"]

    def ask(self, deed: str, **about: Any) -> Any:
        """Tell and hear."""
        self.tell(deed, **about)
        return self.hear()

    def stop(self) -> None:
        """End it, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()


def obey(deeds: Mapping[str, Callable[..., Any]]) -> None:
    """The helper's end: do what is told, one after another, until nobody tells any more."""
    for line in sys.stdin:
        name, about = json.loads(line)
        try:
            _say({"done": deeds[name](**about)})
        except Exception:
            _say({"failed": traceback.format_exc()})


async def obey_meanwhile(deeds: Mapping[str, Callable[..., Awaitable[Any]]]) -> None:
    """The same on an event loop, which goes on while nothing is told."""
    while line := await asyncio.to_thread(sys.stdin.readline):
        name, about = json.loads(line)
        try:
            _say({"done": await deeds[name](**about)})
        except Exception:
            _say({"failed": traceback.format_exc()})


def _say(answer: dict[str, Any]) -> None:
    print(json.dumps(answer), flush=True)
