"""The agreed clauses as a finished paper has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

_COUNTED = re.compile("^（[一二三四五六七八九十]+）")


def clauses_of(docx: bytes) -> list[str]:
    """In order, each worded as ``Clause.text`` words it."""
    clauses: list[list[str]] = []
    inside = False
    for style, line in _lines(docx):
        if style == "ClauseHeading":
            clauses.append([_COUNTED.sub("", line)])
            inside = True
        elif style in ("ClauseText", "") and inside:
            clauses[-1].append(line)
        elif style != "TableAfter":
            inside = False
    return ["\n".join(lines) for lines in clauses]


def _lines(docx: bytes) -> Iterator[tuple[str, str]]:
    """(style, line) in the order of the page; a table's rows have no style."""
    for block in Document(BytesIO(docx)).iter_inner_content():
        if isinstance(block, Paragraph):
            yield block.style.name if block.style and block.style.name else "", block.text
        elif isinstance(block, Table):
            for row in block.rows:
                cells = {id(cell._tc): cell for cell in row.cells}  # a merged cell but once
                yield "", "\t".join(cell.text for cell in cells.values())
