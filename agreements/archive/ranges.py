"""Filters on agreed figures."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import numpy as np
from django.db.models import QuerySet

from agreements.archive.columns import Columns, Mask
from agreements.archive.grams import normalise
from agreements.archive.models import Figure


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
        keys = self.rows().order_by().values_list("card", flat=True)
        return columns.mask(np.unique(np.fromiter(keys, np.int64)))

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
