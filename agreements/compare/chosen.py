"""Which figures are compared: those of one measure and unit, in the agreements that were found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from agreements.archive.columns import Columns, Mask, Places
from agreements.archive.figures import CODES, FigureColumns, current
from agreements.archive.forms import SearchForm
from agreements.archive.index import Keys
from agreements.archive.narrowing import Narrowing
from agreements.archive.reader import Reader
from agreements.archive.search import sift
from negotiate.law.terms.figures import MEASURES


@dataclass(frozen=True)
class Chosen:
    """`figures` at `places` are compared, the newest first. `measures` and `units`: what else could
    be, with in how many agreements; `exact` as in archive.search."""

    cards: Columns
    figures: FigureColumns
    places: Places
    measure: str
    unit: str
    measures: Sequence[tuple[str, int]]
    units: Sequence[tuple[str, int]]
    exact: bool

    @cached_property
    def card(self) -> Keys:
        return self.figures.card[self.places]

    @cached_property
    def amounts(self) -> NDArray[np.int64]:
        return self.figures.amount[self.places]

    @cached_property
    def about(self) -> NDArray[np.int32]:
        return self.figures.about[self.places]

    @cached_property
    def searched(self) -> NDArray[np.int32]:
        """What each figure is about, however it is written: the place of the first such word."""
        return self.figures.same[self.about]

    @cached_property
    def year(self) -> NDArray[np.int16]:
        return self.cards.year[self._of]

    @cached_property
    def enterprise(self) -> NDArray[np.int32]:
        return self.cards.enterprise[self._of]

    @cached_property
    def _of(self) -> Places:
        """The place of each figure's card."""
        return np.searchsorted(self.cards.key, self.card)


def choose(reader: Reader, form: SearchForm, unit: str) -> Chosen:
    """Choose from what a valid form finds. What the form says of a measure, of what it is about and
    from where to where, is asked of the figures themselves and not of their agreements.

    Without a measure the most frequent one is taken, and the most frequent unit of it: amounts in
    different units are never set beside each other.
    """
    given = form.cleaned_data
    found = sift(reader, replace(form.wish(), figures=tuple(form.understood.figures)))
    figures = current()
    places = _in(figures, found.held, found.mask() & reader.compares(found.held))
    measures = _counted(figures, places, figures.measure, CODES)
    measures = _of_kinds(measures, form.chosen.get("term", ()))
    measure = given["measure"] or (measures[0][0] if measures else "")
    if measure:
        places = places[figures.measure[places] == CODES.index(measure)]
    places = _narrowed(figures, places, given)
    units = _counted(figures, places, figures.unit, list(figures.words))
    unit = unit if unit in dict(units) else (units[0][0] if units else "")
    places = places[figures.unit[places] == figures.words.get(unit, -1)]
    newest = np.argsort(figures.card[places], kind="stable")[::-1]
    return Chosen(found.held, figures, places[newest], measure, unit, measures, units, found.exact)


def _in(figures: FigureColumns, cards: Columns, mask: Mask) -> Places:
    """Give the places of the figures of the marked cards; a card that came after these columns is
    passed over."""
    if not len(cards):
        return np.zeros(0, np.intp)
    of = np.minimum(np.searchsorted(cards.key, figures.card), len(cards) - 1)
    return np.flatnonzero(mask[of] & (cards.key[of] == figures.card))


def _counted(
    figures: FigureColumns, places: Places, column: NDArray[Any], known: Sequence[str]
) -> list[tuple[str, int]]:
    """In how many agreements each value of a column stands, the most frequent first; equals in the
    order of their words, for where a word stands may differ between processes."""
    newest = np.unique(figures.card[places], return_inverse=True)[1]
    pairs = np.unique(newest.astype(np.int64) * max(len(known), 1) + column[places])
    numbers = np.bincount(pairs % max(len(known), 1), minlength=len(known))
    counted = [(known[value], int(numbers[value])) for value in np.flatnonzero(numbers).tolist()]
    return sorted(counted, key=lambda each: (-each[1], each[0]))


def _of_kinds(measures: Sequence[tuple[str, int]], kinds: Sequence[str]) -> list[tuple[str, int]]:
    return [each for each in measures if not kinds or MEASURES[each[0]].kind in kinds]


def _narrowed(
    figures: FigureColumns, places: Places, given: Mapping[str, str | Decimal | None]
) -> Places:
    least, most = given["least"], given["most"]
    lowest = least if isinstance(least, Decimal) else None
    highest = most if isinstance(most, Decimal) else None
    found = Narrowing(places)
    figures.narrow(found, str(given["about"] or ""), lowest, highest)
    return found.left(len(figures.card))
