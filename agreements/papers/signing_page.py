"""The page that people sign: places for signatures and seals, and the date."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.shared import Mm
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from agreements.papers.style import TEXT_WIDTH_MM, write
from agreements.papers.tables import add_row, ruled
from agreements.papers.text import SignatureBlock

HALF_MM = TEXT_WIDTH_MM // 2
SIGNATURE_WIDTH_MM = 50


def add_signing_page(paper: Document, blocks: tuple[SignatureBlock, ...]) -> None:
    """Everything one person signs and seals stands in one row, which no page end divides."""
    write(paper.add_paragraph(style="SignLeadIn"), "双方确认以上内容与协商结果一致，签署如下：")
    table = ruled(paper, (HALF_MM, HALF_MM))
    sealed = [block for block in blocks if block.seal]
    for start in range(0, len(sealed), 2):
        _add_sides(table, sealed[start : start + 2])
    for block in blocks:
        if not block.seal:
            _add_lone(table, block)


def add_date(paper: Document, dated: datetime) -> None:
    """The day under a paper that is signed on the day it was drawn up."""
    date = f"{dated.year}年{dated.month}月{dated.day}日"
    write(paper.add_paragraph(style="PaperDate"), date)


def _add_sides(table: Table, blocks: list[SignatureBlock]) -> None:
    """Two sides beside each other: signature above, seal below."""
    for cell, block in zip(add_row(table).cells, blocks, strict=False):
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.TOP
        _introduce(cell, block)
        _add_signature(cell, cell.add_paragraph(), block)
        _add_time(cell, block)
        write(cell.add_paragraph(style="SignSeal"), block.seal)
        write(cell.add_paragraph(style="SignSeal"), "（公章）")
        cell.add_paragraph(style="SealRoom")


def _add_lone(table: Table, block: SignatureBlock) -> None:
    """One without a seal: who on the left, the signature on the right."""
    who, signature = add_row(table).cells
    _introduce(who, block)
    _add_time(who, block)
    _add_signature(signature, signature.paragraphs[0], block)


def _introduce(cell: _Cell, block: SignatureBlock) -> None:
    role = cell.paragraphs[0]
    role.style = "SignRole"
    write(role, block.role_label)
    write(cell.add_paragraph(style="SignLine"), f"姓名：{block.name}")


def _add_signature(cell: _Cell, label: Paragraph, block: SignatureBlock) -> None:
    """The drawn signature, single-spaced lest its line clip it; or room for ink."""
    label.style = "SignLine"
    write(label, "签名：")
    if block.image is None:
        cell.add_paragraph(style="SignInk")
        return
    place = cell.add_paragraph(style="SignPicture")
    place.add_run().add_picture(BytesIO(block.image), width=Mm(SIGNATURE_WIDTH_MM))


def _add_time(cell: _Cell, block: SignatureBlock) -> None:
    signed_at = block.signed_at or "　　　　年　　月　　日"
    write(cell.add_paragraph(style="SignLine"), f"时间：{signed_at}")
