"""What was found as a workbook: agreements, clauses, figures; text stays text."""

from io import BytesIO
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import Workbook, load_workbook

from agreements.archive.actions import change
from agreements.archive.models import Card
from negotiate.people.models import Account
from tests.agreements.archive.shelf import chair as chair_of
from tests.agreements.archive.shelf import enterprise, signed
from tests.agreements.export.played import chair, played
from tests.visitor import signed_in

pytestmark = pytest.mark.django_db


def fetched(account: Account, **asked: Any) -> Workbook:
    answer = signed_in(account).get(reverse("export-xlsx"), asked)
    assert answer.status_code == 200
    return load_workbook(BytesIO(answer.content))


def rows(book: Workbook, sheet: str) -> list[tuple[Any, ...]]:
    return list(book[sheet].iter_rows(min_row=2, values_only=True))


def test_three_sheets_tell_all_that_is_agreed() -> None:
    paper = played("award")
    card = Card.objects.get()
    book = fetched(chair(paper))
    assert book.sheetnames == ["协商成果", "条款", "数额"]
    [agreement] = rows(book, "协商成果")
    assert agreement[:3] == (card.number, card.title, paper.enterprise.name)
    assert agreement[4].date() == card.signed_on
    assert [row[5] for row in rows(book, "条款")] == [one.text for one in card.clauses.all()]
    figures = rows(book, "数额")
    assert len(figures) == card.figures.count() > 0
    assert {row[5] for row in figures} == {float(one.amount) for one in card.figures.all()}


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t=", "\r="])
def test_nothing_that_was_typed_becomes_a_formula(sign: str) -> None:
    firm = enterprise("神瑞胶业")
    signed(firm, f"{sign}HYPERLINK(1)", title=f"{sign}1+1")
    book = fetched(chair_of(firm))
    for cell in (book["协商成果"]["B2"], book["条款"]["F2"]):
        assert cell.data_type == "s"
        assert cell.quotePrefix


def test_what_a_workbook_cannot_hold_is_left_out_of_a_text() -> None:
    firm = enterprise("神瑞胶业")
    signed(firm, "奖金\x0b" + "很长" * 20_000)
    [row] = rows(fetched(chair_of(firm)), "条款")
    assert row[5].startswith("奖金很长")
    assert len(row[5]) == 32_767


def test_others_clauses_are_taken_once_they_are_published() -> None:
    card = signed(enterprise("神瑞胶业"), "奖金")
    reader = chair_of(enterprise("别家"))
    assert rows(fetched(reader), "条款") == []
    change(card, published_on=timezone.localdate())
    assert [row[5] for row in rows(fetched(reader), "条款")] == ["奖金"]
