"""How far a command is, told at most once a second: whoever waits longer sees that it goes on."""

from __future__ import annotations

from contextlib import suppress
from time import monotonic
from typing import Final, Protocol

EVERY: Final = 1.0  # seconds


class Out(Protocol):
    def write(self, msg: str) -> None: ...
    def flush(self) -> None: ...


class Progress:
    """Called with what is being done, and with how much of it is done."""

    def __init__(self, out: Out) -> None:
        self._out = out
        self._told = monotonic()

    def __call__(self, what: str, done: int) -> None:
        if monotonic() - self._told >= EVERY:
            self._told = monotonic()
            with suppress(OSError):  # nobody listens any more: no reason to undo what is being done
                self._out.write(f"{what}: {done}")
                self._out.flush()
