"""The only writer of the index."""

from django.db import transaction

from agreements.archive import codes, grams
from agreements.archive.index import index
from agreements.archive.models import Card, key_of
from agreements.papers.models import Paper


@transaction.atomic
def add(paper: Paper) -> None:
    """Put a complete paper, whose clauses are written, into the archive.

    Runs in the transaction that completes the paper, so that the next request finds it and
    neither stands without the other. Raises ValueError for an incomplete paper and IntegrityError
    for one that is there already.
    """
    card = Card.objects.create(key=key_of(paper), paper=paper)
    index().add(card.key, codes.codes(_grams(paper)))


@transaction.atomic
def reindex() -> int:
    """Write the whole index anew and give the number of papers in it. Needed when the grams
    themselves have changed, or after data was loaded from elsewhere."""
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


def _grams(paper: Paper) -> set[str]:
    return (
        grams.of_text(searched_text(paper))
        | grams.of_text(paper.title, grams.TITLE)
        | {f"{grams.ENTERPRISE}{paper.enterprise_id}", f"{grams.KIND}{paper.matter_kind}"}
    )
