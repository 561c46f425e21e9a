"""The one shape of the papers that accompany a negotiation."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

from docx import Document as open_document

from agreements.papers.reading import full_text
from agreements.papers.sheet import GRADE, Section, Sheet, build_sheet
from agreements.papers.text import Clause, SignatureBlock
from negotiate.law.terms import Table, Wording

CHIEF = SignatureBlock("职工方首席代表", "周卫东", "盐城宏远机械有限公司工会委员会")
TABLE = Table(("序号", "姓名"), (("1", "李秀英"), ("2", "张建国")))
SHEET = Sheet(
    title="集体协商要约书",
    number="第1号",
    enterprise="盐城宏远机械有限公司",
    at=datetime(2026, 11, 29, 8, tzinfo=UTC),
    addressee="盐城宏远机械有限公司",
    sections=(
        Section("目的", ("订立合同。", "依据：法律。")),
        Section("没有内容的一节"),
        Section("代表", ("我方代表如下：",), TABLE),
    ),
    signatures=(CHIEF,),
    date="2026年11月29日",
)
LINES = (
    "集体协商要约书", "第1号", "盐城宏远机械有限公司：", "一、目的", "（一）订立合同。",
    "（二）依据：法律。", "二、代表", "我方代表如下：", "序号\t姓名", "1\t李秀英", "2\t张建国", "",
    "职工方首席代表　周卫东（签字）：", "盐城宏远机械有限公司工会委员会（盖章）", "2026年11月29日",
)  # fmt: skip


def lines(sheet: Sheet) -> list[str]:
    return full_text(build_sheet(sheet)).split("\n")


def foot(sheet: Sheet) -> str:
    paper = open_document(BytesIO(build_sheet(sheet)))
    return str(paper.sections[0].footer.paragraphs[-1].text)


def held(sheet: Sheet) -> list[str]:
    """What no page end divides from what follows it."""
    found = open_document(BytesIO(build_sheet(sheet))).paragraphs
    return [p.text for p in found if p.paragraph_format.keep_with_next]


def test_what_says_nothing_is_not_counted_and_a_letter_closes_as_one() -> None:
    assert lines(SHEET) == list(LINES)


def test_a_heading_that_is_the_only_one_is_not_counted() -> None:
    alone = replace(SHEET, sections=(Section("", ("说明。",)), Section("材料", ("清单。",))))
    assert "材料" in lines(alone)
    assert "一、材料" not in lines(alone)


def test_clauses_keep_their_tables_and_what_leads_them_in_is_not_counted() -> None:
    wording = Wording(("标准如下表。",), Table(("等级", "金额"), (("初级工", "150"),)))
    section = Section("结果", ("达成一致：", "如下。"), clauses=(Clause("津贴", wording),))
    said = lines(replace(SHEET, sections=(section,)))
    start = said.index("结果")
    assert said[start + 1 : start + 7] == [
        "达成一致：", "如下。", "（一）津贴", "标准如下表。", "等级\t金额", "初级工\t150",
    ]  # fmt: skip


def test_a_digest_stands_on_a_line_of_its_own_with_its_lead_in() -> None:
    sheet = replace(SHEET, sections=(Section("", (f"本文摘要：{'ab' * 32}",)),))
    assert "ab" * 32 in lines(sheet)
    assert "本文摘要：" in held(sheet)


def test_no_signature_stands_alone_on_a_page() -> None:
    """The last thing said is kept with the closing, be it a sentence or a table."""
    words = replace(SHEET, sections=(Section("目的", ("订立合同。",)),))
    assert "订立合同。" in held(words)
    last = open_document(BytesIO(build_sheet(SHEET))).tables[-1].rows[-1]
    assert all(cell.paragraphs[0].paragraph_format.keep_with_next for cell in last.cells)


def test_without_a_date_every_hand_has_a_ruled_place() -> None:
    said = lines(replace(SHEET, date="", lead_in="双方确认："))
    assert said[said.index("双方确认：") + 1] == "职工方首席代表"
    assert "姓名：周卫东" in said


def test_every_page_says_how_the_paper_is_signed_unless_nobody_signs_it() -> None:
    assert foot(SHEET) == f"第1号　集体协商要约书　{GRADE}"
    assert foot(replace(SHEET, ink=False)) == "第1号　集体协商要约书"


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert build_sheet(SHEET) == build_sheet(replace(SHEET))
    assert build_sheet(SHEET) != build_sheet(replace(SHEET, number="第2号"))
