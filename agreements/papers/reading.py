"""Reading a paper back: what it says, as plain text."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Final

from docx import Document as open_document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

FOOTER: Final = RELATIONSHIP_TYPE.FOOTER
MARGINS: Final = {RELATIONSHIP_TYPE.HEADER: "页眉", FOOTER: "页脚"}


def full_text(docx: bytes) -> str:
    """The body's paragraphs and table rows, a line each, cells divided by tabs."""
    return "\n".join(_lines(docx))


def whole_text(docx: bytes) -> str:
    """The same, and after it the words above and below the pages, which somebody else than we may
    have written."""
    return "\n".join((full_text(docx), *_around(docx)))


def pictures(docx: bytes) -> list[bytes]:
    """Those of the body, in the order of the page."""
    return list(_pictures(open_document(BytesIO(docx)).part))


def all_pictures(docx: bytes) -> list[bytes]:
    """The same, and after them those above and below the pages."""
    around = _margins(docx)
    return pictures(docx) + [picture for part, _ in around for picture in _pictures(part)]


def _pictures(part: Part) -> Iterator[bytes]:
    for key in parse_xml(part.blob).xpath(".//a:blip/@r:embed"):
        yield part.related_parts[key].blob


def _margins(docx: bytes) -> list[tuple[Part, str]]:
    """Whatever stands above or below a page, in the order of the parts' names, and where."""
    related = open_document(BytesIO(docx)).part.rels.values()
    parts = [(r.target_part, MARGINS[r.reltype]) for r in related if r.reltype in MARGINS]
    return sorted(parts, key=lambda found: str(found[0].partname))


def _around(docx: bytes) -> Iterator[str]:
    for part, where in _margins(docx):
        for paragraph in parse_xml(part.blob).iter(qn("w:p")):
            words = "".join(text.text or "" for text in paragraph.iter(qn("w:t")))
            if words.strip():
                yield f"{where}：{words}"


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
