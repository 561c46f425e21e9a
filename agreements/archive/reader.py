"""Who reads the archive, and what is there for them. Every list, count and figure goes through
here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np
from django.db.models import Q, QuerySet

from agreements.archive.columns import Column, Columns, Mask
from agreements.archive.models import Card
from negotiate.people.models import Account
from negotiate.people.reach import reach_of

FEWEST: Final = 5  # workers whose figures stand in a comparison: of fewer, each would be known


@dataclass(frozen=True)
class Reader:
    """The keys of those whose agreements are all in reach, published or not: of `enterprises`, and
    of `federations`, each with the enterprises right under it. What is published is in everybody's
    reach. `own`: the one enterprise that reads, if it is one."""

    enterprises: frozenset[int] = frozenset()
    own: int = 0
    federations: frozenset[int] = frozenset()

    @classmethod
    def of(cls, account: Account) -> Reader:
        """An enterprise reads its own, a federation those of all enterprises under it."""
        if account.enterprise_id:
            return cls.at_the_table_of(account.enterprise_id)
        return cls.of_federation(account.federation_id) if account.federation_id else PUBLIC

    @classmethod
    def at_the_table_of(cls, enterprise: int) -> Reader:
        """Whoever has a seat in one of its rooms reads what it has signed."""
        return cls(frozenset({enterprise}), enterprise)

    @classmethod
    def of_federation(cls, federation: int) -> Reader:
        """What each of its officers reads, for whoever asks in its name without an account."""
        return cls(federations=frozenset(reach_of(federation)))

    def mask(self, columns: Columns) -> Mask:
        """Mark the cards in reach."""
        reach: Mask = columns.published | self.owned_mask(columns)
        return reach

    def owned_mask(self, columns: Columns) -> Mask:
        """Mark the cards that owns() says so of."""
        owned = np.zeros(len(columns), np.bool_)
        if self.enterprises:
            owned |= _in(columns.enterprise, self.enterprises)
        if self.federations:
            owned |= _in(columns.federation, self.federations)
        return owned

    @property
    def owns_any(self) -> bool:
        """Whether there may be something that owns() says so of."""
        return bool(self.enterprises or self.federations)

    def owns(self, card: Card) -> bool:
        """Say whether all of it is in reach: its files and how it was signed as well."""
        return card.enterprise_id in self.enterprises or card.federation_id in self.federations

    def owned(self) -> QuerySet[Card]:
        """All that owns() says so of."""
        of_enterprises = Q(enterprise__in=self.enterprises)
        return Card.objects.filter(of_enterprises | Q(federation__in=self.federations))

    def may_read(self, card: Card) -> bool:
        return card.published_on is not None or self.owns(card)

    def compares(self, columns: Columns) -> Mask:
        """Mark the cards the figures of which this reader may set beside others: all but those of
        a handful of people elsewhere. How many they are is not always said."""
        few = (columns.workers >= 0) & (columns.workers < FEWEST)
        shown: Mask = ~few | (columns.enterprise == self.own)
        return shown

    def may_compare(self, card: Card) -> bool:
        many = card.workers is None or card.workers >= FEWEST
        return many or card.enterprise_id == self.own


def _in(column: Column, keys: Iterable[int]) -> Mask:
    """Mark where one of these keys stands: looked up, five times faster than compared."""
    known = np.zeros(int(column.max(initial=0)) + 1, np.bool_)
    known[[key for key in keys if key < len(known)]] = True
    return known.take(column)


PUBLIC = Reader()
"""Anybody: what is published, and nothing else."""
