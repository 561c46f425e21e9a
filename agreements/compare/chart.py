"""The figures over the years as a line chart, worked out here so that no script is needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

import numpy as np

from agreements.compare.chosen import Chosen
from agreements.compare.rows import Row, Rows
from agreements.compare.spread import middle, plain
from negotiate.law.refusal import N_

WIDTH, HEIGHT, MARGIN = 400, 220, 54
TOP, BOTTOM = 16, 178
TICKS: Final = 6  # years written under the chart, or there would be no room for them
FEW: Final = 4  # rows that still have a line each; more than that are summed up


@dataclass(frozen=True)
class Year:
    """What was agreed in one year."""

    year: int
    agreements: int
    lowest: Decimal
    middle: Decimal
    highest: Decimal


@dataclass(frozen=True)
class Dot:
    """A figure's place in the chart."""

    x: float
    y: float
    year: int
    amount: Decimal


@dataclass(frozen=True)
class Line:
    """One line: its words are to be translated where `is_word`; told apart by its dashes too."""

    label: str
    is_word: bool
    dots: Sequence[Dot]

    @property
    def points(self) -> str:
        return " ".join(f"{dot.x:.1f},{dot.y:.1f}" for dot in self.dots)


@dataclass(frozen=True)
class Chart:
    """Lines over years; `low` and `high` are where the scale begins and ends."""

    lines: Sequence[Line]
    years: Sequence[tuple[float, int]]
    low: Decimal
    high: Decimal
    width: int = WIDTH
    height: int = HEIGHT


def by_year(chosen: Chosen) -> list[Year]:
    """Sum up each year, the oldest first."""
    years, amounts, cards = chosen.year, chosen.amounts, chosen.card
    made = []
    for year in np.unique(years):
        own = amounts[years == year]
        agreements = len(np.unique(cards[years == year]))
        made.append(Year(int(year), agreements, plain(own.min()), middle(own), plain(own.max())))
    return made


def chart(table: Rows, years: Sequence[Year]) -> Chart | None:
    """Draw a few rows each as a line, and of many the lowest, the middle and the highest of each
    year; None where there is nothing to follow."""
    if len(years) < 2:
        return None
    if table.total <= FEW:
        drawn = [(_name(row), False, _followed(row)) for row in table.rows]
    else:
        drawn = [
            (N_("最高"), True, [(year.year, year.highest) for year in years]),
            (N_("中间"), True, [(year.year, year.middle) for year in years]),
            (N_("最低"), True, [(year.year, year.lowest) for year in years]),
        ]
    amounts = [amount for _, _, dots in drawn for _, amount in dots]
    scale = _Scale(years[0].year, years[-1].year, min(amounts), max(amounts))
    lines = [Line(label, is_word, [scale.dot(*each) for each in d]) for label, is_word, d in drawn]
    written = years[:: -(-len(years) // TICKS)]
    ticks = [(round(scale.x(year.year), 1), year.year) for year in written]
    return Chart(lines, ticks, scale.low, scale.high)


def _name(row: Row) -> str:
    return f"{row.newest.enterprise.name} {row.about}".strip()


def _followed(row: Row) -> list[tuple[int, Decimal]]:
    """The last figure of each year."""
    return list({each.year: each.amount for each in row.agreed}.items())


@dataclass(frozen=True)
class _Scale:
    first: int
    last: int
    low: Decimal
    high: Decimal

    def x(self, year: int) -> float:
        return MARGIN + (year - self.first) / (self.last - self.first) * (WIDTH - 2 * MARGIN)

    def dot(self, year: int, amount: Decimal) -> Dot:
        part = float((amount - self.low) / ((self.high - self.low) or 1))
        y = BOTTOM - part * (BOTTOM - TOP)
        return Dot(round(self.x(year), 1), round(y, 1), year, amount)
