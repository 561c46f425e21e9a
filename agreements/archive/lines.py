"""The agreements of a page as its list shows them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext

from agreements.archive.asked import Where
from agreements.archive.choices import LABELS
from agreements.archive.excerpts import Part, best_clause, excerpt, marked
from agreements.archive.minutes import Said, told
from agreements.archive.models import Card, Clause
from agreements.archive.search import Wish
from agreements.papers.standing import Standing

FIELDS: Final = (
    "key", "title", "number", "enterprise__name", "signed_on", "matter_kind", "standing", "grade",
    "old__has_text", "old__confirmed_at",
)  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One agreement in the list, its words marked and all labels in the reader's language.
    `standing` only where it is not what everybody expects, that it was signed; `is_picture`: only
    its card can be searched."""

    key: int
    title: list[Part]
    number: list[Part]
    heading: list[Part]
    excerpt: list[Part]
    enterprise: str
    matter: str
    day: date
    standing: str
    grade: str
    is_old: bool
    is_picture: bool


def lines(keys: Sequence[int], wish: Wish) -> list[Line]:
    """Give each agreement with the clause that answers best; or with the paragraph of its minutes
    that does, if it was looked for there."""
    # Words asked of the title alone are not marked elsewhere: they were not looked for there.
    elsewhere = () if wish.where is Where.TITLE else wish.asked.words
    said = _said(keys, only_first=not elsewhere)
    if elsewhere and wish.where is Where.MINUTES:
        said = {key: [*said[key], *several] for key, several in _told(keys)}
    return [_line(card, said[card["key"]], wish.asked.words, elsewhere) for card in _cards(keys)]


def _line(
    card: Mapping[str, Any],
    clauses: Iterable[Said],
    words: Sequence[str],
    elsewhere: Sequence[str],
) -> Line:
    clause = best_clause(clauses, elsewhere)
    is_old = card["old__has_text"] is not None
    return Line(
        card["key"],
        marked(card["title"], words),
        marked(card["number"], elsewhere),
        marked(clause.heading, () if clause.is_label else elsewhere),
        excerpt(clause.text, elsewhere),
        card["enterprise__name"],
        _label("matter_kind", card),
        card["signed_on"],
        "" if card["standing"] == Standing.SIGNED else _label("standing", card),
        _label("grade", card),
        is_old,
        is_old and not card["old__has_text"] and not card["old__confirmed_at"],
    )


def _label(name: str, card: Mapping[str, Any]) -> str:
    label = LABELS[name].get(card[name])
    return gettext(label) if label else card[name]


def _cards(keys: Sequence[int]) -> list[Mapping[str, Any]]:
    """What a line shows of its card: no more is read, of twenty lines that is a third of a page."""
    found = {card["key"]: card for card in Card.objects.filter(key__in=keys).values(*FIELDS)}
    return [found[key] for key in keys]


def _said(keys: Sequence[int], *, only_first: bool) -> Mapping[int, Sequence[Said]]:
    """The clauses of these cards, in their order."""
    clauses = Clause.objects.filter(card__in=keys)
    if only_first:
        clauses = clauses.filter(position=1)
    said = defaultdict(list)
    rows = clauses.order_by("card", "position").values_list("card", "heading", "text")
    for key, heading, text in rows:
        said[key].append(Said(heading, text))
    return said


def _told(keys: Sequence[int]) -> Iterator[tuple[int, Sequence[Said]]]:
    """What the minutes of these cards tell besides."""
    texts = Card.objects.filter(key__in=keys).values_list("key", "paper__frozen__text")
    for key, text in texts:
        yield key, told(text, key)
