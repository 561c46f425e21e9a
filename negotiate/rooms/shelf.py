"""What was worked out once and can't change any more, kept as long as there is room for it."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Shelf(Generic[K, V]):
    """Things by everything that they depend on. What was not asked for longest makes room.

    `most` is in whatever `size` weighs a thing by. Threads may share a shelf.
    """

    def __init__(self, most: int, size: Callable[[V], int] = lambda thing: 1) -> None:
        self._most, self._size, self._held = most, size, 0
        self._things: OrderedDict[K, V] = OrderedDict()
        self._lock = Lock()

    def get(self, key: K) -> V | None:
        with self._lock:
            thing = self._things.get(key)
            if thing is not None:
                self._things.move_to_end(key)
            return thing

    def put(self, key: K, thing: V) -> None:
        with self._lock:
            if key not in self._things:
                self._things[key] = thing
                self._held += self._size(thing)
            while self._held > self._most:
                _, gone = self._things.popitem(last=False)
                self._held -= self._size(gone)

    def clear(self) -> None:
        with self._lock:
            self._things.clear()
            self._held = 0
