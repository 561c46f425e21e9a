"""What is read in old files: real ones, and those that were made to hurt."""

import zlib
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from pypdf import PdfReader, PdfWriter

from agreements.old.extracting import TOO_LARGE, TOO_SLOW, extracted, legible
from agreements.old.readers import EMPTY, LOCKED, UNKNOWN
from agreements.old.work import BROKEN, MOST_TEXT, Answer
from negotiate.media_types import DOCX, PDF, XLSX
from tests.agreements.old import made


def read(file: bytes) -> Answer:
    (answer,) = extracted([file])
    return answer


def test_word_gives_paragraphs_and_tables_in_their_order() -> None:
    answer = read(made.docx("开头", "结尾", table=[("岗位", "单价"), ("挡车工", "0.35元")]))
    assert (answer.media_type, answer.text) == (DOCX, "开头\n岗位｜单价\n挡车工｜0.35元\n结尾")


def test_word_gives_what_was_put_in_later_and_not_what_was_taken_out() -> None:
    paper, packed = Document(), BytesIO()
    words: Any = paper.add_paragraph("工资")._p
    words.append(_xml("<w:ins {}><w:r><w:t>五千元</w:t></w:r></w:ins>"))
    words.append(_xml("<w:del {}><w:r><w:delText>三千元</w:delText></w:r></w:del>"))
    blank = "<w:p><w:r><w:t>填空</w:t></w:r></w:p>"
    box = _xml(f"<w:sdt {{}}><w:sdtContent>{blank}</w:sdtContent></w:sdt>")
    paper.element.body.insert(0, box)
    paper.save(packed)
    assert read(packed.getvalue()).text == "填空\n工资五千元"


def _xml(text: str) -> Any:
    return parse_xml(text.format(nsdecls("w")))


def test_excel_gives_its_rows() -> None:
    answer = read(made.xlsx(("工序", "单价"), (), ("织布", 0.35)))
    assert (answer.media_type, answer.text) == (XLSX, "工序｜单价\n织布｜0.35")


def test_a_printed_pdf_gives_its_text_with_its_words_whole(tmp_path: Path) -> None:
    long = "企业应当按照国家规定的标准为挡车工提供防护用品并组织每年一次的健康检查，" * 8
    answer = read(made.pdf(tmp_path, "集 体 合 同", "第一条　工资", long, "第二条　休假"))
    assert answer.media_type == PDF
    lines = answer.text.split("\n")
    assert lines[0] == "集体合同"
    assert "".join(long.split()) in "".join(lines[2].split())
    assert lines[3].startswith("第二条")


@pytest.mark.parametrize(
    ("file", "media_type"),
    [
        (made.picture(), "image/png"),
        (made.picture("JPEG"), "image/jpeg"),
        (made.scanned_pdf(), PDF),
    ],
)
def test_scans_are_taken_without_a_text(file: bytes, media_type: str) -> None:
    assert read(file) == Answer(media_type)


def locked_pdf() -> bytes:
    writer, packed = PdfWriter(), BytesIO()
    writer.append(PdfReader(BytesIO(made.scanned_pdf())))
    writer.encrypt("geheim", algorithm="RC4-128")
    writer.write(packed)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (b"", EMPTY),
        (b"\xd0\xcf\x11\xe0" + b"an old .doc", UNKNOWN),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), LOCKED),
        (b"MZ a program", UNKNOWN),
        (made.docx("甲")[:-200], BROKEN),
        (made.picture()[:300], BROKEN),
        (b"%PDF-1.7 and nothing", BROKEN),
        (locked_pdf(), LOCKED),
    ],
    ids=["empty", "doc", "locked docx", "program", "cut docx", "cut picture", "no pdf", "locked"],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(file: bytes, sentence: str) -> None:
    assert read(file).sentence == sentence


def bomb() -> bytes:
    """A megabyte that unfolds into a gigabyte of words."""
    small, whole = BytesIO(made.docx("甲")), BytesIO()
    head = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    with ZipFile(small) as old, ZipFile(whole, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            with new.open(name, "w") as part:
                if name != "word/document.xml":
                    part.write(old.read(name))
                    continue
                part.write(head + b"<w:body>")
                for _ in range(1_000):
                    part.write(b"<w:p/>" * 175_000)
                part.write(b"</w:body></w:document>")
    return whole.getvalue()


def endless() -> bytes:
    """A page of a PDF that takes for ever."""
    words = zlib.compress(b"q " * 20_000_000)
    return (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n"
        b"4 0 obj<</Filter/FlateDecode/Length %d>>stream\n"
        % len(words)
        + words
        + b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )


def test_a_file_that_hurts_is_refused_and_the_others_are_read() -> None:
    files = [made.docx("甲方"), bomb(), endless(), made.docx("乙方")]
    answers: list[Answer] = []
    while len(answers) < len(files):
        answers += extracted(files[len(answers) :])
    assert [answer.text for answer in answers] == ["甲方", "", "", "乙方"]
    assert all(one.sentence in (TOO_LARGE, TOO_SLOW, BROKEN) for one in answers[1:3])


def test_a_very_long_text_is_cut_and_says_so() -> None:
    answer = read(made.docx(*["字" * 1000] * 250))
    assert answer.is_cut
    assert len(answer.text) <= MOST_TEXT


def test_nothing_that_nobody_sees_is_stored() -> None:
    assert legible("a\x00b\u202e\u200b\r\n\n ⼯资 \n") == "ab\n工资"
