"""What the archive holds of terms like the one that is drafted in a room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from agreements.archive import columns
from agreements.archive.columns import Columns
from agreements.archive.facets import FACETS
from agreements.archive.index import Keys
from agreements.archive.models import Clause, figures_in_order
from agreements.archive.reader import Reader
from negotiate.law.terms import Kind
from negotiate.people.models import Enterprise
from negotiate.rooms.examples import Example
from negotiate.rooms.models import Room

SHOWN: Final = 6  # enterprises
FIGURES: Final = 4  # of one term
LENGTH: Final = 60  # characters of a term without figures


def agreed_elsewhere(room: Room, matter: str, kind: Kind) -> Sequence[Example]:
    """Give the newest such term of each of a few enterprises, those of the same industry first:
    what is published, and what the room's own enterprise has signed."""
    held = columns.current()
    keys = _nearest(held, room.enterprise, matter, kind)
    clauses = Clause.objects.filter(card__in=keys.tolist(), kind=kind.code, value__isnull=False)
    of_card: dict[int, Clause] = {}
    for clause in clauses.select_related("card__enterprise").prefetch_related(figures_in_order()):
        of_card.setdefault(clause.card_id, clause)
    chosen = [of_card[key] for key in keys.tolist() if key in of_card]
    return [_example(clause, room.enterprise) for clause in chosen]


def _nearest(held: Columns, enterprise: Enterprise, matter: str, kind: Kind) -> Keys:
    """Give the keys of a few agreements, the newest of each enterprise, in the order shown."""
    reader = Reader.at_the_table_of(enterprise.pk)
    mask = reader.mask(held) & reader.compares(held)
    mask &= FACETS["term"].mask(held, [kind.code]) & FACETS["matter_kind"].mask(held, [matter])
    places = np.flatnonzero(mask)[::-1]
    places = places[np.sort(np.unique(held.enterprise[places], return_index=True)[1])]
    industry = [enterprise.industry] if enterprise.industry else []
    near = FACETS["industry"].mask(held, industry)[places]
    keys: Keys = held.key[np.concatenate([places[near], places[~near]])[:SHOWN]]
    return keys


def _example(clause: Clause, own: Enterprise) -> Example:
    card = clause.card
    return Example(
        key=str(clause.pk),
        of=card.enterprise.name,
        is_own=card.enterprise_id == own.pk,
        industry=card.get_industry_display(),
        on=card.signed_on,
        said=_in_short(clause),
        value=clause.value or {},
    )


def _in_short(clause: Clause) -> str:
    """The first figures, or the beginning of the text."""
    figures = list(clause.figures.all())
    if figures:
        return "；".join(map(str, figures[:FIGURES])) + "…" * (len(figures) > FIGURES)
    text = " ".join(clause.text.split())
    return text[:LENGTH] + "…" * (len(text) > LENGTH)
