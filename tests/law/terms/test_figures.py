"""The figures that agreements are found and compared by: one measure for each that was agreed."""

from decimal import Decimal
from typing import Any

import pytest

from negotiate.law.terms import KINDS, parse
from negotiate.law.terms.base import NUMERIC
from negotiate.law.terms.figures import MEASURES, TOO_BIG, Figure, figures
from tests.law.terms.whole import WHOLE

# Figures that are no outcome of the talks, or nothing to compare: what the law says, how it was
# before, examples, and votes.
WITHOUT = {
    "formula.minimum_wage", "formula.example_quantity", "formula.example_price",
    "unit_price_table.attainable", "unit_price_table.minimum_wage",
    "post_floor_table.minimum_wage", "post_floor_table.last_year",
    "choice.score", "choice.second", "change.from_amount",
}  # fmt: skip
DERIVED = {"change.moved"}
CHANGE = {"subject": "基本工资", "from_amount": "2000", "to_amount": "2300", "unit": "元",
          "favours": "higher"}  # fmt: skip

# Of the first whole value of each kind: what each measure is called, and what it gives.
EXPECTED: dict[str, tuple[str, list[tuple[str, str, str]]]] = {
    "tier_table.amount": (
        "分档奖励金额", [("一等", "9000", "元"), ("二等", "3000", "元"), ("三等", "500", "元")]
    ),
    "formula.share": ("计发比例", [("师傅 徒弟计件工资", "80", "%")]),
    "formula.months": ("计发月数", [("师傅", "3", "个月")]),
    "formula.cap": ("计发每月上限", [("师傅", "5000", "元")]),
    "formula.floor": ("保底工资", [("徒弟", "2600", "元")]),
    "unit_price_table.price": ("计件单价", [("粗车 件", "9", "元"), ("精车 件", "9", "元")]),
    "unit_price_table.minutes": ("标准工时", [("粗车 件", "5", "分钟"), ("精车 件", "5", "分钟")]),
    "allowance_ladder.amount": (
        "技能津贴（每月）",
        [("初级工", "500", "元"), ("高级工", "1500", "元"), ("首席技师", "6000", "元")],
    ),
    "post_floor_table.amount": (
        "岗位最低工资（每月）", [("焊工", "3160", "元"), ("钳工", "3160", "元")]
    ),
    "checklist.count": ("清单数量", [("荤菜", "2", "份"), ("素菜", "3", "份")]),
}  # fmt: skip


def of(code: str, raw: dict[str, Any]) -> list[Figure]:
    return list(figures(code, parse(code, raw)))


def changed(**fields: str) -> list[tuple[str, str, str]]:
    value = {**CHANGE, "buying": "", **fields}
    found = figures("change", value)
    return [(one.measure, f"{one.amount.normalize():f}", one.unit) for one in found]


@pytest.mark.parametrize("measure", EXPECTED)
def test_a_measure_gives_every_figure_with_what_it_is_for(measure: str) -> None:
    label, expected = EXPECTED[measure]
    assert MEASURES[measure].label == label
    code = MEASURES[measure].kind
    found = [figure for figure in of(code, WHOLE[code][0]) if figure.measure == measure]
    assert found == [Figure(measure, about, Decimal(n), unit) for about, n, unit in expected]


@pytest.mark.parametrize(
    ("code", "raw", "expected"),
    [
        ("amount",
         {"subject": "高温津贴", "amount": "300", "per": "每人每月", "favours": "higher"},
         ("一笔金额", "高温津贴 每人每月", "300", "元")),
        ("percent",
         {"subject": "年金缴费", "base": "月工资", "share": "4.5%", "favours": "higher"},
         ("比例", "年金缴费 月工资", "4.5", "%")),
        ("cap",
         {"subject": "餐费", "amount": "15", "per": "每餐", "favours": "lower"},
         ("最高限额", "餐费 每餐", "15", "元")),
        ("duration",
         {"subject": "带薪培训", "count": "5", "unit": "天", "since": "", "favours": "higher"},
         ("期限", "带薪培训", "5", "天")),
    ],
)  # fmt: skip
def test_a_kind_of_one_figure_gives_it(
    code: str, raw: dict[str, Any], expected: tuple[str, str, str, str]
) -> None:
    (figure,) = of(code, raw)
    label, about, amount, unit = expected
    assert figure == Figure(figure.measure, about, Decimal(amount), unit)
    assert MEASURES[figure.measure].label == label


