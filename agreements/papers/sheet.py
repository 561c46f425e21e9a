"""A paper that accompanies a negotiation: an offer, a list, a record, a notice. What one says,
already worded, and how it is laid out; the same for all of them. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Final

from docx.document import Document

from agreements.papers import numbering
from agreements.papers.layout import add_clauses, broken, lead_into_table
from agreements.papers.package import normalise
from agreements.papers.properties import Properties, set_properties
from agreements.papers.signing_page import add_closing, add_open_places
from agreements.papers.style import add_line, new_paper, number_pages, write
from agreements.papers.tables import bind_end, text_table
from agreements.papers.text import Clause, SignatureBlock
from negotiate.law.terms import Table

GRADE: Final = "签名等级：C级（打印后签字盖章）"
_DIGEST: Final = re.compile(r"[0-9a-f]{64}$")


@dataclass(frozen=True)
class Section:
    """Under its heading sentences, counted where there are several; or clauses, which these
    sentences lead in; and then a table. Without a heading it is not counted: what stands before
    the first, or alone."""

    heading: str
    sentences: tuple[str, ...] = ()
    table: Table | None = None
    clauses: tuple[Clause, ...] = ()

    def __bool__(self) -> bool:
        """Whether it says anything."""
        return bool(self.sentences or self.clauses or self.table)


@dataclass(frozen=True)
class Sheet:
    """`enterprise` and `at` are for the file's own properties; `number` and `addressee` may be
    empty. What has a `date` is a letter, and closes as one: who signs, whose seal, the day. Else
    each hand has a ruled place, after `lead_in`. `about` tells it from others of its kind, in the
    name of its file; `ink`: whether anybody signs it."""

    title: str
    enterprise: str
    at: datetime
    sections: tuple[Section, ...]
    number: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    addressee: str = ""
    signatures: tuple[SignatureBlock, ...] = ()
    lead_in: str = "签名："
    date: str = ""
    about: str = ""
    ink: bool = True

    @property
    def which(self) -> str:
        """What tells it from others of its kind, if anything does."""
        return self.about or self.number


def build_sheet(sheet: Sheet) -> bytes:
    """The paper as a .docx: the same sheet gives the same bytes."""
    paper = new_paper()
    write(add_line(paper, "PaperTitle"), broken(sheet.title))
    if sheet.number:
        write(add_line(paper, "PaperNumber"), sheet.number)
    for label, fact in sheet.facts:
        write(add_line(paper, "PaperFact"), f"{label}：{fact}")
    if sheet.addressee:
        write(add_line(paper, "SheetTo"), f"{sheet.addressee}：")
    _add_sections(paper, sheet.sections)
    if sheet.date or sheet.signatures:
        bind_end(paper)
    if sheet.date:
        add_closing(paper, sheet.signatures, sheet.date)
    elif sheet.signatures:
        add_open_places(paper, sheet.lead_in, sheet.signatures)
    return _packed(paper, sheet)


def _add_sections(paper: Document, sections: tuple[Section, ...]) -> None:
    """Those that say something, counted without gaps where there are several headings."""
    saying = [section for section in sections if section]
    several = sum(bool(section.heading) for section in saying) > 1
    counted = 0
    for section in saying:
        if section.heading:
            counted += 1
            lead = numbering.section(counted) if several else ""
            write(add_line(paper, "PaperHeading"), lead + section.heading)
        _add_section(paper, section)


def _add_section(paper: Document, section: Section) -> None:
    several = section.heading and len(section.sentences) > 1 and not section.clauses
    for number, sentence in enumerate(section.sentences, 1):
        _say(paper, (numbering.clause(number) if several else "") + sentence)
    add_clauses(paper, section.clauses)
    if section.table is not None:
        lead_into_table(paper)
        text_table(paper, section.table.head, section.table.rows)


def _say(paper: Document, sentence: str) -> None:
    """A digest stands on a line of its own, where no print is stretched before it."""
    digest = _DIGEST.search(sentence)
    if digest is None:
        write(add_line(paper, "PaperBody"), sentence)
        return
    lead_in = write(add_line(paper, "PaperBody"), sentence[: digest.start()].rstrip())
    lead_in.paragraph_format.keep_with_next = True
    write(add_line(paper, "SheetDigest"), digest[0])


def _packed(paper: Document, sheet: Sheet) -> bytes:
    said = (sheet.number, sheet.title, GRADE if sheet.ink else "")
    number_pages(paper, "　".join(filter(None, said)))
    at = sheet.at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    facts = Properties(sheet.title, sheet.number, sheet.enterprise, at, "集体协商文书")
    set_properties(paper, facts)
    packed = BytesIO()
    paper.save(packed)
    return normalise(packed.getvalue())
