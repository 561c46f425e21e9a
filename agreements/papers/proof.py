"""The digests a paper prints, by which anyone may check it against the record."""

from __future__ import annotations

from io import BytesIO

import segno
from docx.document import Document
from docx.shared import Mm
from docx.table import Table

from agreements.papers.style import TEXT_WIDTH_MM, add_line, restyle, write
from agreements.papers.tables import add_row, keep_together, ruled
from agreements.papers.text import Signable

LABEL_MM = 36
QR_MM = 24
CHECK = "核对文件真伪"
PROOFS = "核对用的摘要（SHA-256）如下；所核对的内容有任何改动，摘要都会不同："


def add_proof(paper: Document, text: Signable) -> None:
    """Digests in small type, each unbroken so that it can be searched for and copied."""
    table = ruled(paper, (LABEL_MM, TEXT_WIDTH_MM - LABEL_MM))
    for label, digest in proofs(text):
        cells = add_row(table).cells
        for cell, said in zip(cells, (label, digest), strict=True):
            restyle(cell.paragraphs[0], "Proof")
            write(cell.paragraphs[0], said)
    if text.check_at:
        add_address(table, text.check_at)
    keep_together(table)
    add_line(paper, "TableAfter")


def add_address(table: Table, address: str) -> None:
    """Where the file can be checked: to read, and for a phone's camera."""
    label, place = add_row(table).cells
    for cell, said in ((label, CHECK), (place, address)):
        restyle(cell.paragraphs[0], "Proof")
        write(cell.paragraphs[0], said)
    picture = add_line(place, "ProofPicture")
    picture.add_run().add_picture(BytesIO(code_of(address)), width=Mm(QR_MM))


def code_of(address: str) -> bytes:
    """The address as a PNG for a phone's camera. Never a Micro QR, which ordinary phones can't
    read."""
    drawn = BytesIO()
    segno.make(address, micro=False, error="m").save(drawn, kind="png", scale=8, border=2)
    return drawn.getvalue()


def proofs(text: Signable) -> tuple[tuple[str, str], ...]:
    """What each digest is of, and the digest."""
    return (
        ("条款", text.terms_digest),
        (f"会议记录第{text.record_length}条", text.record_head),
        *((f"{b.name}的笔迹", b.stroke_digest) for b in text.signatures if b.stroke_digest),
    )
