"""Whether what is written down about a county holds by its own record. Asked before anything leaves
and after anything has come."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from django.db.models import QuerySet

from agreements.archive.models import Card
from agreements.county.values import Unreadable
from agreements.papers.actions import text_of
from agreements.papers.models import Paper
from negotiate.people.models import Federation
from negotiate.places import kept
from negotiate.places.checks import kept_besides
from negotiate.places.models import CountyProfile
from negotiate.record import chain
from negotiate.record.models import Book
from negotiate.rooms import kept_rules
from negotiate.rooms.checks import evidence
from negotiate.rooms.models import Room


def require_sound(books: QuerySet[Book], rooms: QuerySet[Room], counties: Iterable[int]) -> None:
    """Chains, rules, papers, scans, layouts and cards. Raises Unreadable with the first fault."""
    for fault in _faults(books, rooms, counties):
        raise Unreadable(f"the record does not hold: {fault}")


def _faults(books: QuerySet[Book], rooms: QuerySet[Room], counties: Iterable[int]) -> Iterator[str]:
    for book in books.order_by("pk").iterator():
        yield from (f"book {book.pk}: {fault}" for fault in chain.faults(book))
    for room in rooms.select_related("book").order_by("pk"):
        yield from (f"room {room.pk}: {fault}" for fault in kept_rules.faults(room))
        for name, found in evidence(room).items():
            yield from (f"{name}: {fault}" for fault in found)
    for profile in CountyProfile.objects.filter(federation__in=counties):
        yield from (f"rules of {profile.federation}: {fault}" for fault in kept.faults(profile))
    for federation in Federation.objects.filter(pk__in=counties):
        for name, found in kept_besides(federation).items():
            yield from (f"{name}: {fault}" for fault in found)
    cards = Card.objects.filter(paper__room__in=rooms).select_related("paper")
    for card in cards.defer("paper__docx").prefetch_related("clauses").iterator(50):
        yield from _card_faults(card, card.paper)


def _card_faults(card: Card, paper: Paper | None) -> Iterator[str]:
    """What is searched and shown is what the paper says, and was signed."""
    if paper is None:
        return
    lines = paper.frozen.get("lines", "")
    if lines and hashlib.sha256(lines.encode()).hexdigest() != paper.digest:
        yield f"paper {paper.number}: its text is not the one that was signed"
    said = [(clause.heading, clause.wording.text) for clause in text_of(paper).clauses]
    if [(clause.heading, clause.text) for clause in card.clauses.all()] != said:
        yield f"paper {paper.number}: its clauses in the archive are not those of its text"
    facts = ("enterprise_id", "title", "number", "grade", "matter_kind")
    if any(getattr(card, name) != getattr(paper, name) for name in facts):
        yield f"paper {paper.number}: its card in the archive tells of another one"
