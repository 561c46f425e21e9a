"""What was worked out once and can't change any more, kept as long as there is room for it."""

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Shelf(Generic[K, V]):
    """Things by everything that they depend on. What came first makes room; threads may share it.

    `most` is in whatever `size` weighs a thing by.
    """

    def __init__(self, most: int, size: Callable[[V], int] = lambda thing: 1) -> None:
        self._most, self._size, self._held = most, size, 0
        self._things: dict[K, V] = {}
        self._lock = Lock()
        self.get = self._things.get  # as it is: this is asked thousands of times a second

    def put(self, key: K, thing: V) -> None:
        with self._lock:
            if key not in self._things:
                self._things[key] = thing
                self._held += self._size(thing)
            while self._held > self._most:
                self._held -= self._size(self._things.pop(next(iter(self._things))))
