"""The only writer of the archive: cards, clauses and figures; with indexing.py the index."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db import transaction
from django.db.models import Max

from agreements.archive.index import index
from agreements.archive.indexing import index_new, then_settle
from agreements.archive.models import Card, Clause, Figure, first_key, last_key
from agreements.archive.texts import with_texts
from agreements.papers.models import Paper
from agreements.papers.standing import standing_of, standings
from negotiate import moment
from negotiate.law.terms import Value, completed
from negotiate.law.terms.figures import figures
from negotiate.people.models import Enterprise
from negotiate.rooms.actions.composition import head_count
from negotiate.rooms.models import Room

BATCH: Final = 50  # agreements read at once, with all that their papers have frozen


@dataclass(frozen=True)
class Agreed:
    """One agreed term, as it is printed and as it was put on the table."""

    kind: str
    heading: str
    text: str
    value: Value


@transaction.atomic(savepoint=False)
def add(paper: Paper, agreed: Sequence[Agreed], signers: Sequence[str]) -> Card:
    """Put a complete paper into the archive.

    Runs in the transaction that completes the paper, so that the next request finds it and
    neither stands without the other. Raises ValueError for an incomplete paper and IntegrityError
    for one that is there already.
    """
    if paper.completed_at is None:
        raise ValueError("Only a complete paper has a place in the archive.")
    card = enter(
        paper.enterprise,
        moment.day_of(paper.completed_at),
        signers,
        paper=paper,
        title=paper.title,
        number=paper.number,
        matter_kind=paper.matter_kind,
        procedure=paper.room.procedure,
        kinds=kinds_of(agreed),
        standing=standing_of(paper),
        grade=paper.grade,
        workers=head_count(paper.room),
    )
    index_new(card, write_clauses(card, agreed))
    then_settle(card.key)
    return card


def enter(of: Enterprise, signed_on: date, signers: Sequence[str], **facts: Any) -> Card:
    """Make the card of an agreement, under the lock: the last of its day, and the newest of all."""
    index().lock()
    return Card.objects.create(
        key=free_key(signed_on),
        serial=next_serial(),
        enterprise=of,
        federation=of.federation,
        industry=of.industry,
        names="\n".join([of.name, *signers]),
        signed_on=signed_on,
        **facts,
    )


def kinds_of(agreed: Sequence[Agreed]) -> str:
    return ",".join(dict.fromkeys(term.kind for term in agreed))


def write_clauses(card: Card, agreed: Sequence[Agreed]) -> list[Clause]:
    """Write and give a card's clauses, with their figures, all at once."""
    clauses = Clause.objects.bulk_create(
        Clause(
            card=card,
            position=position,
            kind=term.kind,
            heading=term.heading,
            text=term.text,
            value=term.value,
        )
        for position, term in enumerate(agreed, 1)
    )
    Figure.objects.bulk_create(
        figure
        for clause, term in zip(clauses, agreed, strict=True)
        for figure in _figures(clause, term.value)
    )
    return clauses


def _figures(clause: Clause, value: Value) -> Iterator[Figure]:
    for one in figures(clause.kind, completed(clause.kind, value)):
        yield Figure(
            card_id=clause.card_id,
            clause=clause,
            measure=one.measure,
            about=one.about[:200],
            unit=one.unit[:30],
            amount=one.amount,
        )


def adopt(told: Callable[[int], object]) -> None:
    """Give the cards that were written down elsewhere, and have no serial yet, their place here,
    and tell after each how many have it. Runs in the transaction that brings them; whoever commits
    it sees to what waits then."""
    index().lock()
    keys = list(Card.objects.filter(serial=0).order_by("key").values_list("key", flat=True))
    batches = (keys[start : start + BATCH] for start in range(0, len(keys), BATCH))
    rows = with_texts().order_by("key")
    cards = (card for batch in batches for card in rows.filter(key__in=batch))
    for done, card in enumerate(cards, 1):
        index_new(card)
        change(card)
        told(done)


def follow_room(room: Room) -> None:
    """What a paper counts for may change with every stage of its room."""
    papers = Paper.objects.filter(room=room, card__isnull=False).select_related("room", "card")
    papers = papers.defer("docx", "frozen", "prepared")
    now = standings(papers)
    for paper in papers:
        if paper.card.standing != now[paper.pk]:
            change(paper.card, standing=now[paper.pk])


def follow_enterprise(enterprise: Enterprise) -> None:
    """Agreements are found under the region and the industry that their enterprise has now."""
    now = {"federation_id": enterprise.federation_id, "industry": enterprise.industry}
    moved = Card.objects.filter(enterprise=enterprise).exclude(**now)
    for card in moved:
        change(card, **now)


@transaction.atomic
def change(card: Card, **now: Any) -> None:
    """Let its card say this from the next search on."""
    index().lock()
    Card.objects.filter(pk=card.pk).update(serial=next_serial(), **now)


def next_serial() -> int:
    """Give the archive's next serial. Under the lock: what is committed later is greater."""
    newest: int | None = Card.objects.aggregate(newest=Max("serial"))["newest"]
    return (newest or 0) + 1


def free_key(day: date) -> int:
    """Give the key after the last one of that day. Under the lock nobody else can take it.
    Raises OverflowError when the day is full."""
    taken = Card.objects.filter(key__range=(first_key(day), last_key(day)))
    newest: int | None = taken.aggregate(newest=Max("key"))["newest"]
    if newest == last_key(day):
        raise OverflowError(f"No more agreements can be archived on {day}.")
    return first_key(day) if newest is None else newest + 1
