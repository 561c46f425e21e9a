"""Every card's facts in columns, kept by each process, so that hits are filtered and counted in
memory, the same for either database.

Fifty bytes a card: a million agreements take 50 MB. What a process holds is compared with the
newest serial at every search, and only cards that are new or changed are read again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from django.db.models import Max
from numpy.typing import NDArray

from agreements.archive.held import Held
from agreements.archive.index import Keys
from agreements.archive.models import Card
from agreements.papers.standing import Standing
from negotiate.law import terms
from negotiate.law.words import Procedure
from negotiate.matters.kinds import MATTER_KINDS
from negotiate.people.industries import Industry

Mask = NDArray[np.bool_]
Column = NDArray[Any]

WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "industry": ("", *Industry.values),
    "matter_kind": tuple(MATTER_KINDS),
    "procedure": ("", *(one.value for one in Procedure)),
    "standing": tuple(Standing.values),
    "grade": tuple(Card.Grade.values),
}
"""What a column of words may hold; the column has their places in this list."""
UNKNOWN: Final = 255
"""The place of a word that only a newer process knows, while one after the other is restarted: its
card is found, and counted nowhere by it."""
KINDS: Final = tuple(terms.KINDS)
"""The kinds of term, each a bit of the column `kinds`."""
FIELDS: Final = (
    "key", "enterprise", "federation", "signed_on", "workers", "published_on", "kinds", *WORDS,
)  # fmt: skip


@dataclass(frozen=True)
class Columns:
    """All cards as they were at one serial, the smallest key first. `workers` is -1 where nobody
    said how many."""

    serial: int
    key: Keys
    year: NDArray[np.int16]
    enterprise: NDArray[np.int32]
    federation: NDArray[np.int32]
    workers: NDArray[np.int32]
    published: Mask
    kinds: NDArray[np.uint32]
    words: Mapping[str, NDArray[np.uint8]]

    def __len__(self) -> int:
        return len(self.key)

    def all(self) -> Mask:
        return np.ones(len(self), np.bool_)

    def mask(self, keys: Keys) -> Mask:
        """Mark the cards of these keys; a key that came after these columns is passed over."""
        found = np.zeros(len(self), np.bool_)
        places = np.searchsorted(self.key, keys)
        within = places < len(self)
        places, keys = places[within], keys[within]
        found[places[self.key[places] == keys]] = True
        return found


def current() -> Columns:
    """Give the columns of all cards that this transaction can see."""
    return _held.current()


def forget() -> None:
    _held.forget()


def _read(serial: int, held: Columns | None) -> Columns:
    """Read all cards, or those that changed since, into columns."""
    cards = Card.objects.order_by("key")
    if held is None:
        return _columns(serial, cards.values_list(*FIELDS))
    fresh = _columns(serial, cards.filter(serial__gt=held.serial).values_list(*FIELDS))
    return _merged(held, fresh)


def _columns(serial: int, rows: Iterable[tuple[Any, ...]]) -> Columns:
    columns = dict(zip(FIELDS, zip(*rows, strict=True), strict=False)) or dict.fromkeys(FIELDS, ())
    return Columns(
        serial=serial,
        key=np.array(columns["key"], np.int64),
        year=np.array([day.year for day in columns["signed_on"]], np.int16),
        enterprise=np.array(columns["enterprise"], np.int32),
        federation=np.array(columns["federation"], np.int32),
        workers=np.array([-1 if n is None else n for n in columns["workers"]], np.int32),
        published=np.array([day is not None for day in columns["published_on"]], np.bool_),
        kinds=np.array(_bits(columns["kinds"]), np.uint32),
        words={name: _places(list_, columns[name]) for name, list_ in WORDS.items()},
    )


def _bits(said: Sequence[str]) -> list[int]:
    """Each list of kinds of term as bits; there are few different ones."""
    known = {
        one: sum(1 << KINDS.index(kind) for kind in one.split(",") if kind in KINDS)
        for one in set(said)
    }
    return [known[one] for one in said]


def _places(known: Sequence[str], said: Sequence[str]) -> NDArray[np.uint8]:
    place = {word: number for number, word in enumerate(known)}
    return np.array([place.get(word, UNKNOWN) for word in said], np.uint8)


def _merged(old: Columns, new: Columns) -> Columns:
    """All of the new, and of the old what did not change."""
    stays = ~np.isin(old.key, new.key)
    order = np.argsort(np.concatenate([old.key[stays], new.key]), kind="stable")

    def both(name: str) -> Any:
        return np.concatenate([getattr(old, name)[stays], getattr(new, name)])[order]

    plain = ("key", "year", "enterprise", "federation", "workers", "published", "kinds")
    words = {
        name: np.concatenate([old.words[name][stays], new.words[name]])[order] for name in WORDS
    }
    return Columns(serial=new.serial, words=words, **{name: both(name) for name in plain})


def _newest() -> int:
    return Card.objects.aggregate(newest=Max("serial"))["newest"] or 0


_held: Final = Held(_newest, _read)
