"""Which agreements are taken away, and what of each may be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from agreements.archive.models import Card, figures_in_order
from agreements.archive.reader import Reader
from agreements.archive.search import MOST

BATCH: Final = 20  # agreements read at once: papers are a hundred kilobytes each


@dataclass(frozen=True)
class Selection:
    """The keys in the order of the list, and who takes them."""

    reader: Reader
    keys: Sequence[int]

    def cards(self) -> Iterator[Card]:
        """With enterprise, clauses and figures; papers are read one by one. What has gone out of
        reach meanwhile is left out."""
        held = Card.objects.select_related("enterprise").prefetch_related(
            figures_in_order("clauses__figures")
        )
        for start in range(0, len(self.keys), BATCH):
            some = self.keys[start : start + BATCH]
            found = held.in_bulk(some)
            yield from (found[key] for key in some if self._is_there(found.get(key)))

    def is_own(self, card: Card) -> bool:
        """Whether papers and evidence go along. Of what is merely published only its clauses do:
        the public page shows nothing else."""
        return self.reader.owns(card)

    def _is_there(self, card: Card | None) -> bool:
        return card is not None and self.reader.may_read(card)


def picked(reader: Reader, wanted: Sequence[str]) -> list[int]:
    """Those that were ticked, the newest first. What is not in reach is passed over."""
    keys = [int(key) for key in wanted[:MOST] if key.isdecimal() and len(key) < 19]
    cards = Card.objects.filter(key__in=keys).order_by("-key")
    return [card.key for card in cards if reader.may_read(card)]
