"""Every card's facts in columns, kept by each process, so that hits are filtered and counted in
memory, the same for either database.

Thirty bytes a card: a million agreements take 30 MB. What a process holds is compared with the
newest serial at every search, and only cards that are new or changed are read again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any, Final

import numpy as np
from django.db.models import Case, Max, QuerySet, When
from django.db.models.functions import Coalesce
from numpy.typing import NDArray

from agreements.archive.bulk import Keys, table
from agreements.archive.held import Held
from agreements.archive.models import Card, years
from agreements.archive.packing import Packed, Packing
from agreements.archive.places import KeyPlaces
from agreements.papers.standing import Standing
from negotiate.law import terms
from negotiate.law.words import Procedure
from negotiate.matters.kinds import MATTER_KINDS
from negotiate.people.industries import Industry

Mask = NDArray[np.bool_]
Column = NDArray[Any]
Places = NDArray[np.intp]  # in columns

WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "matter_kind": tuple(MATTER_KINDS),
    "procedure": ("", *(one.value for one in Procedure)),
    "standing": tuple(Standing.values),
    "grade": tuple(Card.Grade.values),
}
"""The words of the facts that are packed into one number; a fact is the place of a word in this
list. A word that only a newer process knows, while one after the other is restarted, has the place
after the last: its card is found, and counted nowhere by it."""
PACKING: Final = Packing(WORDS)
INDUSTRIES: Final = ("", *Industry.values)
"""The same of the column `industry`."""
KINDS: Final = tuple(terms.KINDS)
"""The kinds of term, each a bit of the column `kinds`."""
NUMBERS: Final = ("enterprise", "federation", "workers_or_none", "published")
TEXTS: Final = ("kinds", "industry", *WORDS)


@dataclass(frozen=True)
class Columns:
    """All cards as they were at one serial, the smallest key first. `workers` is -1 where nobody
    said how many; `packed` has all facts that are words (PACKING)."""

    serial: int
    key: Keys
    year: NDArray[np.int16]
    enterprise: NDArray[np.int32]
    federation: NDArray[np.int32]
    workers: NDArray[np.int32]
    published: Mask
    kinds: NDArray[np.uint32]
    industry: NDArray[np.uint8]
    packed: Packed

    def __len__(self) -> int:
        return len(self.key)

    def all(self) -> Mask:
        return np.ones(len(self), np.bool_)

    def mask(self, keys: Keys) -> Mask:
        """Mark the cards of these keys; a key that came after these columns is passed over."""
        found = np.zeros(len(self) + 1, np.bool_)
        found[self._places.of(keys)] = True
        marked: Mask = found[:-1]
        return marked

    @cached_property
    def _places(self) -> KeyPlaces:
        return KeyPlaces(self.key)


def current() -> Columns:
    """Give the columns of all cards that this transaction can see."""
    return _held.current()


def forget() -> None:
    _held.forget()


def _read(serial: int, held: Columns | None) -> Columns:
    """Read all cards, or those that changed since, into columns."""
    if held is None:
        return _columns(serial, Card.objects.all())
    return _merged(held, _columns(serial, Card.objects.filter(serial__gt=held.serial)))


def _columns(serial: int, cards: QuerySet[Card]) -> Columns:
    told = cards.annotate(
        workers_or_none=Coalesce("workers", -1),
        published=Case(When(published_on=None, then=0), default=1),
    )
    parts = [_part(*read) for read in table(told, NUMBERS, TEXTS)]

    def whole(name: str, kind: Any) -> Any:
        return np.concatenate([np.zeros(0, kind), *(part[name] for part in parts)]).astype(kind)

    return Columns(
        serial=serial,
        key=whole("pk", np.int64),
        year=whole("year", np.int16),
        enterprise=whole("enterprise", np.int32),
        federation=whole("federation", np.int32),
        workers=whole("workers_or_none", np.int32),
        published=whole("published", np.bool_),
        kinds=whole("kinds", np.uint32),
        industry=whole("industry", np.uint8),
        packed=whole("packed", np.uint16),
    )


def _part(numbers: Mapping[str, Column], texts: Mapping[str, Sequence[str]]) -> dict[str, Column]:
    return {
        **numbers,
        "year": years(numbers["pk"]),
        "kinds": _bits(texts["kinds"]),
        "industry": _places(INDUSTRIES, texts["industry"]),
        "packed": PACKING.pack({name: _places(WORDS[name], texts[name]) for name in WORDS}),
    }


def _bits(said: Sequence[str]) -> NDArray[np.uint32]:
    """Each list of kinds of term as bits; there are few different ones."""
    known = {
        one: sum(1 << KINDS.index(kind) for kind in one.split(",") if kind in KINDS)
        for one in set(said)
    }
    return np.array([known[one] for one in said], np.uint32)


def _places(known: Sequence[str], said: Sequence[str]) -> NDArray[np.uint8]:
    place = {word: number for number, word in enumerate(known)}
    return np.array([place.get(word, len(known)) for word in said], np.uint8)


def _merged(old: Columns, new: Columns) -> Columns:
    """All of the new, and of the old what did not change."""
    stays = ~np.isin(old.key, new.key)
    order = np.argsort(np.concatenate([old.key[stays], new.key]), kind="stable")

    def both(name: str) -> Any:
        return np.concatenate([getattr(old, name)[stays], getattr(new, name)])[order]

    columns = (one.name for one in fields(Columns) if one.name != "serial")
    return Columns(serial=new.serial, **{name: both(name) for name in columns})


def _newest() -> int:
    return Card.objects.aggregate(newest=Max("serial"))["newest"] or 0


_held: Final = Held(_newest, _read)
