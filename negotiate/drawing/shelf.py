"""What was worked out once and can't change any more, kept as long as there is room for it."""

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Shelf(Generic[K, V]):
    """Things by everything that they depend on; threads may share it. It holds at most `most`, in
    whatever `size` weighs a thing by. When its upper half is full, that becomes the lower one, and
    what lay there and was not asked for since is gone: a hit costs no more than in a dict."""

    def __init__(self, most: int, size: Callable[[V], int] = lambda thing: 1) -> None:
        self._half, self._size, self._held = most // 2, size, 0
        self._upper: dict[K, V] = {}
        self._lower: dict[K, V] = {}
        self._lock = Lock()

    def get(self, key: K) -> V | None:
        thing = self._upper.get(key)
        if thing is None:
            thing = self._lower.get(key)
            if thing is not None:
                self.put(key, thing)
        return thing

    def put(self, key: K, thing: V) -> None:
        with self._lock:
            if key in self._upper:
                return
            size = self._size(thing)
            if self._held + size > self._half:
                self._lower, self._upper, self._held = self._upper, {}, 0
            if size <= self._half:
                self._upper[key] = thing
                self._held += size
