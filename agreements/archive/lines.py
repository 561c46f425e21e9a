"""The agreements of a page as its list shows them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from agreements.archive.excerpts import Part, Said, best_clause, excerpt, marked
from agreements.archive.models import Card, Clause
from agreements.archive.search import Wish


@dataclass(frozen=True)
class Line:
    """One agreement in the list, its words marked."""

    card: Card
    title: list[Part]
    number: list[Part]
    heading: list[Part]
    excerpt: list[Part]


def lines(cards: Sequence[Card], wish: Wish) -> list[Line]:
    """Give each agreement with the clause that answers best."""
    # Words asked of the title alone are not marked elsewhere: they were not looked for there.
    words = wish.asked.words
    elsewhere = () if wish.in_title else words
    said, made = _said(cards, only_first=not elsewhere), []
    for card in cards:
        clause = best_clause(said[card.key], elsewhere)
        title, number = marked(card.title, words), marked(card.number, elsewhere)
        heading, text = marked(clause.heading, elsewhere), excerpt(clause.text, elsewhere)
        made.append(Line(card, title, number, heading, text))
    return made


def _said(cards: Sequence[Card], *, only_first: bool) -> Mapping[int, Sequence[Said]]:
    """The clauses of these cards, in their order."""
    clauses = Clause.objects.filter(card__in=[card.key for card in cards])
    if only_first:
        clauses = clauses.filter(position=1)
    said = defaultdict(list)
    rows = clauses.order_by("card", "position").values_list("card", "heading", "text")
    for key, heading, text in rows:
        said[key].append(Said(heading, text))
    return said
