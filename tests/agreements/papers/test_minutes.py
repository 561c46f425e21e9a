"""What the paper says, and that it says it as official papers do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document

from agreements.papers.minutes import build
from agreements.papers.reading import full_text
from agreements.papers.text import Clause, MinutesText
from negotiate.law.refusal import Refused
from negotiate.law.terms import Wording, parse, word
from tests.agreements.papers.examples import SCENARIOS, innovation_award, mentor_pay
from tests.agreements.papers.read_back import clauses_of

Example = Callable[[], MinutesText]
every_scenario = pytest.mark.parametrize("example", SCENARIOS.values(), ids=SCENARIOS)


def xml(docx: bytes, part: str) -> str:
    with ZipFile(BytesIO(docx)) as package:
        return package.read(part).decode()


@every_scenario
def test_the_papers_clauses_equal_the_agreed_terms(example: Example) -> None:
    text = example()
    assert clauses_of(build(text)) == [clause.text for clause in text.clauses]


def test_a_term_worded_by_the_law_reaches_the_paper_whole() -> None:
    rows = [
        {"rank": "一等", "criterion": "新产品投产", "amount": "30000"},
        {"rank": "二等", "criterion": "建议被采纳", "amount": "500"},
    ]
    wording = word("tier_table", "技术创新奖", parse("tier_table", {"rows": rows}))
    clause = Clause("技术创新奖", wording)
    assert clauses_of(build(replace(innovation_award(), clauses=(clause,)))) == [clause.text]


@every_scenario
def test_the_same_text_gives_the_same_bytes(example: Example) -> None:
    assert build(example()) == build(example())


def test_the_sections_stand_in_their_order() -> None:
    headings = re.findall("^([一二三四五六七八九十]+、.*)$", full_text(build(mentor_pay())), re.M)
    assert headings == [
        "一、协商双方",
        "二、协商依据",
        "三、协商事项",
        "四、参加人员",
        "五、协商经过",
        "六、协商结果",
        "七、效力、期限和适用范围",
        "八、履行责任和时限",
        "九、监督检查",
        "十、变更和终止",
        "十一、文本和份数",
        "十二、签署方式和签名等级",
    ]


def test_a_section_with_nothing_to_say_is_left_out_and_the_count_has_no_gap() -> None:
    said = full_text(build(replace(mentor_pay(), course=())))
    assert "协商经过" not in said
    assert "五、协商结果" in said


def test_annexes_are_listed_and_counted_only_when_there_are_several() -> None:
    several = full_text(build(mentor_pay()))
    assert "附件：1. 签到表\n　　　2. 表决结果\n　　　3. 公示" in several
    alone = full_text(build(replace(mentor_pay(), polls=(), notice=())))
    assert "附件：签到表" in alone
    assert "\n附件\n签到表\n" in alone


def test_each_side_is_introduced_once_however_its_people_are_listed() -> None:
    text = mentor_pay()
    said = full_text(build(replace(text, participants=text.participants[::-1])))
    assert said.count("）企业方：") == said.count("）职工方：") == 2
    assert "吴国栋（协商代表，财务部部长，缺席）" in said


def test_a_computer_without_the_official_fonts_is_told_what_may_stand_in() -> None:
    fonts = xml(build(mentor_pay()), "word/fontTable.xml")
    assert '<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>' in fonts


def test_the_sign_in_sheet_counts_who_came() -> None:
    said = full_text(build(mentor_pay()))
    assert "应到10人，实到9人（现场8人，线上1人），缺席1人。" in said


@every_scenario
def test_the_paper_never_calls_itself_a_collective_contract(example: Example) -> None:
    assert "集体合同" not in full_text(build(example()))


def test_a_title_that_makes_the_paper_a_collective_contract_is_refused() -> None:
    with pytest.raises(Refused, match="普通程序"):
        replace(innovation_award(), title="工资专项集体合同")


def test_a_title_may_cite_a_rule_of_that_name() -> None:
    text = replace(innovation_award(), title="关于落实《集体合同规定》的会议纪要")
    assert text.title in full_text(build(text))


def test_a_paper_without_clauses_is_refused() -> None:
    with pytest.raises(Refused, match="条款"):
        replace(innovation_award(), clauses=())


def test_grade_b_is_agreed_by_both_sides_and_never_passed_off_as_certified() -> None:
    said = full_text(build(innovation_award()))
    assert "签名等级：B级" in said
    assert "双方同意按上述方式签署本纪要" in said
    assert "没有使用依法设立的电子认证服务机构（CA）签发的证书" in said


def test_grade_c_is_for_print_and_ink_and_leaves_the_places_blank() -> None:
    text = innovation_award()
    blank = tuple(replace(b, image=None, signed_at="") for b in text.signatures)
    docx = build(replace(text, grade="C", signatures=blank))
    said = full_text(docx)
    assert "签名等级：C级（纸质签署）" in said
    assert "B级" not in said
    assert "电子签名法" not in said
    assert said.count("时间：　　　　年　　月　　日") == 3
    assert "到会\t签字" in said
    with ZipFile(BytesIO(docx)) as package:
        pictures = [name for name in package.namelist() if "media" in name]
    assert len(pictures) == 1  # the code that leads to where the file can be checked


def test_a_memorandum_speaks_of_itself_as_one() -> None:
    said = full_text(build(SCENARIOS["yingliu"]()))
    assert "签署本备忘录" in said
    assert "本纪要" not in said


def test_every_digest_is_printed_whole() -> None:
    text = innovation_award()
    said = full_text(build(text))
    strokes = [block.stroke_digest for block in text.signatures]
    for digest in (text.terms_digest, text.record_head, *strokes):
        assert digest in said
    assert f"会议记录第{text.record_length}条" in said


def test_what_xml_cannot_carry_is_left_out_and_the_rest_printed() -> None:
    text = replace(innovation_award(), matter=("职工\x0b提议\x00<b>&“奖励”\ud800",))
    assert "职工提议<b>&“奖励”" in full_text(build(text))


def test_a_clause_of_several_paragraphs_and_lines_is_read_back_as_it_was() -> None:
    clause = Clause("（一）甲", Wording(("第一段\n第二行", "第二段"), None))
    text = replace(innovation_award(), clauses=(clause, clause))
    assert clauses_of(build(text)) == [clause.text, clause.text]


def test_fonts_are_named_for_every_script_and_no_theme_overrides_them() -> None:
    docx = build(innovation_award())
    styles = xml(docx, "word/styles.xml")
    for fonts in re.findall("<w:rFonts[^>]*>", styles):
        for script in ("ascii", "hAnsi", "cs", "eastAsia", "hint"):
            assert f"w:{script}=" in fonts
    assert "Theme" not in styles
    assert 'w:eastAsia="zh-CN"' in styles[: styles.index("</w:docDefaults>")]
    for font in ("方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体"):
        assert f'w:eastAsia="{font}"' in styles


def test_no_picture_stands_in_a_line_of_exact_height() -> None:
    document = Document(BytesIO(build(innovation_award())))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    paragraphs = [paragraph for cell in cells for paragraph in cell.paragraphs]
    pictured = [p for p in paragraphs if "w:drawing" in p._p.xml]
    looks = Counter(p.style.name for p in pictured if p.style)
    assert looks == {"SignPicture": 3, "ProofPicture": 1}
    for look in looks:
        picture_style = re.search(f'w:styleId="{look}".*?</w:style>', _styles())
        assert picture_style
        assert 'w:lineRule="auto"' in picture_style[0]


def _styles() -> str:
    return xml(build(innovation_award()), "word/styles.xml")


def test_the_files_properties_come_from_the_text_alone() -> None:
    properties = Document(BytesIO(build(innovation_award()))).core_properties
    assert properties.title == innovation_award().title
    assert properties.author == "江苏神瑞胶业有限公司"
    assert properties.created == datetime(2024, 5, 20, 4, 50, tzinfo=UTC)
    assert properties.modified == properties.created
