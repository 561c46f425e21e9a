"""How figures lie: how many, from where to where, and a small histogram."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import floor, log10
from typing import Final

import numpy as np
from numpy.typing import NDArray

from agreements.archive.figures import SCALE
from agreements.archive.index import Keys
from agreements.compare.chosen import Chosen

BARS: Final = 8  # about how many
STEPS: Final = (1, 2, 5, 10)  # times a power of ten: edges that people would choose


@dataclass(frozen=True)
class Spread:
    """`middle`: as many figures are below as above."""

    agreements: int
    enterprises: int
    figures: int
    lowest: Decimal
    middle: Decimal
    highest: Decimal


@dataclass(frozen=True)
class Bar:
    """The figures from `start` up to, but without, `end`. `least` and `most` of them as they were
    agreed: what a search for just these asks. `width`: in percent of the longest bar."""

    start: Decimal
    end: Decimal
    agreements: int
    least: Decimal | None
    most: Decimal | None
    width: int


def spread(chosen: Chosen) -> Spread | None:
    """Sum up; None where there is no figure."""
    amounts = chosen.amounts
    if not len(amounts):
        return None
    return Spread(
        len(np.unique(chosen.card)),
        len(np.unique(chosen.enterprise)),
        len(amounts),
        plain(amounts.min()),
        middle(amounts),
        plain(amounts.max()),
    )


def plain(amount: np.int64) -> Decimal:
    return Decimal(int(amount)) / SCALE


def middle(amounts: NDArray[np.int64]) -> Decimal:
    """The median, in whole numbers: no figure is rounded on the way."""
    ordered, half = np.sort(amounts), (len(amounts) - 1) // 2
    other = len(amounts) // 2
    return Decimal(int(ordered[half]) + int(ordered[other])) / (2 * SCALE)


def bars(chosen: Chosen) -> Sequence[Bar]:
    """A histogram that counts agreements: one that has two figures in a bar is one. None where all
    figures are the same."""
    amounts = chosen.amounts
    if len(amounts) < 2 or amounts.min() == amounts.max():
        return ()
    step = _step(int(amounts.max()) - int(amounts.min()))
    first, places = int(amounts.min()) // step, amounts // step
    counted = list(_counted(chosen.card, amounts, places, first, int(places.max())))
    longest = max(number for number, _, _ in counted)
    return [
        Bar(
            Decimal((first + place) * step) / SCALE,
            Decimal((first + place + 1) * step) / SCALE,
            number,
            least,
            most,
            -(-number * 100 // longest),
        )
        for place, (number, least, most) in enumerate(counted)
    ]


def _counted(
    cards: Keys, amounts: NDArray[np.int64], places: NDArray[np.int64], first: int, last: int
) -> Iterator[tuple[int, Decimal | None, Decimal | None]]:
    for place in range(first, last + 1):
        within = places == place
        own = amounts[within]
        if len(own):
            yield len(np.unique(cards[within])), plain(own.min()), plain(own.max())
        else:
            yield 0, None, None


def _step(width: int) -> int:
    """The smallest round step with which no more than BARS and one are needed."""
    power = int(10 ** max(floor(log10(width / BARS)), 0))
    return next(power * times for times in STEPS if power * times * BARS >= width)
