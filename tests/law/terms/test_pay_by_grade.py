"""Allowances by grade, floors by post, and sums, shares and lengths of time."""

from typing import Any

import pytest

from negotiate.law.refusal import Refused
from negotiate.law.terms import compare, parse, word
from negotiate.law.words import Effect

DAQING = (500, 800, 1200, 1800, 2500, 3500, 4800, 6000)


def ladder(*amounts: int) -> dict[str, Any]:
    return {"rows": [{"grade": f"{n}级", "amount": a} for n, a in enumerate(amounts, 1)]}


def floors(*rows: tuple[str, str, Any, Any], minimum: Any = "") -> dict[str, Any]:
    names = ("post", "enterprise", "last_year", "amount")
    cells = [dict(zip(names, row, strict=True)) for row in rows]
    return {"year": "2026年度", "minimum_wage": minimum, "rows": cells}


def test_eight_grades_read_like_a_clause() -> None:
    wording = word("allowance_ladder", "技能津贴", parse("allowance_ladder", ladder(*DAQING)))
    assert wording.paragraphs == (
        "按八个技能等级每月发给津贴，标准如下表；最低 500 元（大写：人民币伍佰元整），"
        "最高 6,000 元（大写：人民币陆仟元整）。",
    )
    assert wording.table is not None
    assert wording.table.rows[7] == ("8级", "6,000", "人民币陆仟元整")


def test_a_higher_grade_never_has_less() -> None:
    assert parse("allowance_ladder", ladder(500, 500, 800))
    with pytest.raises(Refused) as problem:
        parse("allowance_ladder", ladder(500, 800, 799))
    assert str(problem.value) == (
        "第 3 行“3级”的津贴比上一行“2级”少：等级要从低到高往下写，级别高的不能比级别低的少。"
    )


def test_this_year_stands_beside_last_year() -> None:
    raw = floors(
        ("焊工", "甲厂", 3000, 3160),
        ("钳工", "甲厂", 3000, 3000),
        ("普工", "甲厂", 2800, 2700),
        ("新岗位", "", "", 2800),
        minimum=2490,
    )
    wording = word("post_floor_table", "岗位最低工资", parse("post_floor_table", raw))
    assert wording.table is not None
    assert wording.table.head == (
        "岗位", "企业", "上年", "本年", "增减", "增幅", "本年大写"
    )  # fmt: skip
    assert wording.table.rows == (
        ("焊工", "甲厂", "3,000", "3,160", "+160", "+5.3%", "人民币叁仟壹佰陆拾元整"),
        ("钳工", "甲厂", "3,000", "3,000", "0", "0.0%", "人民币叁仟元整"),
        ("普工", "甲厂", "2,800", "2,700", "-100", "-3.6%", "人民币贰仟柒佰元整"),
        ("新岗位", "—", "—", "2,800", "—", "—", "人民币贰仟捌佰元整"),
    )


def test_what_nobody_filled_in_has_no_column() -> None:
    raw = floors(("焊工", "", "", 3160))
    wording = word("post_floor_table", "岗位最低工资", parse("post_floor_table", raw))
    assert wording.table is not None
    assert wording.table.head == ("岗位", "本年", "本年大写")


def test_no_post_falls_below_the_minimum_wage() -> None:
    assert parse("post_floor_table", floors(("焊工", "", "", 2490), minimum=2490))
    with pytest.raises(Refused) as problem:
        parse("post_floor_table", floors(("焊工", "", "", "2489.99"), minimum=2490))
    assert str(problem.value) == (
        "第 1 行“焊工”的最低工资 2,489.99 元低于当地最低工资 2,490 元，不能这样定。"
    )


@pytest.mark.parametrize(
    ("amount", "delta", "effect"),
    [(3160, "+160 元", Effect.BETTER), (2900, "-100 元", Effect.WORSE)],
)
def test_a_first_table_is_held_against_last_year(amount: int, delta: str, effect: Effect) -> None:
    value = parse("post_floor_table", floors(("焊工", "", 3000, amount), ("钳工", "", "", 1)))
    (change,) = compare("post_floor_table", None, value).changes
    assert (change.where, change.delta, change.effect) == ("焊工 · 本年每月", delta, effect)


def test_the_same_post_in_two_enterprises_is_two_rows() -> None:
    raw = floors(("焊工", "甲厂", "", 3000), ("焊工", "乙厂", "", 3100))
    assert len(parse("post_floor_table", raw)["rows"]) == 2


@pytest.mark.parametrize(
    ("code", "raw", "clause"),
    [
        ("amount", {"subject": "高温津贴", "amount": 300, "per": "每人每月", "favours": "higher"},
         "高温津贴为每人每月 300 元（大写：人民币叁佰元整）。"),
        ("percent", {"subject": "企业年金的企业缴费", "base": "职工月工资", "share": "5.5",
                     "favours": "higher"},
         "企业年金的企业缴费为职工月工资的 5.5%。"),
        ("duration", {"subject": "带薪培训时间", "count": 10, "unit": "个工作日",
                      "favours": "higher"},
         "带薪培训时间为 10 个工作日。"),
        ("duration", {"subject": "质保金退还期限", "count": 3, "unit": "个月", "since": "离职之日",
                      "favours": "lower"},
         "质保金退还期限为 3 个月，自离职之日起算。"),
    ],
)  # fmt: skip
def test_short_clauses_read_well(code: str, raw: dict[str, Any], clause: str) -> None:
    assert word(code, "本条", parse(code, raw)).paragraphs == (clause,)


@pytest.mark.parametrize(
    ("favours", "to", "effect"),
    [
        ("lower", "2026-05-15", Effect.WORSE), ("lower", "2026-04-15", Effect.BETTER),
        ("higher", "2026-05-15", Effect.BETTER), ("neither", "2026-05-15", Effect.NEUTRAL),
    ],
)  # fmt: skip
def test_a_date_says_whether_sooner_is_better(favours: str, to: str, effect: Effect) -> None:
    old = parse("date", {"label": "开始", "date": "2026-05-01", "favours": favours})
    assert compare("date", old, {**old, "date": to}).effect is effect


def test_a_value_kept_from_before_its_kind_grew_is_still_read() -> None:
    old = {"label": "开始", "date": "2026-05-01"}
    assert word("date", "日期", old).text == "开始为2026年5月1日。"
    assert compare("date", old, {**old, "favours": "lower"}).effect is Effect.NEUTRAL
