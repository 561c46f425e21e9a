"""Where the cards of many keys stand in the columns."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from agreements.archive.bulk import Keys
from agreements.archive.models import PLACES

NUMBER = (1 << PLACES) - 1  # of a key: which of its day's


class KeyPlaces:
    """The places of keys that are sorted, each of them once. A key's day says where to look, its
    number how far on: nothing is searched for. Four bytes a key, as long as a day's numbers follow
    each other; where some are missing, four for each of those too."""

    def __init__(self, keys: Keys) -> None:
        days, numbers = keys >> PLACES, keys & NUMBER
        self._first = int(days[0]) if len(keys) else 0
        self._days = int(days[-1]) - self._first + 1 if len(keys) else 0
        day = days - self._first
        is_last = np.append(day[1:] != day[:-1], [True] * min(len(keys), 1)).astype(np.bool_)
        self._width = np.zeros(self._days + 1, np.int64)
        self._width[day[is_last]] = numbers[is_last] + 1
        self._start = np.concatenate([[0], np.cumsum(self._width)])
        self._slots = np.full(int(self._start[-1]) + 1, len(keys), np.int32)
        self._slots[self._start[day] + numbers] = np.arange(len(keys))

    def of(self, keys: Keys) -> NDArray[np.int32]:
        """Give each key's place, and for one that has none the place after the last."""
        day, number = (keys >> PLACES) - self._first, keys & NUMBER
        day = np.where((day < 0) | (day > self._days), self._days, day)
        slot = np.where(number < self._width[day], self._start[day] + number, -1)
        return self._slots[slot]
