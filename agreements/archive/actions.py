"""The only writer of the index."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from agreements.archive import codes, grams
from agreements.archive.index import index
from agreements.archive.models import Card, first_key, last_key
from agreements.papers.models import Paper
from negotiate import moment


@transaction.atomic
def add(paper: Paper) -> None:
    """Put a complete paper, whose clauses are written, into the archive.

    Runs in the transaction that completes the paper, so that the next request finds it and
    neither stands without the other. Raises ValueError for an incomplete paper and IntegrityError
    for one that is there already.
    """
    if paper.completed_at is None:
        raise ValueError("Only a complete paper has a place in the archive.")
    index().lock()
    card = Card.objects.create(key=_free_key(paper.completed_at), paper=paper)
    owner = codes.code(f"{grams.ENTERPRISE}{paper.enterprise_id}")
    index().add(card.key, owner, codes.codes(_grams(paper)))


@transaction.atomic
def reindex() -> int:
    """Write the whole index anew and give the number of papers in it. Needed when the grams
    themselves have changed, or after data was loaded from elsewhere."""
    index().lock()
    index().clear()
    Card.objects.all().delete()
    papers = Paper.objects.filter(completed_at__isnull=False).defer("docx", "frozen")
    added = 0
    for paper in papers.order_by("completed_at", "pk").prefetch_related("clauses").iterator(500):
        add(paper)
        added += 1
    return added


def searched_text(paper: Paper) -> str:
    """Give all that is searched in, a line each, so that no word reaches from one into the next."""
    clauses = (f"{clause.heading}\n{clause.text}" for clause in paper.clauses.all())
    return "\n".join([paper.title, paper.number, *clauses])


def _free_key(completed_at: datetime) -> int:
    """Give the key after the last one of that day. Under the lock nobody else can take it.
    Raises OverflowError when the day is full."""
    day = moment.day_of(completed_at)
    taken = Card.objects.filter(key__range=(first_key(day), last_key(day)))
    newest: int | None = taken.aggregate(newest=Max("key"))["newest"]
    if newest == last_key(day):
        raise OverflowError(f"No more papers can be archived on {day}.")
    return first_key(day) if newest is None else newest + 1


def _grams(paper: Paper) -> set[str]:
    return (
        grams.of_text(searched_text(paper))
        | grams.of_text(paper.title, grams.TITLE)
        | {f"{grams.KIND}{paper.matter_kind}"}
    )
