"""Our own layout of each paper, with tags: a union downloads it, and begins from there. It is made
from the same styles and the same sections as the papers that we lay out without one."""

from __future__ import annotations

from io import BytesIO

from docx.document import Document
from docx.shared import Pt

from agreements.layouts.standard_tables import add_changing_table, add_proofs, add_signing_places
from agreements.layouts.told import CLAUSES, Text, sections_of
from agreements.papers.layout import SIGNING
from agreements.papers.minutes import FACTS
from agreements.papers.package import normalise
from agreements.papers.signing_page import LEAD_IN
from agreements.papers.style import new_paper, number_pages, write
from agreements.papers.text import MinutesText


def standard(sample: Text) -> bytes:
    """The layout of papers of the sample's kind."""
    paper = new_paper()
    is_minutes = isinstance(sample, MinutesText)
    _add(paper, "PaperTitle", "{{ title|broken }}")
    _add(paper, "PaperNumber", "{{ number }}")
    for label, field in FACTS if is_minutes else ():
        _add(paper, "PaperFact", f"{label}：{{{{ {field} }}}}")
    for heading, _ in sections_of(sample):
        _add_section(paper, heading, holds_clauses=heading == CLAUSES[type(sample)])
    add_proofs(paper)
    _add_list_of_annexes(paper)
    _add(paper, "SignLeadIn", LEAD_IN)
    add_signing_places(paper)
    if is_minutes:
        _add(paper, "PaperDate", "{{ dated }}")
    _add_annexes(paper)
    return _packed(paper)


def _add(paper: Document, style: str, said: str, *, to_next: bool = False) -> None:
    written = write(paper.add_paragraph(style=style), said).paragraph_format
    if to_next:
        written.keep_with_next, written.space_after = True, Pt(4)


def _add_section(paper: Document, heading: str, *, holds_clauses: bool) -> None:
    said = f'sections["{heading}"]'
    _add(paper, "PaperBody", f"{{%p if {said} %}}")
    _add(paper, "PaperHeading", f'{{{{ "{heading}"|heading }}}}')
    if holds_clauses:
        _add(paper, "PaperBody", f"{{{{ {said}|first }}}}")
        _add_clauses(paper)
    else:
        _add(paper, "PaperBody", f"{{%p for line in {said}|counted %}}")
        _add_line(paper, "PaperBody", "loop.last" if heading == SIGNING else "")
        _add(paper, "PaperBody", "{%p endfor %}")
    _add(paper, "PaperBody", "{%p endif %}")


def _add_line(paper: Document, style: str, before_table: str = "") -> None:
    """A line; where that holds, kept on the page of the table that it announces."""
    if before_table:
        _add(paper, style, f"{{%p if {before_table} %}}")
        _add(paper, style, "{{ line }}", to_next=True)
        _add(paper, style, "{%p else %}")
    _add(paper, style, "{{ line }}")
    if before_table:
        _add(paper, style, "{%p endif %}")


def _add_clauses(paper: Document) -> None:
    _add(paper, "PaperBody", "{%p for clause in clauses %}")
    _add(paper, "ClauseHeading", "{{ loop.index|ordinal }}{{ clause.heading }}")
    _add(paper, "PaperBody", "{%p for line in clause.wording.paragraphs %}")
    _add_line(paper, "ClauseText", "loop.last and clause.wording.table")
    _add(paper, "PaperBody", "{%p endfor %}")
    add_changing_table(paper, "clause.wording.table")
    _add(paper, "PaperBody", "{%p endfor %}")


def _add_list_of_annexes(paper: Document) -> None:
    _add(paper, "AnnexList", "{%p for annex in annexes %}")
    lead = "{% if loop.first %}附件：{% else %}　　　{% endif %}"
    order = "{% if annexes|length > 1 %}{{ loop.index|item }} {% endif %}"
    _add(paper, "AnnexList", f"{lead}{order}{{{{ annex.title }}}}")
    _add(paper, "AnnexList", "{%p endfor %}")


def _add_annexes(paper: Document) -> None:
    _add(paper, "PaperBody", "{%p for annex in annexes %}")
    order = "{% if annexes|length > 1 %}{{ loop.index }}{% endif %}"
    _add(paper, "AnnexLabel", f"附件{order}")
    _add(paper, "AnnexTitle", "{{ annex.title }}")
    add_changing_table(paper, "annex.table")
    _add(paper, "PaperBody", "{%p for line in annex.paragraphs %}")
    _add_line(paper, "PaperBody")
    _add(paper, "PaperBody", "{%p endfor %}")
    _add(paper, "PaperBody", "{%p endfor %}")


def _packed(paper: Document) -> bytes:
    number_pages(paper, "{{ number }}　条款摘要 {{ terms_digest[:16] }}")
    properties = paper.core_properties
    properties.title, properties.author, properties.comments = "版式", "", ""
    packed = BytesIO()
    paper.save(packed)
    return normalise(packed.getvalue())
