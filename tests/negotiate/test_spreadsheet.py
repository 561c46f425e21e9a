"""A table as an Excel file, in which nothing that was typed is worked out."""

from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from negotiate.spreadsheet import LONGEST, in_csv, spreadsheet


def test_words_and_numbers_are_kept() -> None:
    answer = spreadsheet("list", [["姓名", "数额"], ["王芳", Decimal("3000.5")], ["李明", 7]])
    rows = list(load_workbook(BytesIO(answer.content)).worksheets[0].values)
    assert rows == [("姓名", "数额"), ("王芳", 3000.5), ("李明", 7)]
    assert answer.headers["Content-Disposition"] == 'attachment; filename="list.xlsx"'


@pytest.mark.parametrize("typed", ["=1+1", "+1", "-1", "@A1", "\t=1", "=cmd|' /C calc'!A0"])
def test_what_begins_like_a_formula_is_text(typed: str) -> None:
    answer = spreadsheet("list", [[typed]])
    cell = load_workbook(BytesIO(answer.content)).worksheets[0]["A1"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (typed, "s", True)


@pytest.mark.parametrize("typed", ["=1+1", "-1", "\t=1", "\r=1", "\n=1"])
def test_in_a_csv_a_sign_before_it_makes_it_text(typed: str) -> None:
    assert in_csv(typed) == f"'{typed}"
    assert in_csv(f"甲{typed}") == f"甲{typed}"


def test_a_sign_that_no_sheet_may_have_is_left_out() -> None:
    answer = spreadsheet("list", [["焊\x0b工", "长" * (LONGEST + 1)]])
    (row,) = load_workbook(BytesIO(answer.content)).worksheets[0].values
    assert row == ("焊工", "长" * LONGEST)
