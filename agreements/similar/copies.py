"""Agreements of different enterprises that are nearly identical, for whoever looks after them.

What is compared are people's own words without names and numbers (words.py), and only agreements
with enough of them (actions.ENOUGH): a table of the same five posts is no copy. Each agreement is
held against the first of its group, so that a group can't drift; an enterprise that repeats its
own agreement every year is no group.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from django.db.models import Count, Min, QuerySet

from agreements.archive.excerpts import Part
from agreements.archive.models import Card
from agreements.archive.reader import Reader
from agreements.similar.actions import agreement_pairs
from agreements.similar.models import Likeness
from agreements.similar.words import jaccard

PAGE: Final = 20  # groups
SHOWN: Final = 30  # agreements of one group
LONGEST: Final = 2_000  # characters of an agreement that are set against another's


@dataclass(frozen=True)
class Group:
    """Agreements that are nearly identical, as far as they are in reach. `key`: of the oldest."""

    key: int
    title: str
    enterprises: int
    agreements: int


@dataclass(frozen=True)
class Copy:
    """One agreement of a group, how much of its words are the first's, and its text with what
    differs marked; without parts, where that may not be shown."""

    card: Card
    percent: int
    parts: Sequence[Part]


def groups(reader: Reader, page: int) -> tuple[list[Group], int]:
    """Give one page of groups, those of the most enterprises first, and how many there are."""
    counted = (
        _in_reach(reader)
        .values("first")
        .annotate(
            enterprises=Count("card__enterprise", distinct=True),
            agreements=Count("card"),
            oldest=Min("card"),
        )
        .filter(enterprises__gt=1)
        .order_by("-enterprises", "-agreements", "-first")
    )
    own = list(counted[(page - 1) * PAGE : page * PAGE])
    titles = dict(
        Card.objects.filter(key__in=[one["oldest"] for one in own]).values_list("key", "title")
    )
    made = [
        Group(one["oldest"], titles[one["oldest"]], one["enterprises"], one["agreements"])
        for one in own
    ]
    return made, counted.count()


def copies_of(reader: Reader, card: Card) -> int:
    """Count the other enterprises in reach with an agreement that is nearly identical."""
    alike = _alike(reader, card).exclude(card__enterprise=card.enterprise_id)
    return alike.values("card__enterprise").distinct().count()


def group_of(reader: Reader, card: Card) -> list[Copy]:
    """Give the agreements of a card's group that are in reach, the oldest first, each held against
    that. Empty where no other enterprise has one. No text is shown of one that covers a handful of
    people, nor set against another's."""
    if not copies_of(reader, card):
        return []
    keys = _alike(reader, card).order_by("card").values_list("card", flat=True)[:SHOWN]
    read = Card.objects.filter(key__in=list(keys)).select_related("enterprise")
    cards = list(read.prefetch_related("clauses").order_by("key"))
    shown = [one for one in cards if reader.may_compare(one)]
    first = _text(shown[0]) if shown else ""
    pairs = agreement_pairs(cards[0])
    return [
        Copy(
            one,
            round(100 * jaccard(pairs, agreement_pairs(one))),
            differing(first, _text(one)) if one in shown else (),
        )
        for one in cards
    ]


def differing(one: str, other: str) -> list[Part]:
    """Cut the other text into parts: those that the one does not have are marked."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return [
        Part(other[start:end], tag != "equal")
        for tag, _, _, start, end in matcher.get_opcodes()
        if end > start
    ]


def _text(card: Card) -> str:
    clauses = card.clauses.all()
    return "\n".join(f"{clause.heading}\n{clause.text}" for clause in clauses)[:LONGEST]


def _in_reach(reader: Reader) -> QuerySet[Likeness]:
    """A federation looks after its own enterprises: not after what others publish."""
    return Likeness.objects.filter(card__in=reader.owned())


def _alike(reader: Reader, card: Card) -> QuerySet[Likeness]:
    firsts = Likeness.objects.filter(card=card).values("first")
    return _in_reach(reader).filter(first__in=firsts)
