"""The ZIP: nothing but what the paper needs, and nothing of the day it was made."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from docx import Document

from agreements.papers.minutes import build
from agreements.papers.package import TYPES, normalise
from agreements.papers.reading import full_text
from tests.agreements.papers.examples import innovation_award


def template_paper() -> bytes:
    """A document as python-docx saves it, with the template's left-overs."""
    document = Document()
    document.add_paragraph("条款")
    packed = BytesIO()
    document.save(packed)
    return packed.getvalue()


def names(docx: bytes) -> list[str]:
    with ZipFile(BytesIO(docx)) as package:
        return package.namelist()


def with_part(docx: bytes, name: str, content: bytes) -> bytes:
    packed = BytesIO(docx)
    with ZipFile(packed, "a") as package:
        package.writestr(name, content)
    return packed.getvalue()


def test_the_templates_left_overs_are_gone_and_the_text_is_not() -> None:
    before, after = names(template_paper()), names(normalise(template_paper()))
    assert "docProps/thumbnail.jpeg" in before
    assert not [n for n in after if "thumbnail" in n or "customXml" in n or "WithEffects" in n]
    assert full_text(normalise(template_paper())) == "条款"


def test_a_part_that_nothing_leads_to_is_dropped() -> None:
    docx = with_part(template_paper(), "word/orphan.xml", b"<x/>")
    assert "word/orphan.xml" not in names(normalise(docx))


def test_no_content_type_is_declared_for_a_part_that_is_gone() -> None:
    with ZipFile(BytesIO(normalise(template_paper()))) as package:
        types = package.read(TYPES).decode()
        assert "jpeg" not in types
        assert "customXml" not in types
        for name in package.namelist()[1:]:
            assert f'"/{name}"' in types or name.endswith((".rels", ".xml"))


def test_the_content_types_come_first_and_no_entry_has_a_date() -> None:
    with ZipFile(BytesIO(build(innovation_award()))) as package:
        entries = package.infolist()
    assert entries[0].filename == TYPES
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert not any(entry.flag_bits & 0x08 or entry.is_dir() for entry in entries)


def test_normalising_twice_changes_nothing() -> None:
    once = normalise(template_paper())
    assert normalise(once) == once
