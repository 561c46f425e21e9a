"""Taking turns at work that is heavy: so much of it at the same time in a process of the product,
and whoever would wait too long is told so."""

from collections.abc import Iterator
from contextlib import contextmanager
from queue import Empty, SimpleQueue
from typing import Final
from weakref import finalize

from negotiate.law.refusal import Refused

Free = SimpleQueue[None]
"""The turns that nobody has. One can be put back while somebody is just taking one, in the same
thread too: the collector of garbage comes when it likes."""


class Turn:
    """Somebody's turn, until he gives it back; at the latest when nobody has it any more, for who
    was to give it back may never have heard that it was taken."""

    def __init__(self, free: Free) -> None:
        self.give_back: Final = finalize(self, free.put, None)
        """Once; again does nothing."""


class Turns:
    """`at_once`: how many have their turn at the same time; `patience`: seconds for which anybody
    waits for his; `sentence`: what he is told then."""

    def __init__(self, at_once: int, patience: float, sentence: str) -> None:
        self._free = Free()
        for _ in range(at_once):
            self._free.put(None)
        self._patience = patience
        self._sentence = sentence

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Raises Refused if none comes."""
        turn = self.take()
        try:
            yield
        finally:
            turn.give_back()

    def take(self) -> Turn:
        """For work that goes on elsewhere. Raises Refused if none comes."""
        try:
            self._free.get(timeout=self._patience)
        except Empty:
            raise Refused(self._sentence) from None
        return Turn(self._free)
