"""The digests a paper prints, by which anyone may check it against the record."""

from __future__ import annotations

from docx.document import Document

from agreements.papers.style import TEXT_WIDTH_MM, write
from agreements.papers.tables import add_row, keep_together, ruled
from agreements.papers.text import Signable

LABEL_MM = 36
PROOFS = "核对用的摘要（SHA-256）如下；所核对的内容有任何改动，摘要都会不同："


def add_proof(paper: Document, text: Signable) -> None:
    """Digests in small type, each unbroken so that it can be searched for and copied."""
    table = ruled(paper, (LABEL_MM, TEXT_WIDTH_MM - LABEL_MM))
    proofs = [
        ("条款", text.terms_digest),
        (f"会议记录第{text.record_length}条", text.record_head),
        *((f"{b.name}的笔迹", b.stroke_digest) for b in text.signatures if b.stroke_digest),
    ]
    for label, digest in proofs:
        cells = add_row(table).cells
        for cell, said in zip(cells, (label, digest), strict=True):
            cell.paragraphs[0].style = "Proof"
            write(cell.paragraphs[0], said)
    keep_together(table)
    paper.add_paragraph(style="TableAfter")
