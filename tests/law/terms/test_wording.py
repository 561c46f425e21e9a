"""What the paper will say."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiate.law.rmb import capital
from negotiate.law.terms import KINDS, Field, Value, parse, word
from tests.law.terms.examples import EXAMPLES, Example
from tests.law.terms.strategies import values

every_kind = pytest.mark.parametrize("code", KINDS)
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_each_scenario_reads_like_a_clause(example: Example) -> None:
    wording = word(example.code, example.title, parse(example.code, example.raw))
    assert wording.paragraphs == example.paragraphs
    table = wording.table
    assert (() if table is None else (table.head, *table.rows)) == example.table


def _cells(code: str, value: Value) -> Iterator[tuple[Field, Any]]:
    kind = KINDS[code]
    yield from ((field, value[field.name]) for field in kind.fields)
    for row in value.get("rows", ()):
        yield from ((field, row[field.name]) for field in kind.columns)


def _figures(code: str, value: Value) -> set[Decimal]:
    """Every number of the value, read from the value itself."""
    found: set[Decimal] = set()
    for field, cell in _cells(code, value):
        if field.type in ("money", "percent", "decimal", "integer") and cell != "":
            found.add(Decimal(cell))
        if field.type == "date":
            found.update(map(Decimal, cell.split("-")))
    return found


@every_kind
@given(data=st.data())
def test_wording_never_loses_a_figure(code: str, data: st.DataObject) -> None:
    value = data.draw(values(code))
    text = word(code, "本条", value).text
    printed = {Decimal(number.replace(",", "")) for number in NUMBER.findall(text)}
    assert _figures(code, value) <= printed


@every_kind
@given(data=st.data())
def test_wording_never_loses_what_was_written(code: str, data: st.DataObject) -> None:
    value = data.draw(values(code))
    text = word(code, "本条", value).text
    for field, cell in _cells(code, value):
        if field.type == "text":
            assert cell.rstrip("。．.；;，,、 ") in text
        if field.type == "long":
            assert all(line.strip().rstrip("。．.；;，,、 ") in text for line in cell.split("\n"))


@every_kind
@given(data=st.data())
def test_every_amount_of_money_stands_in_capitals_too(code: str, data: st.DataObject) -> None:
    value = data.draw(values(code))
    text = word(code, "本条", value).text
    for field, cell in _cells(code, value):
        # Last year's figure is no promise of this paper.
        if field.type == "money" and cell != "" and field.name != "last_year":
            assert capital(cell) in text


@every_kind
@given(data=st.data())
def test_a_clause_is_whole_sentences_and_whole_rows(code: str, data: st.DataObject) -> None:
    wording = word(code, "本条", data.draw(values(code)))
    assert wording.paragraphs
    if code != "text":
        assert all(paragraph.endswith("。") for paragraph in wording.paragraphs)
    if wording.table:
        width = len(wording.table.head)
        assert all(len(row) == width and all(row) for row in wording.table.rows)


@pytest.mark.parametrize(
    ("code", "raw", "clause"),
    [
        ("change",
         {"subject": "工作餐每份价格", "from_amount": 15, "to_amount": "13.5", "unit": "元",
          "favours": "lower", "buying": "no"},
         "工作餐每份价格由 15 元（大写：人民币壹拾伍元整）"
         "调整为 13.50 元（大写：人民币壹拾叁元伍角整），降低 1.50 元，降幅 10%。"),
        ("change",
         {"subject": "夜班津贴", "from_amount": 15, "to_amount": 16, "unit": "元",
          "favours": "higher"},
         "夜班津贴由 15 元（大写：人民币壹拾伍元整）调整为 16 元（大写：人民币壹拾陆元整），"
         "提高 1 元，增幅约 6.7%。"),
        ("change",
         {"subject": "公积金比例", "from_amount": 5, "to_amount": 8, "unit": "%",
          "favours": "higher"},
         "公积金比例由 5% 调整为 8%，提高 3 个百分点。"),
        ("change",
         {"subject": "每月加班", "from_amount": 0, "to_amount": 36, "unit": "小时",
          "favours": "lower"},
         "每月加班由 0 小时调整为 36 小时，增加 36 小时。"),
        ("checklist",
         {"rows": [{"item": "荤菜", "count": 2, "unit": "份"},
                   {"item": "素菜", "count": 1, "unit": "份"}, {"item": "汤", "count": 1}]},
         "工作餐包括以下三项：荤菜 2 份、素菜 1 份、汤 1 项。"),
        ("date", {"label": "开始执行日期", "date": "2026-05-01", "favours": "lower"},
         "开始执行日期为2026年5月1日。"),
        ("cap",
         {"subject": "职工个人承担的餐费。", "amount": 6, "per": "每人每餐", "favours": "lower"},
         "职工个人承担的餐费，每人每餐最高不超过 6 元（大写：人民币陆元整）。"),
    ],
)  # fmt: skip
def test_short_clauses_read_well(code: str, raw: dict[str, Any], clause: str) -> None:
    assert word(code, "工作餐", parse(code, raw)).paragraphs == (clause,)


def test_a_text_keeps_its_paragraphs() -> None:
    value = parse("text", {"body": "双方自签署之日起三日内公示。\r\n\r\n 不得强制消费。"})
    assert word("text", "公示", value).paragraphs == (
        "双方自签署之日起三日内公示。",
        "不得强制消费。",
    )


def test_an_example_over_the_cap_says_so() -> None:
    raw = {
        "payee": "师傅", "base": "徒弟当月计件工资额", "share": "33.33", "months": 3, "cap": 1000,
        "example_quantity": "620.5", "example_price": "5.53",
    }  # fmt: skip
    last = word("formula", "师带徒", parse("formula", raw)).paragraphs[-1]
    assert last == (
        "计算示例：当月数量为 620.5、单价为 5.53 元（大写：人民币伍元伍角叁分）的，"
        "基数为 3,431.365 元，按 33.33% 计算为 1,143.67 元（四舍五入到分），超过上限，按上限计发，"
        "师傅当月应得 1,000 元（大写：人民币壹仟元整）。"
    )


def test_half_a_fen_is_rounded_up_and_pay_at_the_cap_is_not_over_it() -> None:
    raw = {
        "payee": "师傅", "base": "徒弟当月计件工资额", "share": "50", "months": 1, "cap": "0.01",
        "example_quantity": "1", "example_price": "0.01",
    }  # fmt: skip
    last = word("formula", "师带徒", parse("formula", raw)).paragraphs[-1]
    assert last.endswith(
        "按 50% 计算为 0.01 元（四舍五入到分），师傅当月应得 0.01 元（大写：人民币壹分）。"
    )


def test_a_long_checklist_becomes_a_table() -> None:
    rows = [{"item": f"第{n}样", "count": n, "unit": "份"} for n in range(1, 9)]
    wording = word("checklist", "工作餐", parse("checklist", {"rows": rows}))
    assert wording.paragraphs == ("工作餐包括以下八项，见下表。",)
    assert wording.table is not None
    assert wording.table.rows[1] == ("第2样", "2", "份")


def test_a_title_that_begins_with_a_verb_reads_well_too() -> None:
    rows = [
        {"rank": rank, "criterion": "考核合格", "amount": n} for n, rank in enumerate("高初", 1)
    ]
    (clause,) = word("tier_table", "设立技能津贴", parse("tier_table", {"rows": rows})).paragraphs
    assert clause.startswith("设两档技能津贴，标准如下表；")
