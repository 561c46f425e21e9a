"""The page that people sign: places for signatures and seals, and the date."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.shared import Mm
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from agreements.papers.style import TEXT_WIDTH_MM, add_line, restyle, write
from agreements.papers.tables import add_row, ruled
from agreements.papers.text import SignatureBlock

LEAD_IN = "双方确认以上内容与协商结果一致，签署如下："
NO_TIME = "　　　　年　　月　　日"
HALF_MM = TEXT_WIDTH_MM // 2
SIGNATURE_WIDTH_MM = 50
MOST_ON_A_PAGE = 5
"""Places that one page has room for, two of them with seals; the styles keep them together."""


def add_signing_page(paper: Document, blocks: tuple[SignatureBlock, ...]) -> None:
    """Everything one person signs and seals stands in one row, which no page end divides."""
    write(add_line(paper, "SignLeadIn"), LEAD_IN)
    table = ruled(paper, (HALF_MM, HALF_MM))
    sealed = [block for block in blocks if block.seal]
    for start in range(0, len(sealed), 2):
        _add_sides(table, sealed[start : start + 2])
    for block in blocks:
        if not block.seal:
            _add_lone(table, block)
    if len(blocks) > MOST_ON_A_PAGE:
        _let_break(table)


def _let_break(table: Table) -> None:
    """The first row stays with what leads in to it, the last one is not alone; between them a page
    may end. Kept together, what is longer than a page would leave the lead-in on one of its own."""
    for row in table.rows[:-2]:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.keep_with_next = False


def add_open_places(paper: Document, lead_in: str, blocks: tuple[SignatureBlock, ...]) -> None:
    """Places for ink under a paper that accompanies others: each person's in one row, who on the
    left, and on the right room for the signature and, where there is one, the seal."""
    write(add_line(paper, "SignLeadIn"), lead_in)
    table = ruled(paper, (HALF_MM, HALF_MM))
    for block in blocks:
        who, place = add_row(table).cells
        _introduce(who, block)
        _add_time(who, block)
        restyle(place.paragraphs[0], "SignLine")
        write(place.paragraphs[0], f"签名{'（盖章）' if block.seal else ''}：{block.seal}")
        add_line(place, "SignSpace" if block.seal else "SignInk")


def add_closing(paper: Document, blocks: tuple[SignatureBlock, ...], date: str) -> None:
    """How a letter ends (落款): who signs it, room for the signature, whose seal, and the day."""
    for block in blocks:
        if block.role_label:
            who = "　".join(filter(None, (block.role_label, block.name)))
            write(add_line(paper, "CloseHand"), f"{who}（签字）：")
        if block.seal:
            write(add_line(paper, "CloseSeal"), f"{block.seal}（盖章）")
    write(add_line(paper, "PaperDate"), date)


def add_date(paper: Document, dated: datetime) -> None:
    """The day under a paper that is signed on the day it was drawn up."""
    date = f"{dated.year}年{dated.month}月{dated.day}日"
    write(add_line(paper, "PaperDate"), date)


def _add_sides(table: Table, blocks: list[SignatureBlock]) -> None:
    """Two sides beside each other: signature above, seal below."""
    for cell, block in zip(add_row(table).cells, blocks, strict=False):
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.TOP
        _introduce(cell, block)
        _add_signature(cell, cell.add_paragraph(), block)
        _add_time(cell, block)
        write(add_line(cell, "SignSeal"), block.seal)
        write(add_line(cell, "SignSeal"), "（公章）")
        add_line(cell, "SealRoom")


def _add_lone(table: Table, block: SignatureBlock) -> None:
    """One without a seal: who on the left, the signature on the right."""
    who, signature = add_row(table).cells
    _introduce(who, block)
    _add_time(who, block)
    _add_signature(signature, signature.paragraphs[0], block)


def _introduce(cell: _Cell, block: SignatureBlock) -> None:
    role = cell.paragraphs[0]
    restyle(role, "SignRole")
    write(role, block.role_label)
    write(add_line(cell, "SignLine"), f"姓名：{block.name}")


def _add_signature(cell: _Cell, label: Paragraph, block: SignatureBlock) -> None:
    """The drawn signature, single-spaced lest its line clip it; or room for ink."""
    restyle(label, "SignLine")
    write(label, "签名：")
    if block.image is None:
        add_line(cell, "SignInk")
        return
    place = add_line(cell, "SignPicture")
    place.add_run().add_picture(BytesIO(block.image), width=Mm(SIGNATURE_WIDTH_MM))


def _add_time(cell: _Cell, block: SignatureBlock) -> None:
    signed_at = block.signed_at or NO_TIME
    write(add_line(cell, "SignLine"), f"时间：{signed_at}")
    if block.custody:
        write(add_line(cell, "SignLine"), f"密钥：{block.custody}")
