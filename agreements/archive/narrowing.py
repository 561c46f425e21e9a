"""Where in long columns several things stand at once: each is looked for only where those before it
were found, so that who looks for one measure does not read the amounts of all others."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from agreements.archive.columns import Column, Mask, Places


class Narrowing:
    """All places of columns of one length, or those given; fewer with each condition."""

    def __init__(self, places: Places | None = None) -> None:
        self._places = places

    def to(self, column: Column, wanted: Callable[[Column], Mask]) -> None:
        """Keep the places at which the column has what is wanted."""
        kept = np.flatnonzero(wanted(self.of(column)))
        self._places = kept if self._places is None else self._places.take(kept)

    def of(self, column: Column) -> Column:
        """Give what a column has at the places that are left."""
        return column if self._places is None else column.take(self._places)

    def left(self, length: int) -> Places:
        """Give the places that are left, in columns of this length."""
        return np.arange(length) if self._places is None else self._places
