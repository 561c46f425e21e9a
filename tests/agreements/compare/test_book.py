"""The spreadsheet: a line for each figure, and nothing in it that Excel would work out."""

from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from agreements.archive.models import Card
from agreements.compare import book
from negotiate.people.models import Account, Enterprise
from tests.agreements.archive.shelf import chair, enterprise
from tests.agreements.compare.floors import floors

pytestmark = pytest.mark.django_db

EVIL = ("=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://a.b","c")')


def cells(client: Client) -> list[tuple[Any, ...]]:
    answer = client.get(reverse("compare-book"))
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"] == 'attachment; filename="comparison.xlsx"'
    return list(load_workbook(BytesIO(answer.content)).worksheets[0].iter_rows())


@pytest.fixture
def client() -> Client:
    client = Client()
    client.force_login(chair(enterprise("神瑞胶业")))
    return client


def test_every_figure_has_a_line_the_newest_first(client: Client) -> None:
    firm = enterprise_of(client)
    old = floors(firm, 2025, {"焊工": "3000.50"})
    new = floors(firm, 2026, {"焊工": "3200"})
    rows = [[cell.value for cell in row] for row in cells(client)]
    assert rows[0] == ["企业", "项目", "数额", "单位", "年份", "签署日期", "文件", "编号"]
    name, number = "神瑞胶业", old.number
    assert rows[1] == [name, "焊工", 3200, "元", 2026, "2026-05-01", new.title, new.number]
    assert rows[2] == [name, "焊工", 3000.5, "元", 2025, "2025-05-01", old.title, number]


@pytest.mark.parametrize("evil", EVIL)
def test_what_looks_like_a_formula_stays_text(evil: str, client: Client) -> None:
    firm = enterprise_of(client)
    firm.name = f"{evil}厂"
    firm.save()
    card = floors(firm, 2026, {evil: "3200"})
    Card.objects.filter(pk=card.pk).update(title=evil)
    _, line = cells(client)
    for place, typed in ((0, f"{evil}厂"), (1, evil), (6, evil)):
        cell = line[place]
        assert (cell.value, cell.data_type, cell.quotePrefix) == (typed, "s", True)


def test_a_sheet_that_is_too_long_says_what_it_left_out(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(book, "MOST", 2)
    floors(enterprise_of(client), 2026, {"焊工": "3000", "普工": "2600", "电工": "3300"})
    rows = cells(client)
    assert len(rows) == 4
    assert rows[-1][0].value == "还有 1 行没有列出。"


def enterprise_of(client: Client) -> Enterprise:
    account = Account.objects.get(pk=client.session["_auth_user_id"])
    assert account.enterprise is not None
    return account.enterprise
