"""Agreed figures, row by row, of no other agreements than were found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from statistics import median
from typing import Any, Final, NamedTuple

import numpy as np
from django.db.models import Q, QuerySet
from numpy.typing import NDArray

from agreements.api.counting import AGREEMENTS, Counted, Values, cells, countable, people
from agreements.archive.index import Keys
from agreements.archive.models import Figure
from agreements.archive.ranges import Range
from agreements.archive.search import Sifted

BATCH: Final = 1000  # agreements asked about at once


class Place(NamedTuple):
    """Where a page of figures ended: the newest agreements come first, and of one agreement the
    figures in the order of its text."""

    card: int
    figure: int

    @classmethod
    def read(cls, said: str) -> Place:
        return cls(*map(int, said.split("-")))

    def __str__(self) -> str:
        return f"{self.card}-{self.figure}"


class FigureCounted(NamedTuple):
    """One cell of a summary."""

    counted: Counted
    unit: str
    figures: int
    least: Decimal
    median: Decimal
    most: Decimal

    def hidden(self) -> str | None:
        return self.counted.hidden(AGREEMENTS)


def page(keys: Keys, asked: Range, after: Place | None, size: int) -> list[Figure]:
    """So many figures after that place, and one more if there is one. `keys`: the newest first."""
    found: list[Figure] = []
    rest = Q()
    if after is not None:
        keys = keys[keys <= after.card]
        rest = Q(card__lt=after.card) | Q(card=after.card, pk__gt=after.figure)
    for batch in _batches(asked, keys):
        rows = batch.filter(rest).select_related("card__enterprise", "card__federation")
        found += rows.order_by("-card_id", "pk")[: size + 1 - len(found)]
        if len(found) > size:
            break
    return found


def summary(sifted: Sifted, asked: Range, by: Sequence[str]) -> Iterator[FigureCounted]:
    """Sum every cell's figures up, those of each unit by themselves."""
    held = sifted.held
    mask = countable(held, sifted.mask(), by)
    told, places = cells(held, mask, by)
    keys = held.key[mask]
    rows = [
        row
        for batch in _batches(asked, keys)
        for row in batch.values_list("card", "unit", "amount")
    ]
    cards = np.searchsorted(keys, np.array([card for card, _, _ in rows], np.int64))
    grouped: dict[tuple[int, str], list[int]] = {}
    for number, (_, unit, _) in enumerate(rows):
        grouped.setdefault((int(places[cards[number]]), unit), []).append(number)
    for (cell, unit), numbers in sorted(grouped.items()):
        own = np.unique(cards[numbers])
        counted = _counted(told[cell], held.enterprise[mask][own], held.workers[mask][own])
        amounts = [rows[number][2] for number in numbers]
        yield FigureCounted(
            counted, unit, len(amounts), min(amounts), median(amounts), max(amounts)
        )


def _counted(values: Values, enterprise: NDArray[Any], workers: NDArray[Any]) -> Counted:
    ((enterprises, known),) = people(np.zeros(len(workers), np.int64), enterprise, workers, 1)
    return Counted(values, len(workers), enterprises, known)


def _batches(asked: Range, keys: Keys) -> Iterator[QuerySet[Figure]]:
    for start in range(0, len(keys), BATCH):
        yield asked.rows().filter(card__in=keys[start : start + BATCH].tolist())
