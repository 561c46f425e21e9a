"""Tables as Excel files."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from io import BytesIO
from typing import Any, Final

from django.http import HttpResponse
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")

Value = str | int | Decimal


def spreadsheet(name: str, rows: Iterable[Sequence[Value]]) -> HttpResponse:
    """Answer with a table of one sheet, to be kept under this name."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
    written = BytesIO()
    book.save(written)
    response = HttpResponse(written.getvalue(), content_type=XLSX)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return response


def _cell(sheet: Any, value: Value) -> Any:
    """Whatever somebody typed stays text: Excel works out nothing that begins like a formula, not
    even when the cell is edited."""
    if not isinstance(value, str) or not value.startswith(FORMULA):
        return value
    cell = WriteOnlyCell(sheet, value)
    cell.data_type, cell.quotePrefix = "s", True
    return cell
