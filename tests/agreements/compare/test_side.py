"""A few clauses side by side: each enterprise a column, each thing a row."""

from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from agreements.archive.models import Card, Clause
from agreements.archive.reader import Reader
from agreements.compare.side import MOST, side_by_side
from negotiate.law.refusal import Refused
from negotiate.people.models import Enterprise
from tests.agreements.archive.shelf import enterprise, officer, signed
from tests.agreements.compare.floors import floors

pytestmark = pytest.mark.django_db


@pytest.fixture
def firms() -> list[Enterprise]:
    return [enterprise(name) for name in ("神瑞胶业", "恒达纺织")]


@pytest.fixture
def reader(firms: list[Enterprise]) -> Reader:
    return Reader(frozenset(firm.pk for firm in firms))


@pytest.fixture
def cards(firms: list[Enterprise]) -> list[Card]:
    return [
        floors(firms[0], 2026, {"焊工": "2600", "车工": "2500"}, 80),
        floors(firms[1], 2025, {"焊工": "2700", "钳工": "2400"}, 80),
    ]


def test_figures_about_the_same_stand_in_one_row(reader: Reader, cards: list[Card]) -> None:
    side = side_by_side(reader, cards, [], "")
    assert side.kind == "post_floor_table"
    assert [clause.card for clause in side.clauses] == cards
    assert [(row.of.about, [cell.amounts for cell in row.cells]) for row in side.rows] == [
        ("焊工", [[Decimal(2600)], [Decimal(2700)]]),
        ("车工", [[Decimal(2500)], ()]),
        ("钳工", [(), [Decimal(2400)]]),
    ]


def test_one_post_however_it_is_written_and_twice_in_a_clause(
    reader: Reader, firms: list[Enterprise]
) -> None:
    cards = [
        floors(firms[0], 2026, {"CNC": "3000", "ＣＮＣ": "3100"}),
        floors(firms[1], 2026, {"cnc": "2900"}),
    ]
    (row,) = side_by_side(reader, cards, [], "").rows
    assert row.of.about == "CNC"
    assert [cell.amounts for cell in row.cells] == [[Decimal(3000), Decimal(3100)], [Decimal(2900)]]


def test_columns_stand_in_the_order_of_the_picks(reader: Reader, cards: list[Card]) -> None:
    side = side_by_side(reader, cards[::-1], [], "")
    assert [clause.card for clause in side.clauses] == cards[::-1]


def test_the_kind_that_most_have_is_shown_and_others_can_be_asked_for(
    reader: Reader, cards: list[Card], firms: list[Enterprise]
) -> None:
    words = signed(firms[0], "每月补贴")
    side = side_by_side(reader, [words, *cards], [], "")
    assert dict(side.kinds) == {"post_floor_table": 2, "text": 1}
    assert (side.kind, len(side.clauses)) == ("post_floor_table", 2)
    assert side.without == 1
    side = side_by_side(reader, [words, *cards], [], "text")
    assert [clause.card for clause in side.clauses] == [words]
    assert side_by_side(reader, cards, [], "no such kind").kind == "post_floor_table"


def test_clauses_that_were_picked_need_no_kind(reader: Reader, cards: list[Card]) -> None:
    clauses = list(Clause.objects.filter(card__in=[card.key for card in cards]))
    side = side_by_side(reader, [], clauses, "")
    assert list(side.clauses) == clauses
    assert {row.of.about for row in side.rows} == {"焊工", "车工", "钳工"}


def test_those_of_a_handful_of_people_are_left_out_and_told(
    reader: Reader, cards: list[Card], firms: list[Enterprise]
) -> None:
    few = floors(firms[0], 2024, {"焊工": "3100"}, 4)
    side = side_by_side(reader, [*cards, few], [few.clauses.get()], "")
    assert side.hidden == 2
    assert [clause.card for clause in side.clauses] == cards
    own = Reader.at_the_table_of(firms[0].pk)
    assert side_by_side(own, [cards[0], few], [], "").hidden == 0


@pytest.mark.parametrize("many", [0, 1, MOST + 1])
def test_one_alone_or_too_many_are_refused(reader: Reader, cards: list[Card], many: int) -> None:
    with pytest.raises(Refused, match="请勾选 2 到 8 份"):
        side_by_side(reader, [cards[0]] * many, [], "")


@pytest.fixture
def visitor(client: Client, firms: list[Enterprise]) -> Client:
    client.force_login(officer(firms[0].federation))
    return client


def test_the_page_and_the_spreadsheet_tell_the_same(visitor: Client, cards: list[Card]) -> None:
    picks = {"pick": [card.key for card in cards]}
    page = visitor.get(reverse("side-by-side"), picks)
    for word in ("神瑞胶业", "恒达纺织", "2,600", "2,700", "2,400"):
        assert word in page.content.decode()
    book = visitor.get(reverse("side-by-side-book"), picks)
    rows: list[Any] = list(load_workbook(BytesIO(book.content)).worksheets[0].values)
    assert rows[0] == ("项目", "单位", "神瑞胶业", "恒达纺织")
    assert rows[2][0].endswith("焊工")
    assert rows[2][2:] == (2600, 2700)
    assert "焊工" in rows[-1][2]


@pytest.mark.parametrize(
    "said",
    [
        {"kind": "text"},
        {"term": "text"},
        {"kind": "text", "measure": "post_floor_table.amount"},
    ],
)
def test_the_kind_that_was_searched_for_is_shown_first(
    visitor: Client, cards: list[Card], firms: list[Enterprise], said: dict[str, str]
) -> None:
    others = [signed(firm, "每月补贴") for firm in firms]
    picks: dict[str, Any] = {"pick": [card.key for card in (*cards, *others)]}
    answer = visitor.get(reverse("side-by-side"), {**picks, **said})
    assert answer.context["side"].kind == "text"
    measure = {"measure": "post_floor_table.amount"}
    answer = visitor.get(reverse("side-by-side"), {**picks, **measure})
    assert answer.context["side"].kind == "post_floor_table"


@pytest.mark.parametrize(
    "picks", [{"pick": ["x"]}, {"pick": ["9" * 30]}, {"clause": ["-1"]}, {"pick": ["7"]}]
)
def test_what_is_no_agreement_is_no_page(visitor: Client, picks: dict[str, list[str]]) -> None:
    for name in ("side-by-side", "side-by-side-book"):
        assert visitor.get(reverse(name), picks).status_code == 404


def test_too_few_are_told_on_the_page(visitor: Client, cards: list[Card]) -> None:
    answer = visitor.get(reverse("side-by-side"), {"pick": [cards[0].key]})
    assert answer.status_code == 422
    assert "请勾选 2 到 8 份" in answer.content.decode()
