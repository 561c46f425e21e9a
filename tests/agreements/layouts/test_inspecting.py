"""What may not be a layout, each for its own reason."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document

from agreements.layouts.inspecting import inspect
from agreements.layouts.samples import samples
from agreements.papers.contract import build_contract
from agreements.papers.minutes import build
from negotiate.law.refusal import Refused
from tests.agreements.layouts.attacks import (
    REFUSED_FILES,
    REFUSED_RELATIONSHIPS,
    REFUSED_RUNS,
    field,
    laughing,
)
from tests.agreements.layouts.made import (
    DOCUMENT,
    ours,
    replaced,
    with_relationship,
    with_run,
)
from tests.agreements.papers.contracts import contract
from tests.agreements.papers.examples import innovation_award


def from_word() -> bytes:
    """A document as a word processor leaves it: thumbnail, theme, properties and all."""
    paper = Document()
    paper.add_paragraph("{{ title }}")
    packed = BytesIO()
    paper.save(packed)
    return packed.getvalue()


@pytest.mark.parametrize("kind", ["minutes", "contract"])
def test_ours_may(kind: str) -> None:
    inspect(ours(kind))


def test_our_papers_and_a_plain_document_may() -> None:
    inspect(build(innovation_award()))
    inspect(build_contract(contract()))
    inspect(from_word())


def test_page_numbers_may_as_word_writes_them() -> None:
    inspect(with_run(field(" PAGE  \\* MERGEFORMAT ") + field("NUMPAGES")))
    inspect(with_run('<w:fldSimple w:instr=" PAGE "><w:r><w:rPr/></w:r></w:fldSimple>'))


@pytest.mark.parametrize(("xml", "why"), REFUSED_RUNS.values(), ids=REFUSED_RUNS)
def test_refused_where_it_stands(xml: str, why: str) -> None:
    with pytest.raises(Refused) as refused:
        inspect(with_run(xml))
    assert why in str(refused.value)


@pytest.mark.parametrize(
    ("kind", "target", "mode", "why"), REFUSED_RELATIONSHIPS.values(), ids=REFUSED_RELATIONSHIPS
)
def test_refused_for_where_it_leads(kind: str, target: str, mode: str, why: str) -> None:
    with pytest.raises(Refused) as refused:
        inspect(with_relationship(kind, target, mode))
    assert why in str(refused.value)


@pytest.mark.parametrize(("make", "why"), REFUSED_FILES.values(), ids=REFUSED_FILES)
def test_refused_for_what_it_is(make: Callable[[], bytes], why: str) -> None:
    with pytest.raises(Refused) as refused:
        inspect(make())
    assert why in str(refused.value)


def test_entities_upon_entities_are_refused_and_never_unfolded() -> None:
    with pytest.raises(Refused, match=r"DTD|损坏"):
        inspect(laughing())


def test_a_picture_in_a_line_of_exact_height_is_refused_for_its_own_or_its_styles_sake() -> None:
    inspect(with_run("<w:r><w:t>{{ block.image }}</w:t></w:r>"))
    exact = '<w:pPr><w:spacing w:line="560" w:lineRule="exact"/></w:pPr>'
    styled = '<w:pPr><w:pStyle w:val="PaperBody"/></w:pPr>'
    for look in (exact, styled):
        with pytest.raises(Refused, match="固定值"):
            inspect(with_run(f"{look}<w:r><w:t>{{{{ block.image }}}}</w:t></w:r>"))


def test_a_table_in_a_table_and_words_under_a_merged_cell_would_not_be_read() -> None:
    inner = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>里面</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    nested = f"<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>"
    covered = inner.replace("<w:tc>", "<w:tc><w:tcPr><w:vMerge/></w:tcPr>")
    for table in (nested, covered):
        with pytest.raises(Refused) as refused:
            inspect(replaced(DOCUMENT, "<w:body>", f"<w:body>{table}"))
        assert "里面" in str(refused.value)


def test_a_file_compressed_in_another_way_is_refused_and_no_fault() -> None:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        archive.writestr("a.xml", b"a")
    broken = packed.getvalue().replace(b"\x08\x00", b"\x63\x00")
    with pytest.raises(Refused):
        inspect(broken)


def test_every_kind_of_sample_signs_with_pictures_and_in_ink() -> None:
    for kind in ("minutes", "contract"):
        signed, in_ink = samples(kind)
        assert all(block.image for block in signed.signatures)
        assert not any(block.image for block in in_ink.signatures)
