"""The clauses that are worded most like one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from agreements.archive import columns
from agreements.archive.models import Clause
from agreements.archive.reader import Reader
from agreements.similar.actions import clause_pairs
from agreements.similar.bands import CLAUSES
from agreements.similar.models import ClauseBand
from agreements.similar.words import jaccard

SHOWN: Final = 10
LEAST: Final = 0.2  # of what is less alike nobody would say that it is similar
READ: Final = 40  # clauses that are compared word by word, those with the most bands first
A_BAND: Final = 100  # clauses taken from each band, the newest first
LOOKED_AT: Final = 2_000  # of each band at most, to find those: a band may be everybody's
NARROW: Final = 2_000  # agreements in reach that the database can be given one by one


@dataclass(frozen=True)
class Similar:
    """`percent`: how much of what people wrote in the two is the same."""

    clause: Clause
    percent: int


def similar(reader: Reader, clause: Clause) -> list[Similar]:
    """Give those in the reader's reach, the most similar first and of equals the newest. Of one
    agreement there may be several; the one asked about is left out."""
    own = clause_pairs(clause.card, clause)
    shared = Counter(_near(reader, clause, CLAUSES.of(own)))
    chosen = [key for key, _ in sorted(shared.items(), key=lambda each: (-each[1], -each[0]))]
    read = Clause.objects.filter(pk__in=chosen[:READ]).select_related("card__enterprise")
    shares = [(jaccard(own, clause_pairs(each.card, each)), each) for each in read]
    shares.sort(key=lambda each: (-each[0], -each[1].card_id, each[1].position))
    return [Similar(each, round(100 * share)) for share, each in shares if share >= LEAST][:SHOWN]


def _near(reader: Reader, clause: Clause, bands: list[int]) -> Iterator[int]:
    """Give the keys of clauses that share a band, once for each band they share."""
    held = columns.current()
    mask = reader.mask(held) & reader.compares(held)
    reach = frozenset(held.key[mask].tolist())
    for band in bands:
        rows = ClauseBand.objects.filter(band=band).exclude(card=clause.card_id)
        if len(reach) <= NARROW:
            rows = rows.filter(card__in=reach)
        newest = rows.order_by("-card", "-clause").values_list("card", "clause")[:LOOKED_AT]
        yield from islice((clause for card, clause in newest if card in reach), A_BAND)
