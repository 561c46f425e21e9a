"""Every agreed figure in columns, kept by each process, as archive.columns keeps the cards.

Thirty bytes a figure. Whoever writes one gives its card a new serial: so the figures of the cards
that are new or changed are read again, and no others.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from django.db.models import BigIntegerField, F
from django.db.models.functions import Cast, Round
from numpy.typing import NDArray

from agreements.archive import columns
from agreements.archive.held import Held
from agreements.archive.index import Keys
from agreements.archive.models import Card, Figure
from negotiate.law.terms.figures import MEASURES

SCALE: Final = 10_000  # an amount is kept in ten-thousandths: whole numbers, so that sums are exact
CODES: Final = tuple(MEASURES)
FIELDS: Final = ("pk", "card_id", "measure", "about", "searched", "unit", "scaled")
COLUMNS: Final = ("card", "measure", "about", "searched", "unit", "amount")

Places = NDArray[np.intp]


@dataclass(frozen=True)
class FigureColumns:
    """All figures of the cards as they were at one serial. `measure` is a place in CODES; `about`,
    as it was written and as it is compared (`searched`), and `unit` are places in `words`, which
    only grows."""

    serial: int
    card: Keys
    measure: NDArray[np.uint8]
    about: NDArray[np.int32]
    searched: NDArray[np.int32]
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


def current() -> FigureColumns:
    """Give the columns of all figures that this transaction can see."""
    return _held.current()


def forget() -> None:
    _held.forget()


def _read(serial: int, held: FigureColumns | None) -> FigureColumns:
    """Read the figures of all cards that changed since what is held, but those under a measure that
    only a newer process knows."""
    held = held or _columns((), {}, 0)
    changed = Card.objects.filter(serial__gt=held.serial)
    scaled = Cast(Round(F("amount") * SCALE), BigIntegerField())
    known = Figure.objects.filter(card__in=changed, measure__in=CODES)
    fresh = known.annotate(scaled=scaled).order_by("pk").values_list(*FIELDS)
    new = _columns(fresh.iterator(), dict(held.words), serial)
    keys = np.array(list(changed.values_list("key", flat=True)), np.int64)
    stays = ~np.isin(held.card, keys)

    def both(name: str) -> Any:
        return np.concatenate([getattr(held, name)[stays], getattr(new, name)])

    return FigureColumns(serial, words=new.words, **{name: both(name) for name in COLUMNS})


def _columns(rows: Iterable[tuple[Any, ...]], words: dict[str, int], serial: int) -> FigureColumns:
    read = dict(zip(FIELDS, zip(*rows, strict=True), strict=False)) or dict.fromkeys(FIELDS, ())
    codes = {code: place for place, code in enumerate(CODES)}

    def places(name: str) -> NDArray[np.int32]:
        return np.array([words.setdefault(word, len(words)) for word in read[name]], np.int32)

    return FigureColumns(
        serial=serial,
        card=np.array(read["card_id"], np.int64),
        measure=np.array([codes[code] for code in read["measure"]], np.uint8),
        about=places("about"),
        searched=places("searched"),
        unit=places("unit"),
        amount=np.array(read["scaled"], np.int64),
        words=words,
    )


_held: Final = Held(lambda: columns.current().serial, _read)
