"""会议纪要 and 备忘录 of the simplified procedure: the sections in the order of domain.md §5."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC
from io import BytesIO

from docx.document import Document
from docx.shared import Pt

from agreements.papers import numbering
from agreements.papers.annexes import Annex, annexes_of
from agreements.papers.grades import explanation
from agreements.papers.package import normalise
from agreements.papers.proof import PROOFS, add_proof
from agreements.papers.signing_page import add_signing_page
from agreements.papers.style import new_paper, number_pages, write
from agreements.papers.tables import text_table, width
from agreements.papers.text import MinutesText, Participant

CLAUSES = "协商结果"
SIGNING = "签署方式和签名等级"
TITLE_LINE = 40
"""Half characters of 22 points that one line of the title holds."""


def build(text: MinutesText) -> bytes:
    """The paper as a .docx: the same text gives the same bytes."""
    paper = new_paper()
    annexes = annexes_of(text)
    _add_head(paper, text)
    _add_sections(paper, text)
    _add_list_of_annexes(paper, annexes)
    add_signing_page(paper, text)
    for number, annex in enumerate(annexes, 1):
        _add_annex(paper, number if len(annexes) > 1 else None, annex)
    number_pages(paper, f"{text.number}　条款摘要 {text.terms_digest[:16]}")
    _set_properties(paper, text)
    packed = BytesIO()
    paper.save(packed)
    return normalise(packed.getvalue())


def _add_head(paper: Document, text: MinutesText) -> None:
    write(paper.add_paragraph(style="PaperTitle"), _broken(text.title))
    write(paper.add_paragraph(style="PaperNumber"), text.number)
    for label, fact in (
        ("单位", text.enterprise),
        ("时间", text.held),
        ("地点", text.place),
        ("方式", text.mode),
    ):
        write(paper.add_paragraph(style="PaperFact"), f"{label}：{fact}")


def _broken(title: str) -> str:
    """A title too long for one line goes on where its sense does: before 关于."""
    head, about, rest = title.partition("关于")
    return f"{head}\n{about}{rest}" if head and about and width(title) > TITLE_LINE else title


def _add_sections(paper: Document, text: MinutesText) -> None:
    """Every section that has something to say, counted without gaps."""
    sections = [(heading, said) for heading, said in _sections(text) if said]
    for number, (heading, said) in enumerate(sections, 1):
        write(paper.add_paragraph(style="PaperHeading"), numbering.section(number) + heading)
        if heading == CLAUSES:
            lead_in = write(paper.add_paragraph(style="PaperBody"), said[0])
            lead_in.paragraph_format.keep_with_next = True
            _add_clauses(paper, text)
        else:
            _add_items(paper, said)
        if heading == SIGNING:
            _lead_into_table(paper)
            add_proof(paper, text)


def _sections(text: MinutesText) -> Iterable[tuple[str, tuple[str, ...]]]:
    yield "协商双方", tuple(f"{p.side_label}：{p.name}，首席代表{p.chief}" for p in text.parties)
    yield "协商依据", text.basis
    yield "协商事项", text.matter
    yield "参加人员", tuple(_rosters(text.participants))
    yield "协商经过", text.course
    yield CLAUSES, (f"经双方协商，就以下{len(text.clauses)}项条款达成一致：",)
    yield "效力、期限和适用范围", text.effect
    yield "履行责任和时限", text.performance
    yield "监督检查", text.checking
    yield "变更和终止", text.change
    yield "文本和份数", text.copies
    yield SIGNING, (*explanation(text), PROOFS)


def _rosters(participants: tuple[Participant, ...]) -> Iterable[str]:
    """One line a side, and one for those who belong to neither."""
    for side in dict.fromkeys(one.side_label for one in participants):
        members = (one for one in participants if one.side_label == side)
        yield f"{side or '其他人员'}：{'、'.join(map(_introduce, members))}。"


def _introduce(one: Participant) -> str:
    said = [one.capacity_label, one.post, "缺席" if one.present == "缺席" else ""]
    return f"{one.name}（{'，'.join(filter(None, said))}）"


def _add_items(paper: Document, said: tuple[str, ...]) -> None:
    """A sentence of its own stands alone; several are counted."""
    for number, sentence in enumerate(said, 1):
        lead = numbering.clause(number) if len(said) > 1 else ""
        write(paper.add_paragraph(style="PaperBody"), lead + sentence)


def _add_clauses(paper: Document, text: MinutesText) -> None:
    for number, clause in enumerate(text.clauses, 1):
        heading = numbering.clause(number) + clause.heading
        write(paper.add_paragraph(style="ClauseHeading"), heading)
        for paragraph in clause.wording.paragraphs:
            write(paper.add_paragraph(style="ClauseText"), paragraph)
        if clause.wording.table is not None:
            _lead_into_table(paper)
            text_table(paper, clause.wording.table.head, clause.wording.table.rows)


def _lead_into_table(paper: Document) -> None:
    """Keep the last paragraph on the page of the table it announces, a little apart from it."""
    announcing = paper.paragraphs[-1].paragraph_format
    announcing.keep_with_next, announcing.space_after = True, Pt(4)


def _add_list_of_annexes(paper: Document, annexes: tuple[Annex, ...]) -> None:
    for number, annex in enumerate(annexes, 1):
        lead = "附件：" if number == 1 else "　　　"
        order = f"{numbering.item(number)} " if len(annexes) > 1 else ""
        write(paper.add_paragraph(style="AnnexList"), f"{lead}{order}{annex.title}")


def _add_annex(paper: Document, number: int | None, annex: Annex) -> None:
    write(paper.add_paragraph(style="AnnexLabel"), f"附件{number or ''}")
    write(paper.add_paragraph(style="AnnexTitle"), annex.title)
    if annex.table is not None:
        text_table(paper, annex.table.head, annex.table.rows)
    for paragraph in annex.paragraphs:
        write(paper.add_paragraph(style="PaperBody"), paragraph)


def _set_properties(paper: Document, text: MinutesText) -> None:
    """The file's own properties, from the text alone; naive times are taken as UTC."""
    dated = text.dated if text.dated.tzinfo is None else text.dated.astimezone(UTC)
    properties = paper.core_properties
    properties.title, properties.subject = text.title, text.number
    properties.author = properties.last_modified_by = text.enterprise
    properties.created = properties.modified = dated.replace(tzinfo=None, microsecond=0)
    properties.category, properties.language = text.kind_name, "zh-CN"
    properties.comments = properties.keywords = ""
    properties.revision = 1
