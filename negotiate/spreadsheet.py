"""Tables as Excel files."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from io import BytesIO
from typing import Any, Final

from django.http import HttpResponse
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from negotiate.media_types import XLSX

LONGEST: Final = 32_767  # characters of a cell
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What begins so is reckoned with by some spreadsheet."""

Value = str | int | Decimal


def spreadsheet(name: str, rows: Iterable[Sequence[Value]]) -> HttpResponse:
    """Answer with a table of one sheet, to be kept under this name."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        add_row(sheet, row)
    written = BytesIO()
    book.save(written)
    response = HttpResponse(written.getvalue(), content_type=XLSX)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return response


def add_row(sheet: Any, row: Iterable[Any]) -> None:
    """One more row; what is text stays text."""
    sheet.append([_text(sheet, value) if isinstance(value, str) else value for value in row])


def in_csv(text: str) -> str:
    """A cell of a CSV, which knows no text: a spreadsheet that opens it reckons with nothing that
    somebody typed."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _text(sheet: Any, text: str) -> Any:
    """Whatever it begins with: Excel works out nothing that somebody typed, not even when the cell
    is edited. Signs that no such file may have are left out."""
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", text)[:LONGEST])
    cell.data_type, cell.quotePrefix = "s", text.startswith(_FORMULA)
    return cell
