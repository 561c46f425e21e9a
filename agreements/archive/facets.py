"""By what hits are counted and narrowed down."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from typing import Any, Final, overload

import numpy as np

from agreements.archive.columns import (
    INDUSTRIES,
    KINDS,
    PACKING,
    WORDS,
    Column,
    Columns,
    Mask,
    Places,
)
from negotiate.law.refusal import N_

MOST: Final = 12  # values shown of one facet


@dataclass(frozen=True, eq=False)
class Counts(Sequence[tuple[str, int]]):
    """Values with how many there are of each, the most frequent first: counted, if `exact`. A value
    is written out only when it is looked at: of enterprises there may be a hundred thousand."""

    places: Column
    numbers: Column
    value: Callable[[Any], str]
    place: Callable[[str], int]
    exact: bool = True

    def __len__(self) -> int:
        return len(self.places)

    @overload
    def __getitem__(self, at: int) -> tuple[str, int]: ...
    @overload
    def __getitem__(self, at: slice) -> list[tuple[str, int]]: ...
    def __getitem__(self, at: int | slice) -> tuple[str, int] | list[tuple[str, int]]:
        if isinstance(at, slice):
            return [self[place] for place in range(*at.indices(len(self)))]
        return self.value(self.places[at]), int(self.numbers[at])

    def number(self, value: str) -> int:
        """How many there are of one value."""
        return sum(self.numbers[self.places == self.place(value)].tolist())

    def estimated(self, share: Fraction) -> Counts:
        """Estimate that it is this share of each, rounded up."""
        numbers = -(-self.numbers * share.numerator // share.denominator)
        return replace(self, numbers=numbers, exact=False)


class Tally:
    """Some cards, to be counted by one facet after the other."""

    def __init__(self, columns: Columns, cards: Places) -> None:
        self._columns, self._cards = columns, cards

    def of(self, column: Column) -> Column:
        """Give what a column has of these cards."""
        return column.take(self._cards)

    def numbers(self, column: Column) -> Column:
        """Count each number in a column."""
        return np.bincount(self.of(column))

    @cached_property
    def of_words(self) -> Mapping[str, Column]:
        """Count the places of all facts that are words, by their names."""
        return PACKING.numbers(self.of(self._columns.packed))


@dataclass(frozen=True)
class Facet:
    """One thing by which agreements differ. `column` gives its values card by card, `known` what
    the places of a column of words stand for."""

    name: str
    label: str
    column: Callable[[Columns], Column]
    known: tuple[str, ...] = ()

    def counts(self, columns: Columns, tally: Tally) -> Counts:
        """Count each value that stands on one of these cards."""
        return self._counts(tally.numbers(self.column(columns)))

    def mask(self, columns: Columns, values: Sequence[str]) -> Mask:
        """Mark the cards with one of these values."""
        marked: Mask = np.isin(self.column(columns), self._places(values))
        return marked

    def _places(self, values: Sequence[str]) -> list[int]:
        return [self._place(value) for value in values]

    def _counts(self, numbers: Column) -> Counts:
        """Of the numbers of all places: what there is none of is left out, and so is what has no
        name, or none that is known here."""
        places = np.flatnonzero(numbers[: len(self.known) or None])
        order = places[np.argsort(-numbers[places], kind="stable")]
        named = order if self._value(0) else order[order != 0]
        return Counts(named, numbers[named], self._value, self._place)

    def _value(self, place: Any) -> str:
        return self.known[place] if self.known else str(place)

    def _place(self, value: str) -> int:
        if self.known:
            return self.known.index(value) if value in self.known else -1
        return int(value) if value.isdecimal() and len(value) < 10 else -1


class Words(Facet):
    """A fact that is a word; all of them are counted together."""

    def counts(self, columns: Columns, tally: Tally) -> Counts:
        return self._counts(tally.of_words[self.name])

    def mask(self, columns: Columns, values: Sequence[str]) -> Mask:
        return PACKING.mask(columns.packed, self.name, self._places(values))


TOGETHER: Final = 10  # kinds that are counted together: a thousand different cards at most
_MASK: Final = np.uint32((1 << TOGETHER) - 1)
_BITS: Final = np.arange(1 << TOGETHER)[:, None] >> np.arange(TOGETHER) & 1
"""Of each number of so many bits which of them it has."""


class Kinds(Facet):
    """The kinds of term: a card may have several."""

    def counts(self, columns: Columns, tally: Tally) -> Counts:
        bits = tally.of(columns.kinds)
        starts = range(0, len(KINDS), TOGETHER)
        numbers = (
            np.bincount((bits >> np.uint32(at)) & _MASK, minlength=1 << TOGETHER) for at in starts
        )
        return self._counts(np.concatenate([each @ _BITS for each in numbers]))

    def mask(self, columns: Columns, values: Sequence[str]) -> Mask:
        bits = sum(1 << KINDS.index(value) for value in set(values) if value in KINDS)
        marked: Mask = (columns.kinds & np.uint32(bits)) != 0
        return marked


def _words(name: str, label: str) -> Words:
    return Words(name, label, lambda columns: PACKING.unpack(columns.packed, name), WORDS[name])


_ALL: Final = (
    _words("matter_kind", N_("事项")),
    Kinds("term", N_("条款种类"), lambda columns: columns.kinds, KINDS),
    Facet("industry", N_("行业"), lambda columns: columns.industry, INDUSTRIES),
    Facet("region", N_("地区"), lambda columns: columns.federation),
    Facet("enterprise", N_("企业"), lambda columns: columns.enterprise),
    Facet("year", N_("年份"), lambda columns: columns.year),
    _words("procedure", N_("程序")),
    _words("standing", N_("现在")),
    _words("grade", N_("签名等级")),
)
FACETS: Final[Mapping[str, Facet]] = {facet.name: facet for facet in _ALL}
