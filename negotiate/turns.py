"""Taking turns at work that is heavy: so much of it at the same time in a process of the product,
and whoever would wait too long is told so."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from negotiate.law.refusal import Refused


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
        if not self._free.acquire(timeout=self._patience):
            raise Refused(self._sentence)
        try:
            yield
        finally:
            self._free.release()
