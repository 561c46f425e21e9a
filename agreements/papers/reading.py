"""Reading a paper back: what it says, as plain text."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from docx import Document as open_document
from docx.table import Table
from docx.text.paragraph import Paragraph


def full_text(docx: bytes) -> str:
    """The body's paragraphs and table rows, a line each, cells divided by tabs."""
    return "\n".join(_lines(docx))


def _lines(docx: bytes) -> Iterator[str]:
    """In the order of the page."""
    for block in open_document(BytesIO(docx)).iter_inner_content():
        if isinstance(block, Paragraph):
            yield block.text
        elif isinstance(block, Table):
            for row in block.rows:
                # A merged cell is named once for every column it spans.
                cells = {id(cell._tc): cell for cell in row.cells}
                yield "\t".join(cell.text for cell in cells.values())
