"""What papers of every kind are laid out with: head, counted sections, clauses, annexes."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from io import BytesIO

from docx.document import Document
from docx.shared import Pt

from agreements.papers import numbering
from agreements.papers.annexes import Annex
from agreements.papers.grades import explanation
from agreements.papers.package import normalise
from agreements.papers.proof import PROOFS, add_proof
from agreements.papers.properties import Properties, set_properties
from agreements.papers.style import add_line, number_pages, write
from agreements.papers.tables import text_table, width
from agreements.papers.text import Clause, Signable

SIGNING = "签署方式和签名等级"
TITLE_LINE = 40
"""Half characters of 22 points that one line of the title holds."""

Section = tuple[str, tuple[str, ...]]


def add_head(
    paper: Document, title: str, number: str, facts: Collection[tuple[str, str]] = ()
) -> None:
    """Title and number, and under them what the paper is about, a line each."""
    write(add_line(paper, "PaperTitle"), broken(title))
    write(add_line(paper, "PaperNumber"), number)
    for label, fact in facts:
        write(add_line(paper, "PaperFact"), f"{label}：{fact}")


def broken(title: str) -> str:
    """A title too long for one line goes on where its sense does: before 关于."""
    head, about, rest = title.partition("关于")
    return f"{head}\n{about}{rest}" if head and about and width(title) > TITLE_LINE else title


def add_sections(
    paper: Document, said: Iterable[Section], of_clauses: str, clauses: tuple[Clause, ...]
) -> None:
    """Every section that has something to say, counted without gaps; the clauses stand in the one
    whose heading is `of_clauses`."""
    sections = [(heading, sentences) for heading, sentences in said if sentences]
    for number, (heading, sentences) in enumerate(sections, 1):
        write(add_line(paper, "PaperHeading"), numbering.section(number) + heading)
        if heading == of_clauses:
            lead_in = write(add_line(paper, "PaperBody"), sentences[0])
            lead_in.paragraph_format.keep_with_next = True
            add_clauses(paper, clauses)
        else:
            _add_items(paper, sentences)


def how_signed(text: Signable) -> Section:
    """The last section: what the signatures are worth, and what leads to the digests."""
    return SIGNING, (*explanation(text), PROOFS)


def add_digests(paper: Document, text: Signable) -> None:
    """Directly after `how_signed`."""
    lead_into_table(paper)
    add_proof(paper, text)


def _add_items(paper: Document, said: tuple[str, ...]) -> None:
    """A sentence of its own stands alone; several are counted."""
    for number, sentence in enumerate(said, 1):
        lead = numbering.clause(number) if len(said) > 1 else ""
        write(add_line(paper, "PaperBody"), lead + sentence)


def add_clauses(paper: Document, clauses: tuple[Clause, ...]) -> None:
    for number, clause in enumerate(clauses, 1):
        heading = numbering.clause(number) + clause.heading
        write(add_line(paper, "ClauseHeading"), heading)
        for paragraph in clause.wording.paragraphs:
            write(add_line(paper, "ClauseText"), paragraph)
        if clause.wording.table is not None:
            lead_into_table(paper)
            text_table(paper, clause.wording.table.head, clause.wording.table.rows)


def lead_into_table(paper: Document) -> None:
    """Keep the last paragraph on the page of the table it announces, a little apart from it."""
    announcing = paper.paragraphs[-1].paragraph_format
    announcing.keep_with_next, announcing.space_after = True, Pt(4)


def add_list_of_annexes(paper: Document, annexes: tuple[Annex, ...]) -> None:
    for number, annex in enumerate(annexes, 1):
        lead = "附件：" if number == 1 else "　　　"
        order = f"{numbering.item(number)} " if len(annexes) > 1 else ""
        write(add_line(paper, "AnnexList"), f"{lead}{order}{annex.title}")


def add_annexes(paper: Document, annexes: tuple[Annex, ...]) -> None:
    for number, annex in enumerate(annexes, 1):
        counted = number if len(annexes) > 1 else ""
        write(add_line(paper, "AnnexLabel"), f"附件{counted}")
        write(add_line(paper, "AnnexTitle"), annex.title)
        if annex.table is not None:
            text_table(paper, annex.table.head, annex.table.rows)
        for paragraph in annex.paragraphs:
            write(add_line(paper, "PaperBody"), paragraph)


def pack(paper: Document, text: Signable, category: str) -> bytes:
    """The finished paper as a file: the same paper and text give the same bytes."""
    number_pages(paper, f"{text.number}　条款摘要 {text.terms_digest[:16]}")
    set_properties(paper, Properties.of(text, category))
    packed = BytesIO()
    paper.save(packed)
    return normalise(packed.getvalue())