def test_a_change_gives_the_new_amount_and_by_how_much_it_moved() -> None:
    assert changed() == [("change.to_amount", "2300", "元"), ("change.moved", "15", "%")]
    assert changed(to_amount="1500")[1] == ("change.moved", "-25", "%")
    assert changed(to_amount="0")[1] == ("change.moved", "-100", "%")


def test_a_move_is_kept_to_four_places() -> None:
    (_, (_, moved, _)) = changed(from_amount="3", to_amount="4")
    assert moved == "33.3333"


def test_from_nothing_there_is_no_move() -> None:
    assert changed(from_amount="0") == [("change.to_amount", "2300", "元")]


@pytest.mark.parametrize("percent", ["%", "％"])
def test_of_what_is_in_percent_there_is_no_move_in_percent(percent: str) -> None:
    moved = changed(from_amount="5", to_amount="8", unit=percent)
    assert moved == [("change.to_amount", "8", "%")]


def test_a_move_from_next_to_nothing_is_left_out() -> None:
    """It would tell nobody anything, and no database would hold it."""
    assert changed(from_amount="0.0001", to_amount="999999999999", unit="件") == [
        ("change.to_amount", "999999999999", "件")
    ]
    (_, (_, moved, _)) = changed(from_amount="0.0002", to_amount="100000000", unit="件")
    assert moved == "49999999999900"


def test_what_was_left_blank_is_no_figure() -> None:
    raw = {**WHOLE["formula"][1], "cap": "", "floor": "", "base": "计件工资", "payee": "班组"}
    assert [figure.measure for figure in of("formula", raw)] == ["formula.share", "formula.months"]


def test_a_blank_is_not_part_of_what_a_figure_is_for() -> None:
    (figure,) = figures("checklist", {"rows": [{"item": "荤菜", "count": 2, "unit": ""}]})
    assert (figure.about, figure.unit, figure.amount) == ("荤菜", "", Decimal(2))


def test_nothing_is_a_figure_too() -> None:
    raw = {"subject": "餐费", "amount": "0", "per": "每餐", "favours": "lower"}
    assert [figure.amount for figure in of("cap", raw)] == [0]


def test_every_figure_of_a_term_has_a_measure_or_is_without_on_purpose() -> None:
    numeric = {
        f"{code}.{field.name}"
        for code, kind in KINDS.items()
        for field in (*kind.fields, *kind.columns)
        if field.type in NUMERIC
    }
    assert numeric == (MEASURES.keys() - DERIVED) | WITHOUT
    assert not MEASURES.keys() & WITHOUT


@pytest.mark.parametrize("code", ["choice", "date", "text"])
def test_a_kind_of_words_has_no_figures(code: str) -> None:
    assert [of(code, raw) for raw in WHOLE[code]] == [[] for _ in WHOLE[code]]


@pytest.mark.parametrize("code", KINDS)
def test_every_whole_value_gives_all_of_its_measures_as_finite_figures(code: str) -> None:
    measured = {name for name, measure in MEASURES.items() if measure.kind == code}
    found = [figure for raw in WHOLE[code] for figure in of(code, raw)]
    assert {figure.measure for figure in found} == measured
    assert all(abs(figure.amount) < TOO_BIG for figure in found)


def test_a_measure_names_fields_of_its_kind() -> None:
    for code, measure in MEASURES.items():
        kind = KINDS[measure.kind]
        fields = {field.name for field in (kind.columns if measure.by_row else kind.fields)}
        named = {*measure.about, measure.unit_from or measure.about[0]}
        assert named | ({measure.field} - {"moved"}) <= fields, code
