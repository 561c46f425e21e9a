"""Taking turns at work that is heavy: so much of it at the same time in a process of the product,
and whoever would wait too long is told so."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore
from typing import Final
from weakref import finalize

from negotiate.law.refusal import Refused


class Turn:
    """Somebody's turn, until he gives it back; at the latest when nobody has it any more, for who
    was to give it back may never have heard that it was taken."""

    def __init__(self, free: BoundedSemaphore) -> None:
        self.give_back: Final = finalize(self, free.release)
        """Once; again does nothing."""


class Turns:
    """`at_once`: how many have their turn at the same time; `patience`: seconds for which anybody
    waits for his; `sentence`: what he is told then."""

    def __init__(self, at_once: int, patience: float, sentence: str) -> None:
        self._free = BoundedSemaphore(at_once)
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
        if not self._free.acquire(timeout=self._patience):
            raise Refused(self._sentence)
        return Turn(self._free)
