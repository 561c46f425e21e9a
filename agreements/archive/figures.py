"""Every agreed figure in columns, kept by each process as columns.py keeps the cards, so that
ranges are marked and figures compared in memory.

Twenty-five bytes a figure. Whoever writes one gives its card a new serial: so the figures of the
cards that are new or changed are read again, and no others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import cached_property
from typing import Any, Final

import numpy as np
from django.db.models import BigIntegerField, F
from django.db.models.functions import Cast, Round
from numpy.typing import NDArray

from agreements.archive import columns
from agreements.archive.bulk import Keys, table
from agreements.archive.columns import Column, Mask
from agreements.archive.grams import normalise
from agreements.archive.held import Held
from agreements.archive.models import Card, Figure
from agreements.archive.narrowing import Narrowing
from negotiate.law.terms.figures import MEASURES

SCALE: Final = 10_000  # an amount is kept in ten-thousandths: whole numbers, so that sums are exact
MOST: Final = 2**63 - 1
CODES: Final = tuple(MEASURES)
PLACES: Final = {code: place for place, code in enumerate(CODES)}
UNKNOWN: Final = 255
NUMBERS: Final = ("card", "scaled")
TEXTS: Final = ("measure", "about", "unit")


@dataclass(frozen=True)
class FigureColumns:
    """All figures of the cards as they were at one serial. `measure` is a place in CODES; `about`,
    as it was written, and `unit` are places in `words`, which only grows."""

    serial: int
    card: Keys
    measure: NDArray[np.uint8]
    about: NDArray[np.int32]
    unit: NDArray[np.int32]
    amount: NDArray[np.int64]
    words: Mapping[str, int]
    compared: Sequence[str]
    """Each of the words as it is compared."""

    def said(self, places: Iterable[int]) -> list[str]:
        """Give the words at these places."""
        known = list(self.words)
        return [known[place] for place in places]

    def is_about(self, part: str) -> Mask:
        """Mark among all words those that have this part, however either is written."""
        wanted = normalise(part)
        return np.array([wanted in word for word in self.compared], np.bool_)

    @cached_property
    def same(self) -> NDArray[np.int32]:
        """For each word's place the first place of a word that is compared as it."""
        first: dict[str, int] = {}
        return np.array(
            [first.setdefault(word, place) for place, word in enumerate(self.compared)], np.int32
        )

    def narrow(
        self, found: Narrowing, about: str, least: Decimal | None, most: Decimal | None
    ) -> None:
        """Leave of some figures those about something, from `least` to `most`, both included."""
        if least is not None or most is not None:
            first = -MOST if least is None else _scaled(least, ROUND_CEILING)
            last = MOST if most is None else _scaled(most, ROUND_FLOOR)
            found.to(self.amount, lambda amount: (amount >= first) & (amount <= last))
        if about:
            found.to(self.about, self.is_about(about).take)


def current() -> FigureColumns:
    """Give the columns of all figures that this transaction can see."""
    return _held.current()


def forget() -> None:
    _held.forget()


def _scaled(amount: Decimal, rounding: str) -> int:
    """In ten-thousandths; no figure is greater than what is given for a greater one, or smaller."""
    whole = int((amount * SCALE).to_integral_value(rounding))
    return max(-MOST, min(whole, MOST))


NONE: Final = FigureColumns(
    serial=0,
    card=np.zeros(0, np.int64),
    measure=np.zeros(0, np.uint8),
    about=np.zeros(0, np.int32),
    unit=np.zeros(0, np.int32),
    amount=np.zeros(0, np.int64),
    words={},
    compared=(),
)


def _read(serial: int, held: FigureColumns | None) -> FigureColumns:
    """Read the figures of all cards that changed since what is held."""
    held = held or NONE
    words = dict(held.words)
    changed = Card.objects.filter(serial__gt=held.serial)
    # Before the figures: a card that changes in between has its new ones, and its old ones as well
    # until the next look, which is nearer the truth than none.
    keys = [numbers["pk"] for numbers, _ in table(changed, ())] if len(held.card) else []
    fresh = Figure.objects.filter(card__in=changed) if held.serial else Figure.objects.all()
    told = fresh.annotate(scaled=Cast(Round(F("amount") * SCALE), BigIntegerField()))
    parts = [_part(*read, words) for read in table(told, NUMBERS, TEXTS)]
    gone = [np.zeros(0, np.int64), *keys, *(part["card"] for part in parts)]
    stays = ~np.isin(held.card, np.concatenate(gone))
    new = list(words)[len(held.compared) :]

    def both(name: str) -> Any:
        before = getattr(held, name)
        return np.concatenate([before[stays], *(part[name] for part in parts)]).astype(before.dtype)

    return FigureColumns(
        serial=serial,
        words=words,
        compared=[*held.compared, *map(normalise, new)],
        **{name: both(name) for name in ("card", "measure", "about", "unit", "amount")},
    )


def _part(
    numbers: Mapping[str, Column], texts: Mapping[str, Sequence[str]], words: dict[str, int]
) -> dict[str, Column]:
    """All but figures under a measure that only a newer process knows."""
    measures = np.array([PLACES.get(code, UNKNOWN) for code in texts["measure"]], np.uint8)
    about, unit = (_places(texts[name], words) for name in ("about", "unit"))
    read = {"card": numbers["card"], "amount": numbers["scaled"]}
    read |= {"measure": measures, "about": about, "unit": unit}
    return {name: column[measures != UNKNOWN] for name, column in read.items()}


def _places(said: Sequence[str], words: dict[str, int]) -> NDArray[np.int32]:
    """Give the places of words among all; new ones come after them."""
    return np.array([words.setdefault(word, len(words)) for word in said], np.int32)


_held: Final = Held(lambda: columns.current().serial, _read)
