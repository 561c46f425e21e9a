"""An old file whose clauses a person has confirmed is found by them, counted by them, and by
nothing that is no longer there."""

from decimal import Decimal

import pytest

from agreements.archive import asked
from agreements.archive.actions import Agreed
from agreements.archive.models import Card, Clause, Figure, Text
from agreements.archive.old_cards import divide
from agreements.archive.ranges import Range
from agreements.archive.reader import Reader
from agreements.archive.search import Found, Wish, search
from agreements.similar.finding import similar
from agreements.similar.models import AgreementBand, ClauseBand, Likeness
from agreements.similar.waiting import compare_waiting
from negotiate.law import terms
from tests.agreements.archive.shelf import enterprise, signed
from tests.agreements.old import made
from tests.agreements.old.test_import import imported
from tests.agreements.similar.test_copies import LONG

pytestmark = pytest.mark.django_db
ROWS = [{"post": "挡车工", "amount": "3500"}]
FLOORS = terms.parse("post_floor_table", {"year": "2019年度", "rows": ROWS})
WAGES = Agreed("post_floor_table", "工资标准", "挡车工\t3500元", FLOORS)


@pytest.fixture
def card() -> Card:
    made.firm()
    imported(made.row("甲.docx"), files={"甲.docx": made.docx(*made.WAGES, LONG)})
    return Card.objects.get()


def worded(heading: str, text: str) -> Agreed:
    return Agreed("text", heading, text, {"body": text})


def found(card: Card, words: str = "", **wish: object) -> Found:
    reader = Reader(frozenset([card.enterprise_id]))
    return search(reader, Wish(asked.read(words), **wish))  # type: ignore[arg-type]


def test_the_new_words_are_found_and_the_old_ones_no_more(card: Card) -> None:
    before = ("挡车工每月", "发放时间", "射河纺织", "试吃三天")
    assert [found(card, words).total for words in before] == [1, 1, 1, 1]
    divide(card, [worded("工资", "挡车工每月三千五百元"), worded("体检", "每年体检一次")])
    now = {"挡车工每月": 1, "发放时间": 0, "试吃三天": 0, "体检": 1, "射河纺织": 1, "工资 体检": 1}
    assert {words: found(card, words).total for words in now} == now
    assert list(card.clauses.values_list("position", "heading")) == [(1, "工资"), (2, "体检")]
    assert "试吃" not in Text.objects.get(card=card).text


def test_kinds_and_figures_are_those_of_the_clauses(card: Card) -> None:
    assert dict(found(card).counts["term"]) == {}
    divide(card, [WAGES])
    assert dict(found(card).counts["term"]) == {"post_floor_table": 1}
    assert found(card, figures=(Range(about="挡车", least=Decimal(3500)),)).total == 1
    divide(card, [worded("工资", "另行商定")])
    assert dict(found(card).counts["term"]) == {"text": 1}
    assert found(card, figures=(Range(about="挡车"),)).total == 0
    assert not Figure.objects.exists()


def test_what_is_alike_is_looked_for_among_the_new_clauses(card: Card) -> None:
    other = signed(enterprise("方舟环保"), LONG)  # and what waits is compared
    assert Likeness.objects.get(card=card).first_id == card.pk
    divide(card, [worded("工资", "挡车工每月三千五百元"), worded("食堂", LONG)])
    compare_waiting()
    clause = Clause.objects.get(card=card, heading="食堂")
    reader = Reader(frozenset([card.enterprise_id, other.enterprise_id]))
    (near,) = similar(reader, clause)
    assert near.clause.card_id == other.pk
    assert near.percent > 90
    kept = set(ClauseBand.objects.filter(card=card).values_list("clause", flat=True))
    assert kept == set(card.clauses.values_list("pk", flat=True))
    assert AgreementBand.objects.filter(card=Likeness.objects.get(card=card).first_id).exists()


def test_divided_twice_it_is_as_if_it_had_been_divided_once(card: Card) -> None:
    divide(card, [worded("工资", "挡车工每月三千五百元"), WAGES])
    divide(card, [worded("体检", "每年体检一次")])
    assert [found(card, words).total for words in ("挡车工", "体检", "三千五")] == [0, 1, 0]
    assert (found(card).total, card.clauses.count()) == (1, 1)
