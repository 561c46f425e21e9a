"""Filters on agreed figures."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet

from agreements.archive import figures
from agreements.archive.columns import Columns, Mask
from agreements.archive.grams import normalise
from agreements.archive.models import Figure
from agreements.archive.narrowing import Narrowing


@dataclass(frozen=True)
class Range:
    """Agreements with a figure under one measure, or under any in one unit; about something, if
    said; both ends included."""

    measure: str = ""
    unit: str = ""
    about: str = ""
    least: Decimal | None = None
    most: Decimal | None = None

    def mask(self, columns: Columns) -> Mask:
        """Mark the cards with such a figure."""
        held = figures.current()
        found = Narrowing()
        if self.measure:
            measure = figures.PLACES.get(self.measure, len(figures.CODES))
            found.to(held.measure, lambda one: one == measure)
        if self.unit:
            unit = held.words.get(self.unit, -1)
            found.to(held.unit, lambda one: one == unit)
        held.narrow(found, self.about, self.least, self.most)
        return columns.mask(found.of(held.card))

    def rows(self) -> QuerySet[Figure]:
        """Every such figure, in whatever reach."""
        asked = {
            "measure": self.measure or None,
            "unit": self.unit or None,
            "searched__contains": normalise(self.about) or None,
            "amount__gte": self.least,
            "amount__lte": self.most,
        }
        return Figure.objects.filter(**{name: x for name, x in asked.items() if x is not None})
