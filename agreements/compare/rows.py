"""The table: what an enterprise agreed about one thing, year by year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

import numpy as np
from numpy.typing import NDArray

from agreements.archive.models import Card
from agreements.compare.chosen import Chosen
from agreements.compare.spread import plain

PAGE: Final = 20  # rows
YEARS: Final = 4  # columns: a phone shows them one under the other


@dataclass(frozen=True)
class Agreed:
    """One figure, and in which agreement it stands."""

    key: int
    year: int
    amount: Decimal


@dataclass(frozen=True)
class Cell:
    """The newest figure of a year, if there is one, and how many more there are of it."""

    year: int
    newest: Agreed | None
    more: int


@dataclass(frozen=True)
class Row:
    """An enterprise's figures about one thing, the oldest first; of `newest` it has its name, and
    `about` as it was written there."""

    newest: Card
    about: str
    agreed: Sequence[Agreed]
    years: Sequence[int]

    @property
    def cells(self) -> Iterator[Cell]:
        for year in self.years:
            own = [each for each in self.agreed if each.year == year]
            yield Cell(year, own[-1] if own else None, max(len(own) - 1, 0))

    @property
    def earlier(self) -> Sequence[Agreed]:
        """Those of years that have no column."""
        return [each for each in self.agreed if each.year not in self.years]


@dataclass(frozen=True)
class Rows:
    """One page of rows, those with the newest agreement first."""

    rows: Sequence[Row]
    years: Sequence[int]
    total: int
    page: int

    @property
    def more(self) -> bool:
        return self.total > self.page * PAGE


def rows(chosen: Chosen, page: int) -> Rows:
    """Give one page of the table, under the newest years that there are."""
    years = [int(year) for year in np.unique(chosen.year)[-YEARS:]]
    groups = _groups(chosen)
    firsts = np.sort(np.unique(groups, return_index=True)[1])  # figures come newest first
    own = firsts[(page - 1) * PAGE : page * PAGE]
    cards = Card.objects.select_related("enterprise").in_bulk(chosen.card[own].tolist())
    abouts = chosen.figures.said(chosen.about[own].tolist())
    made = []
    for first, about in zip(own, abouts, strict=True):
        places = np.flatnonzero(groups == groups[first])[::-1]
        agreed = [
            Agreed(int(chosen.card[one]), int(chosen.year[one]), plain(chosen.amounts[one]))
            for one in places
        ]
        made.append(Row(cards[int(chosen.card[first])], about, agreed, years))
    return Rows(made, years, len(firsts), page)


def _groups(chosen: Chosen) -> NDArray[np.int64]:
    """Give each figure the number of its row: enterprise and what it is about, however that was
    written."""
    return (chosen.enterprise.astype(np.int64) << 32) + chosen.searched
