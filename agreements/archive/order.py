"""Agreements in the order of a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agreements.archive.bulk import Keys

if TYPE_CHECKING:
    from agreements.archive.columns import Places


@dataclass(frozen=True, eq=False)
class Order:
    """The places of agreements among all keys. A key is read only where it is asked for: of a
    million in a list, most never are."""

    every: Keys
    places: Places

    def __len__(self) -> int:
        return len(self.places)

    def __getitem__(self, at: slice) -> Order:
        return Order(self.every, self.places[at])

    def keys(self) -> Keys:
        return self.every.take(self.places)
