"""What the verifier says of a file beside the register: whose paper it is, what differs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from time import perf_counter

import pytest
from docx import Document

from agreements.papers.package import pack, unpack
from agreements.verifying.answers import Answer, Registered
from agreements.verifying.registering import MOST_NUMBERS
from agreements.verifying.trust import Bundle
from agreements.verifying.verify import verify
from agreements.verifying.wording import MOST_LINES, lines_of
from tests.agreements.signing.digital.signed import unsigned
from tests.agreements.verifying.cases import NUMBER, bundle, files, genuine
from tests.agreements.verifying.changes import TEXT, forged
from tests.agreements.verifying.zips import entries, written


def word_file(*lines: str) -> bytes:
    """As any programme saves one, with much that our papers never have."""
    document, saved = Document(), BytesIO()
    for line in lines:
        document.add_paragraph(line)
    document.save(saved)
    return saved.getvalue()


def knowing(*papers: Registered) -> Bundle:
    """The register has these."""
    return replace(bundle(), register=lambda number: papers)


def as_word_packs(docx: bytes) -> bytes:
    """Word leaves itself room to grow before its list of types."""
    all_ = entries(docx)
    types = all_["[Content_Types].xml"]
    all_["[Content_Types].xml"] = replace(types, own={"extra": b"\x20\xa2\x04\0\0\0\0\0"})
    return written(all_.values())


@pytest.mark.parametrize("packed", [bytes, as_word_packs])
def test_a_word_file_that_nobody_signed_is_not_called_altered(packed: object) -> None:
    assert callable(packed)
    report = verify(packed(word_file("关于食堂的通知")), bundle())
    assert (report.answer, report.number, report.same_text) == (Answer.UNSIGNED, "", False)


def test_a_paper_saved_by_word_says_what_differs_and_never_that_nothing_does() -> None:
    for docx, said in ((unsigned(), False), (pack(forged(unpack(unsigned()))), True)):
        report = verify(as_word_packs(docx), bundle())
        assert (report.answer, report.number) == (Answer.UNSIGNED, NUMBER)
        assert not report.same_text
        assert any("31,000" in line for line in report.changes) is said


def test_an_unsigned_paper_of_our_own_form_says_that_its_text_is_the_registered_one() -> None:
    assert verify(unsigned(), bundle()).same_text
    assert not verify(pack(forged(unpack(unsigned()))), bundle()).same_text


def test_a_trace_of_a_signature_makes_it_altered() -> None:
    parts = {**unpack(word_file("x")), "_XmlSignatures/note.txt": b""}
    assert verify(pack(parts), bundle()).answer is Answer.ALTERED


def test_whoever_is_not_trusted_is_told_what_differs() -> None:
    report = verify(files()["T13"][1], bundle())
    assert report.answer is Answer.UNTRUSTED
    assert any(line.startswith("+") and "31,000" in line for line in report.changes)


def test_another_text_under_the_same_keys_is_told_what_differs() -> None:
    report = verify(files()["T26"][1], bundle())
    assert any(line.startswith("+") and "31,000" in line for line in report.changes)


def test_of_two_papers_of_one_number_and_title_each_is_itself() -> None:
    (own,) = bundle().register(NUMBER)
    other = replace(own, sha256="0" * 64, certificates=("1" * 64,), seals=("2" * 64,))
    for papers in ([own, other], [other, own]):
        assert verify(genuine(), knowing(*papers)).answer is Answer.AUTHENTIC


def test_the_register_may_want_a_signature_that_the_file_never_had() -> None:
    (own,) = bundle().register(NUMBER)
    more = replace(own, certificates=(*own.certificates, "1" * 64))
    fewer = replace(own, certificates=own.certificates[:2])
    for paper, answer in ((more, Answer.INCOMPLETE), (fewer, Answer.ALTERED)):
        assert verify(genuine(), knowing(paper)).answer is answer


def test_words_are_found_wherever_word_shows_them() -> None:
    text = unpack(genuine())[TEXT]
    assert text.count(b"<w:body>") == 1
    hidden = (
        b"<w:p><w:ins><w:r><w:t>inserted</w:t></w:r></w:ins><w:sdt><w:sdtContent><w:r><w:t>!"
        b"</w:t></w:r></w:sdtContent></w:sdt><w:r><w:pict><w:p><w:r><w:t>boxed</w:t></w:r></w:p>"
        b"</w:pict></w:r></w:p>"
    )
    lines = lines_of({TEXT: text.replace(b"<w:body>", b"<w:body>" + hidden)})
    assert lines[:2] == ("inserted!", "boxed")


def test_a_stranger_s_file_does_not_make_the_register_work_without_end() -> None:
    asked: list[str] = []

    def register(number: str) -> Sequence[Registered]:
        asked.append(number)
        return ()

    file = word_file(*(f"甲〔2026〕{number}号" for number in range(200)))
    verify(file, replace(bundle(), register=register))
    assert len(asked) == MOST_NUMBERS


def test_a_text_without_end_is_compared_in_bounded_time() -> None:
    (own,) = bundle().register(NUMBER)
    many = "".join(f"<w:p><w:r><w:t>{number % 97}</w:t></w:r></w:p>" for number in range(60_000))
    text = unpack(unsigned())[TEXT].replace(b"<w:sectPr", many.encode() + b"<w:sectPr", 1)
    began = perf_counter()
    report = verify(pack({**unpack(unsigned()), TEXT: text}), bundle())
    assert perf_counter() - began < 10
    assert report.number == own.number
    assert len(report.changes) <= MOST_LINES + len(own.lines)
