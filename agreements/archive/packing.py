"""Several small facts of a card as one number: all of them are counted by going through the cards
once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

Packed = NDArray[np.uint16]


class Packing:
    """Facts that are words, each a place in its list of those that are known. What is not known has
    the place after the last."""

    def __init__(self, known: Mapping[str, Sequence[str]]) -> None:
        self._sizes = {name: len(words) + 1 for name, words in known.items()}
        self._shape = tuple(self._sizes.values())
        if prod(self._shape) > np.iinfo(np.uint16).max or max(self._shape) > np.iinfo(np.uint8).max:
            raise ValueError(f"too many for one number: {self._sizes}")
        every = np.indices(self._shape, np.uint8).reshape(len(self._shape), -1)
        self._of_each = dict(zip(self._sizes, every, strict=True))
        """The place of each fact in every number that there may be."""

    def pack(self, places: Mapping[str, NDArray[Any]]) -> Packed:
        return np.ravel_multi_index([places[name] for name in self._sizes], self._shape).astype(
            np.uint16
        )

    def unpack(self, packed: Packed, name: str) -> NDArray[np.uint8]:
        """Give the places of one fact."""
        return self._of_each[name].take(packed)

    def numbers(self, packed: Packed) -> dict[str, NDArray[np.intp]]:
        """Count each place of every fact."""
        counted = np.bincount(packed, minlength=prod(self._shape)).reshape(self._shape)
        every = range(len(self._shape))
        return {
            name: counted.sum(axis=tuple(axis for axis in every if axis != own))
            for own, name in enumerate(self._sizes)
        }

    def mask(self, packed: Packed, name: str, places: Sequence[int]) -> NDArray[np.bool_]:
        """Mark where a fact has one of these places."""
        marked: NDArray[np.bool_] = np.isin(self._of_each[name], places).take(packed)
        return marked
