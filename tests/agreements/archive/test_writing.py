"""Writing the index: with the paper or not at all, once, and the same again."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from agreements.archive import actions, asked
from agreements.archive.models import Card, Clause, Figure
from agreements.archive.reader import Reader
from agreements.archive.rebuilding import reindex
from agreements.archive.search import Wish, search
from tests.agreements.archive.shelf import enterprise, paper_of, signed, unsigned

pytestmark = pytest.mark.django_db


def found(firm_key: int, *words: str) -> list[int]:
    wish = Wish(asked.read(" ".join(words)))
    return list(search(Reader(frozenset([firm_key])), wish).keys)


def test_a_paper_that_is_not_complete_is_not_archived() -> None:
    paper = unsigned(enterprise("神瑞胶业"))
    with pytest.raises(ValueError, match="complete"):
        actions.add(paper, [], [])


def test_a_paper_is_archived_once() -> None:
    card = signed(enterprise("神瑞胶业"), "奖金")
    with pytest.raises(IntegrityError), transaction.atomic():
        actions.add(paper_of(card), [], [])
    assert found(card.enterprise_id, "奖金") == [card.key]


def test_a_completion_that_fails_leaves_nothing_in_the_index() -> None:
    firm = enterprise("神瑞胶业")
    with transaction.atomic():
        signed(firm, "奖金")
        transaction.set_rollback(True)
    assert found(firm.pk, "奖金") == []
    for kept in (Card, Clause, Figure):
        assert not kept.objects.exists()


def test_reindexing_gives_the_same_results() -> None:
    firm = enterprise("神瑞胶业")
    cards = [signed(firm, text) for text in ("奖金五千元", "送餐一次", "奖金 500", "带徒")]
    unsigned(firm)
    queries = [(), ("奖",), ("奖金",), ("奖金五千",), ("500",), ("送餐",), ("无",)]
    before = [found(firm.pk, *words) for words in queries]
    assert before[0] == [card.key for card in reversed(cards)]
    told = StringIO()
    for _ in range(2):
        call_command("reindex", stdout=told)
        assert [found(firm.pk, *words) for words in queries] == before
    assert told.getvalue() == "4/4\n4 papers indexed\n" * 2


def test_a_changed_clause_is_found_after_reindexing() -> None:
    card = signed(enterprise("神瑞胶业"), "奖金")
    card.clauses.update(text="送餐")
    reindex()
    assert found(card.enterprise_id, "奖金") == []
    assert found(card.enterprise_id, "送餐") == [card.key]
