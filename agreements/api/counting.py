"""Counting for statistics, and what is not told because too few people stand behind it. Pure.

Whoever asks may open every agreement that is counted. What is hidden protects those who read the
table that is made of it, and whom the agreements are not open to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from agreements.archive.columns import Columns, Mask
from agreements.archive.facets import FACETS

WORKERS: Final = 5  # fewer people are never told of
AGREEMENTS: Final = 3  # from fewer of them the figures of each could be told
Values = tuple[Any, ...]


@dataclass(frozen=True)
class Counted:
    """One cell: the values that make it, and what stands behind it. `workers` is None where nobody
    said of any of its enterprises how many work there."""

    values: Values
    agreements: int
    enterprises: int
    workers: int | None

    def hidden(self, least_agreements: int = 1) -> str | None:
        """Say why it is not told, if it is not. Who is not known to be there is not counted."""
        if self.workers is None:
            return "unknown_workers"
        if self.workers < WORKERS:
            return "few_workers"
        return "few_agreements" if self.agreements < least_agreements else None


def cells(held: Columns, mask: Mask, by: Sequence[str]) -> tuple[list[Values], NDArray[np.intp]]:
    """Give the values of every cell, in order, and for each marked card the place of its cell. All
    its values make one number: rows of a table are sorted many times slower."""
    numbers = np.zeros(np.count_nonzero(mask), np.int64)
    sizes = []
    for name in by:
        column = FACETS[name].column(held)[mask].astype(np.int64)
        sizes.append(int(column.max(initial=0)) + 1)
        numbers = numbers * sizes[-1] + column
    found, places = np.unique(numbers, return_inverse=True)
    values = np.unravel_index(found, sizes) if by else ()
    told = [tuple(map(_told, by, row)) for row in zip(*map(np.ndarray.tolist, values), strict=True)]
    return told if by else [()] * len(found), places


def countable(held: Columns, mask: Mask, by: Sequence[str]) -> Mask:
    """Mark only what has in all of these a value that is known here (columns.WORDS)."""
    for name in by:
        if FACETS[name].known:
            mask = mask & (FACETS[name].column(held) < len(FACETS[name].known))
    return mask


def counted(held: Columns, mask: Mask, by: Sequence[str]) -> Iterator[Counted]:
    """Count each cell's agreements, its enterprises, and the people who work there."""
    mask = countable(held, mask, by)
    told, places = cells(held, mask, by)
    agreements = np.bincount(places, minlength=len(told))
    behind = people(places, held.enterprise[mask], held.workers[mask], len(told))
    for values, n, (enterprises, workers) in zip(told, agreements.tolist(), behind, strict=True):
        yield Counted(values, n, enterprises, workers)


def people(
    places: NDArray[Any], enterprise: NDArray[Any], workers: NDArray[Any], total: int
) -> list[tuple[int, int | None]]:
    """For each of so many cells its enterprises, and the people known to work there. An enterprise
    with several agreements counts once, with the most people that any of them tells of."""
    both = places.astype(np.int64) * (int(enterprise.max(initial=0)) + 1) + enterprise
    order = np.argsort(both)
    first = np.flatnonzero(np.diff(both[order], prepend=-1))
    places = places[order][first]
    workers = np.maximum.reduceat(workers[order], first) if len(first) else workers
    known = workers >= 0
    enterprises = np.bincount(places, minlength=total)
    knowing = np.bincount(places[known], minlength=total)
    summed = np.bincount(places[known], workers[known], minlength=total).astype(np.int64)
    return [
        (int(n), int(all_) if said else None)
        for n, all_, said in zip(enterprises, summed, knowing, strict=True)
    ]


def _told(name: str, place: int) -> Any:
    """A value as it is told: words by their code, years and keys as they are."""
    known = FACETS[name].known
    return known[place] if known else place
