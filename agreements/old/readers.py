"""What an old file is, and the text in it. Found out by reading it: its name proves nothing."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final
from zipfile import ZipFile

from docx import Document as open_document
from docx.oxml.ns import qn
from openpyxl import load_workbook
from PIL import Image
from pypdf import PdfReader
from pypdf.errors import FileNotDecryptedError

from agreements.old.unwrapping import unwrapped
from negotiate.law.refusal import N_, Refused
from negotiate.media_types import DOCX, OF_PICTURES, PDF, XLSX

UNKNOWN: Final = N_(
    "只收 .docx、.xlsx、.pdf、.jpg 和 .png。旧的 .doc、.xls、.wps 请先另存为 .docx 或 .xlsx。"
)
LOCKED: Final = N_("文件加了密码，请去掉密码再传。")
EMPTY: Final = N_("文件是空的。")
DIVIDER: Final = "｜"
"""Between the cells of a table's row."""
SPARSE: Final = 30
"""Signs a page. A scanner's own mark on each page is no text of the agreement."""
FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_OLE: Final = b"\xd0\xcf\x11\xe0"
"""Begins an old .doc and .xls, and a .docx with a password."""
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")


def read(file: bytes) -> tuple[str, str]:
    """Its media type and its text, empty if there is none. Raises Refused for what is no file of
    these kinds, anything for one that is broken."""
    if not file:
        raise Refused(EMPTY)
    if file.startswith(b"%PDF-"):
        return PDF, _pdf(file)
    if file.startswith((b"\x89PNG\r\n", b"\xff\xd8\xff")):
        return _picture(file), ""
    if file.startswith(b"PK\x03\x04"):
        return _package(file)
    raise Refused(LOCKED if file.startswith(_OLE) and _ENCRYPTED in file else UNKNOWN)


def _package(file: bytes) -> tuple[str, str]:
    with ZipFile(BytesIO(file)) as packed:
        parts = set(packed.namelist())
    if "word/document.xml" in parts:
        return DOCX, "\n".join(_docx(file))
    if "xl/workbook.xml" in parts:
        return XLSX, "\n".join(_xlsx(file))
    raise Refused(UNKNOWN)


def _docx(file: bytes) -> Iterator[str]:
    """Paragraphs and rows in the order of the page, also those in boxes to fill in, and what was
    put in while changes are tracked, but not what was taken out."""
    body = open_document(BytesIO(file)).element.body
    for twice in list(body.iter(FALLBACK)):  # of a box of text, for old programs
        twice.getparent().remove(twice)
    yield from _blocks(body)


def _blocks(parent: Any) -> Iterator[str]:
    for child in parent:
        if child.tag == qn("w:p"):
            yield _words(child)
        elif child.tag == qn("w:tbl"):
            for row in _own(child, "w:tr"):
                yield DIVIDER.join(_cell(cell) for cell in _own(row, "w:tc"))
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins")):
            yield from _blocks(child)


def _own(parent: Any, name: str) -> Iterator[Any]:
    """Those within it, but not those of a table in one of its cells."""
    for found in parent.iter(qn(name)):
        if next(found.iterancestors(parent.tag)) is parent:
            yield found


def _cell(cell: Any) -> str:
    return " ".join(filter(None, map(_words, cell.iter(qn("w:p")))))


def _words(paragraph: Any) -> str:
    pieces = paragraph.iter(qn("w:t"), qn("w:tab"), qn("w:br"))
    return "".join((one.text or "") if one.tag == qn("w:t") else " " for one in pieces)


def _xlsx(file: bytes) -> Iterator[str]:
    book = load_workbook(BytesIO(file), read_only=True, data_only=True)
    for sheet in book.worksheets:
        for row in sheet.iter_rows(values_only=True):
            cells = [str(cell).strip() for cell in row if cell is not None]
            if any(cells):
                yield DIVIDER.join(cells)


def _pdf(file: bytes) -> str:
    """Nothing where pages are pictures."""
    try:
        reader = PdfReader(BytesIO(file))
        pages = [page.extract_text() for page in reader.pages]
    except FileNotDecryptedError:
        raise Refused(LOCKED) from None
    signs = sum(sign.isalnum() for page in pages for sign in page)
    return unwrapped(pages) if signs >= SPARSE * len(pages) else ""


def _picture(file: bytes) -> str:
    """Unfolded, to see that it opens; a JPEG no larger than must be."""
    with Image.open(BytesIO(file), formats=("PNG", "JPEG")) as picture:
        picture.draft("L", (200, 200))
        picture.load()
        return OF_PICTURES[str(picture.format)]
