"""The corpus is what the archive itself would have written, and the same for the same seed."""

from collections.abc import Iterator
from random import Random

import pytest

from agreements.archive import grams
from agreements.archive.index import Query, index
from agreements.archive.indexing import entry_of
from agreements.archive.models import Card, Clause, Figure, Text
from agreements.archive.rebuilding import reindex
from agreements.archive.texts import searched_text, told_text, with_texts
from negotiate.law.terms import completed
from negotiate.law.terms.figures import figures
from tests.load.corpus.agreements import agreements
from tests.load.corpus.filling import write
from tests.load.corpus.parties import parties
from tests.load.corpus.passages import pool

pytestmark = pytest.mark.django_db
SIZE = 40


@pytest.fixture
def corpus() -> list[Card]:
    draw = Random("corpus")  # noqa: S311
    passages, known = pool(draw, 3, 3), parties(draw, SIZE)
    assert list(write(known, agreements(draw, passages, known, SIZE))) == [SIZE]
    return list(with_texts())


def matching(cards: list[Card]) -> Iterator[list[int]]:
    """For every gram of every agreement: which agreements the index knows for it."""
    for code in sorted({code for card in cards for code in entry_of(card).row.codes}):
        yield sorted(index().matching(Query(frozenset([code]))).tolist())


def test_the_index_and_the_texts_are_those_that_the_archive_writes(corpus: list[Card]) -> None:
    before = list(matching(corpus))
    assert list(Text.objects.order_by("-card").values_list("card", "text", "told")) == [
        (card.key, grams.normalise(searched_text(card)), grams.normalise(told_text(card)))
        for card in corpus
    ]
    reindex()
    assert list(matching(corpus)) == before


def test_the_figures_are_those_of_the_terms(corpus: list[Card]) -> None:
    told = [
        (clause.pk, one.measure, one.about, grams.normalise(one.about), one.amount, one.unit)
        for clause in Clause.objects.order_by("pk")
        for one in figures(clause.kind, completed(clause.kind, clause.value or {}))
    ]
    kept = Figure.objects.order_by("pk")
    fields = ("clause", "measure", "about", "searched", "amount", "unit")
    assert list(kept.values_list(*fields)) == told


def test_a_seed_gives_the_same_agreements_on_every_database(corpus: list[Card]) -> None:
    newest = corpus[0]
    title = "盐城恒海物业服务股份有限公司关于奖励的集体协商会议纪要"
    assert (newest.key, newest.title) == (48478945280, title)
