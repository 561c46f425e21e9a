"""What of a query is a figure, a year or an industry; everything else stays words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreements.archive.ranges import Range
from agreements.archive.understood import Understood, understand
from negotiate.people.industries import Industry

MADE = [one for one in Industry if one.value.isdecimal()]
SERVICES = [one for one in Industry if one.value >= "F"]


def least(amount: str, unit: str = "") -> Range:
    return Range(unit=unit, least=Decimal(amount))


def most(amount: str, unit: str = "") -> Range:
    return Range(unit=unit, most=Decimal(amount))


def between(low: str, high: str, unit: str) -> Range:
    return Range(unit=unit, least=Decimal(low), most=Decimal(high))


@pytest.mark.parametrize(
    ("query", "rest", "figure"),
    [
        ("师带徒 ≥ 1000 元", "师带徒", least("1000", "元")),
        ("师带徒≥1000元", "师带徒", least("1000", "元")),
        ("师带徒 >= 1,000.50元", "师带徒", least("1000.50", "元")),
        ("师带徒 ＞１０００", "师带徒", least("1000")),
        ("津贴 不低于 1万元", "津贴", least("10000", "元")),
        ("津贴至少1.5万", "津贴", least("15000")),
        ("涨幅 超过 5%", "涨幅", least("5", "%")),
        ("涨幅 高于 ５％", "涨幅", least("5", "%")),
        ("每餐 不超过 15 元", "每餐", most("15", "元")),
        ("每餐 ≤15", "每餐", most("15")),
        ("每餐 低于15元", "每餐", most("15", "元")),
        ("津贴 500-800元", "津贴", between("500", "800", "元")),
        ("津贴 500元到800元", "津贴", between("500", "800", "元")),
        ("津贴 1万至2万元", "津贴", between("10000", "20000", "元")),
        ("涨幅 3~5%", "涨幅", between("3", "5", "%")),
        ("调整 ≥-5%", "调整", least("-5", "%")),
    ],
)
def test_a_figure_is_understood(query: str, rest: str, figure: Range) -> None:
    assert understand(query) == Understood(rest, figures=[figure])


@pytest.mark.parametrize(
    ("query", "rest", "years"),
    [
        ("2026年", "", ["2026"]),
        ("师带徒 2026", "师带徒", ["2026"]),
        ("２０２６年 奖金", "奖金", ["2026"]),
        ("2025 2026", "", ["2025", "2026"]),
        ("12026", "12026", []),
        ("2026号", "2026号", []),
        ("1999年", "1999年", []),
        ("-2026", "-2026", []),
    ],
)
def test_a_year_is_understood(query: str, rest: str, years: list[str]) -> None:
    assert understand(query) == Understood(rest, years=years)


@pytest.mark.parametrize(
    ("query", "rest", "industries"),
    [
        ("机械行业", "", [Industry("34")]),
        ("纺织业 师带徒", "师带徒", [Industry("17")]),
        ("電氣行業", "", [Industry("38")]),
        ("制造业", "", MADE),
        ("制造行业 奖金", "奖金", MADE),
        ("加工业", "", MADE),
        ("其他制造行业", "", [Industry.OTHER_MADE]),
        ("装备制造业", "", [Industry(value) for value in ("31", "34", "36", "38")]),
        ("工业", "", [Industry.MINING, *MADE, Industry.UTILITIES]),
        ("服务业", "", SERVICES),
        ("第三产业", "", SERVICES),
        ("制造业 机械行业", "", MADE),
        ("建筑业", "", [Industry.BUILDING]),
        ("装修行业", "", [Industry.BUILDING]),
        ("餐饮业", "", [Industry.CATERING]),
        ("外卖行业", "", [Industry.TRANSPORT, Industry.CATERING]),
        ("交通运输业", "", [Industry.TRANSPORT]),
        ("交通运输、仓储和邮政业", "", [Industry.TRANSPORT]),
        ("农业", "", [Industry.FARMING]),
        ("农、林、牧、渔业", "", [Industry.FARMING]),
        ("IT行业", "", [Industry.SOFTWARE]),
        ("信息产业", "", [Industry.SOFTWARE]),
        ("汽车制造业", "", [Industry.VEHICLES]),
        ("家政服务业", "", [Industry.HOUSEHOLD]),
        ("物业管理行业", "", [Industry.PROPERTY]),
        ("物业", "物业", []),
        ("商业", "商业", []),
        ("就业", "就业", []),
        ("其他行业", "其他行业", []),
        ("企业", "企业", []),
        ("行业", "行业", []),
        ("作业", "作业", []),
        ("无此行业", "无此行业", []),
        ("机械", "机械", []),
        ("机械行业协会", "机械行业协会", []),
    ],
)
def test_an_industry_is_understood(query: str, rest: str, industries: list[Industry]) -> None:
    assert understand(query) == Understood(rest, industries=[one.value for one in industries])


def test_every_industry_is_called_by_its_name() -> None:
    for one in Industry:
        assert understand(f"{one.label}行业") == Understood("", industries=[one.value])


def test_everything_at_once_is_understood() -> None:
    said = understand("师带徒 ≥ 1000 元 机械行业 2026年 -送餐 ≤3%")
    assert said == Understood(
        "师带徒 -送餐", [least("1000", "元"), most("3", "%")], ["2026"], [Industry("34").value]
    )


@pytest.mark.parametrize(
    "query",
    ["“不低于2000元”", '"2026"', "「500-800元」", '-"机械行业"', "奖金 “至少 3 天” 带徒"],
)
def test_what_stands_between_quotation_marks_is_words(query: str) -> None:
    said = understand(query)
    assert (said.figures, said.years, said.industries) == ([], [], [])
    assert said.rest == query


@pytest.mark.parametrize(
    "query",
    ["", " ", "≥", "≥元", "≥ -", ">,", "≥1,,,", "≥1.", "≥.5", "1-", "-1-元", "1--1元", "万", "≥万",
     "≥²", "≥１．５", "≥٣元", "业", "行业业", "0-0元", "≥1e5", "≥NaN", "≥1.2.3元",
     "≥" + "9" * 90 + "万元", "\x00≥1"],
)  # fmt: skip
def test_nonsense_is_taken_for_something_or_nothing(query: str) -> None:
    said = understand(query)
    assert all(each.least is not None or each.most is not None for each in said.figures)


TYPED = '≥≤>=<-~到至不低于超过0１9.,万元% 年2026机械行业"“” '


@given(st.text(st.sampled_from(TYPED) | st.characters(), max_size=40))
def test_anything_can_be_typed(query: str) -> None:
    said = understand(query)
    assert said.rest == " ".join(said.rest.split())
    for each in said.figures:
        assert each.unit in ("", "元", "%")
        assert all(end is None or end.is_finite() for end in (each.least, each.most))
