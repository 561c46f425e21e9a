"""Tables of a paper: ruled, as wide as the text, their head repeated on every page."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from docx.table import Table, _Row

from agreements.papers.style import TEXT_WIDTH_MM, add_line, restyle, write

SHORT_TABLE = 12
"""A table of so many rows is not divided between pages; a longer one repeats its head."""
LONG_CELL = 18
"""Cells wider than this (in half characters) are set as text instead of centred."""
_HALF_CHARACTER_MM = 2.5
_CELL_MARGINS_MM = 5


def ruled(paper: Document, columns_mm: Sequence[int]) -> Table:
    """An empty ruled table with fixed columns (millimetres), standing within the margins."""
    table: Table = paper.add_table(rows=0, cols=len(columns_mm))
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, width in zip(table.columns, columns_mm, strict=True):
        column.width = Mm(width)
    borders = "".join(
        f'<w:{edge} w:val="single" w:sz="6" w:space="0" w:color="000000"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    rules = parse_xml(f"<w:tblBorders {nsdecls('w')}>{borders}</w:tblBorders>")
    table._tbl.tblPr.find(qn("w:tblLayout")).addprevious(rules)  # type: ignore[union-attr,arg-type]
    return table


def add_row(table: Table) -> _Row:
    """A row that no page end divides, its cells as wide as their columns."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # type: ignore[arg-type]
    for cell, column in zip(row.cells, table.columns, strict=True):
        cell.width = column.width
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    return row


def text_table(paper: Document, head: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    """A table of words and figures under a head row, and a gap below it."""
    widths = [max(map(width, column)) for column in zip(head, *rows, strict=True)]
    table = ruled(paper, columns_for(widths))
    _fill(add_row(table), head, ["TableHead"] * len(head))
    repeat_head(table)
    styles = ["TableLong" if w > LONG_CELL else "TableCell" for w in widths]
    for row in rows:
        _fill(add_row(table), row, styles)
    if len(rows) <= SHORT_TABLE:
        keep_together(table)
    add_line(paper, "TableAfter")
    return table


def repeat_head(table: Table) -> None:
    """The first row again on every page that the table goes on to."""
    top = table.rows[0]._tr.get_or_add_trPr()
    top.append(OxmlElement("w:tblHeader"))  # type: ignore[arg-type]


def _fill(row: _Row, texts: Sequence[str], styles: Sequence[str]) -> None:
    for cell, text, style in zip(row.cells, texts, styles, strict=True):
        paragraph = cell.paragraphs[0]
        restyle(paragraph, style)
        write(paragraph, text)


def keep_together(table: Table) -> None:
    """Bind every row to the next one."""
    for row in table.rows[:-1]:
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True


def bind_end(paper: Document) -> None:
    """Keep what stands last on the page of what follows it: a signature that stood alone on a page
    could be put under anything."""
    paper.paragraphs[-1].paragraph_format.keep_with_next = True
    if paper.paragraphs[-1].style.name == "TableAfter":  # type: ignore[union-attr]
        for cell in paper.tables[-1].rows[-1].cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True


def width(text: str) -> int:
    """The longest line in half characters: a Chinese character counts two, a digit one."""
    return max(
        sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in line)
        for line in text.split("\n")
    )


def columns_for(widths: Sequence[int]) -> list[int]:
    """Millimetres for columns whose widest cells measure ``widths`` half characters.

    Together they fill the page. When not all can have what they need, narrow ones get it and
    wide ones share the rest, so that a figure is never broken for the sake of a long text.
    """
    needs = [round(w * _HALF_CHARACTER_MM) + _CELL_MARGINS_MM for w in widths]
    if sum(needs) < TEXT_WIDTH_MM:
        needs = [need * TEXT_WIDTH_MM // sum(needs) for need in needs]
        needs[needs.index(max(needs))] += TEXT_WIDTH_MM - sum(needs)
    columns, left = [0] * len(needs), TEXT_WIDTH_MM
    for done, index in enumerate(sorted(range(len(needs)), key=needs.__getitem__)):
        columns[index] = min(needs[index], left // (len(needs) - done))
        left -= columns[index]
    return columns
