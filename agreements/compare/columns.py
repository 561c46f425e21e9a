"""Every agreed figure in columns, kept by each process, as archive.columns keeps the cards.

Thirty bytes a figure. Whoever writes one gives its card a new serial: so the figures of the cards
that are new or changed are read again, and no others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any, Final

import numpy as np
from django.db import connection
from django.db.models import BigIntegerField, F
from django.db.models.functions import Cast, Round
from numpy.typing import NDArray

from agreements.archive import columns
from agreements.archive.bulk import Keys, table
from agreements.archive.columns import Column
from agreements.archive.models import Card, Figure
from negotiate.law.terms.figures import MEASURES

SCALE: Final = 10_000  # an amount is kept in ten-thousandths: whole numbers, so that sums are exact
CODES: Final = tuple(MEASURES)
PLACES: Final = {code: place for place, code in enumerate(CODES)}
NUMBERS: Final = ("card", "scaled")
TEXTS: Final = ("measure", "about", "unit")

Places = NDArray[np.intp]


@dataclass(frozen=True)
class FigureColumns:
    """All figures of the cards as they were at one serial. `measure` is a place in CODES, `about`
    and `unit` are places in `words`, which only grows."""

    serial: int
    card: Keys
    measure: NDArray[np.uint8]
    about: NDArray[np.int32]
    unit: NDArray[np.int32]
    amount: NDArray[np.int64]
    words: dict[str, int]

    def said(self, places: Iterable[int]) -> list[str]:
        """Give the words at these places."""
        known = list(self.words)
        return [known[place] for place in places]

    def containing(self, part: str) -> NDArray[np.int32]:
        """Give the places of all words that have this part."""
        return np.array([place for word, place in self.words.items() if part in word], np.int32)


NONE: Final = FigureColumns(
    serial=0,
    card=np.zeros(0, np.int64),
    measure=np.zeros(0, np.uint8),
    about=np.zeros(0, np.int32),
    unit=np.zeros(0, np.int32),
    amount=np.zeros(0, np.int64),
    words={},
)


def current() -> FigureColumns:
    """Give the columns of all figures that this transaction can see."""
    connection.ensure_connection()  # as for the cards
    with _lock:
        serial = columns.current().serial
        held = _held.get(connection.alias)
        if held is None or held.serial > serial:
            held = _read(serial, NONE)
        elif held.serial < serial:
            held = _read(serial, held)
        _held[connection.alias] = held
        return held


def forget() -> None:
    """Hold nothing any more: the database is not what it was, as after each test."""
    with _lock:
        _held.clear()


_held: dict[str, FigureColumns] = {}
_lock = Lock()


def _read(serial: int, held: FigureColumns) -> FigureColumns:
    """Read the figures of all cards that changed since what is held."""
    changed = Card.objects.filter(serial__gt=held.serial)
    scaled = Cast(Round(F("amount") * SCALE), BigIntegerField())
    fresh = Figure.objects.filter(card__in=changed) if held.serial else Figure.objects.all()
    words = dict(held.words)
    parts = [_part(*read, words) for read in table(fresh.annotate(scaled=scaled), NUMBERS, TEXTS)]
    keys = [numbers["pk"] for numbers, _ in table(changed, ())] if len(held.card) else []
    stays = ~np.isin(held.card, np.concatenate([np.zeros(0, np.int64), *keys]))

    def both(name: str) -> Any:
        before = getattr(held, name)
        return np.concatenate([before[stays], *(part[name] for part in parts)]).astype(before.dtype)

    return FigureColumns(
        serial=serial,
        words=words,
        **{name: both(name) for name in ("card", "measure", "about", "unit", "amount")},
    )


def _part(
    numbers: Mapping[str, Column], texts: Mapping[str, Sequence[str]], words: dict[str, int]
) -> dict[str, Column]:
    measures = np.array([PLACES[code] for code in texts["measure"]], np.uint8)
    about, unit = (_places(texts[name], words) for name in ("about", "unit"))
    columns = {"card": numbers["card"], "amount": numbers["scaled"]}
    return {**columns, "measure": measures, "about": about, "unit": unit}


def _places(said: Sequence[str], words: dict[str, int]) -> NDArray[np.int32]:
    """Give the places of words among all; new ones come after them."""
    return np.array([words.setdefault(word, len(words)) for word in said], np.int32)
