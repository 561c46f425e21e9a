"""Rows followed from one agreement to the next, and pay held to the known minimum wage."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiate.law.minimum_wages import MinimumWage
from negotiate.law.refusal import Refused
from negotiate.law.terms import KINDS, compare, kind, parse
from negotiate.law.terms.history import (
    Past,
    borrowed,
    carried,
    figures,
    key_of,
    reductions,
    since,
)
from negotiate.law.words import Effect
from tests.law.terms.strategies import values

PRICES = kind("unit_price_table")
FOLLOWED = [code for code, each in KINDS.items() if each.series]


def prices(*rows: tuple[str, str], **more: Any) -> dict[str, Any]:
    cells = [{"process": p, "unit": "件", "minutes": 5, "price": price} for p, price in rows]
    return parse("unit_price_table", {"order": "甲单", "rows": cells, **more})


def test_a_row_is_known_however_it_is_typed() -> None:
    spellings = [("粗车 A１", "件"), ("粗车a1", " 件"), ("粗 车Ａ1", "件")]
    keys = {key_of(PRICES, {"process": p, "unit": u}) for p, u in spellings}
    assert keys == {("粗车a1", "件")}
    assert key_of(PRICES, {"process": "1.5mm", "unit": "件"}) == ("1.5mm", "件")


def test_only_what_fell_is_a_reduction() -> None:
    known = {
        key: [past]
        for key, past in figures(
            PRICES, prices(("粗车", "2"), ("精车", "3")), "会议", date(2026, 5, 1)
        ).items()
    }
    now = prices(("精车", "2.7"), ("粗 车", "2.1"), ("钻孔", "0.1"))
    (fallen,) = reductions(PRICES, now, known)
    assert (fallen.row, fallen.delta, fallen.percent) == ("精车 件", "-0.30 元", "-10.0%")


@pytest.mark.parametrize(
    ("minutes", "price", "fallen"),
    [
        ("4.5", "2", [("标准工时", "5 分钟", "4.5 分钟", "-10.0%")]),
        ("4.5", "2.5", [("标准工时", "5 分钟", "4.5 分钟", "-10.0%")]),
        ("6", "1.8", [("单价", "2 元", "1.80 元", "-10.0%")]),
        (
            "4",
            "1",
            [("标准工时", "5 分钟", "4 分钟", "-20.0%"), ("单价", "2 元", "1 元", "-50.0%")],
        ),
        ("6", "2", []),
        ("5", "2.1", []),
    ],
)
def test_a_tighter_quota_is_a_reduction_as_a_lower_price_is(
    minutes: str, price: str, fallen: list[tuple[str, ...]]
) -> None:
    agreed = figures(PRICES, prices(("粗车", "2")), "会议", date(2026, 5, 1))
    row = {"process": "粗 车", "unit": "件", "minutes": minutes, "price": price}
    now = parse("unit_price_table", {"order": "乙单", "rows": [row]})
    changes = reductions(PRICES, now, {key: [past] for key, past in agreed.items()})
    assert [(c.field, c.old, c.new, c.percent) for c in changes] == fallen
    before = prices(("粗车", "2"))
    here = compare(
        "unit_price_table", before, {**now, "rows": [{**now["rows"][0], "process": "粗车"}]}
    )
    worse = [c for c in here.changes if c.effect is Effect.WORSE]
    assert [(c.field, c.old, c.new, c.percent) for c in worse] == fallen


def test_a_figure_is_held_against_the_last_agreement_and_not_an_older_one() -> None:
    first, last = (
        figures(PRICES, prices(("粗车", price)), "会议", date(2026, month, 1))
        for price, month in (("2", 3), ("1.5", 5))
    )
    known = {key: [first[key], last[key]] for key in first}
    assert reductions(PRICES, prices(("粗车", "1.6")), known) == ()
    (fallen,) = reductions(PRICES, prices(("粗车", "1.4")), known)
    assert fallen.old == "1.50 元"


def test_a_figure_of_before_names_its_order_or_its_agreement() -> None:
    day = date(2026, 5, 1)
    (price,) = figures(PRICES, prices(("粗车", "2")), "会议", day).values()
    assert price == Past("粗车 件", "2.00", "甲单", day, (("minutes", "5"),))
    rows = [{"grade": "初级工", "amount": 100}, {"grade": "高级工", "amount": 300}]
    ladder = parse("allowance_ladder", {"rows": rows})
    first, _ = figures(kind("allowance_ladder"), ladder, "2026年协商", day).values()
    assert first == Past("初级工", "100.00", "2026年协商", day)


def test_what_stands_in_the_form_is_set_against_last_time() -> None:
    last = Past("粗车 件", "2.00", "甲单", date(2026, 5, 1))
    change = since(PRICES, last, "２.５")
    assert change is not None
    assert (change.delta, change.percent) == ("+0.50 元", "+25.0%")
    assert [since(PRICES, last, typed) for typed in ("2", "", "多", None)] == [None] * 4


def test_the_next_years_table_begins_where_this_one_ended() -> None:
    row = {"post": "焊工", "enterprise": "", "last_year": "3000.00", "amount": "3160.00"}
    value = {"year": "2026年度", "minimum_wage": "2490.00", "rows": [row]}
    assert carried(kind("post_floor_table"), value) == {
        "rows": [{**row, "last_year": "3160.00", "amount": ""}]
    }


def test_of_another_enterprises_table_only_its_figures_are_taken() -> None:
    row = {"post": "焊工", "enterprise": "一厂", "last_year": "3000.00", "amount": "3160.00"}
    value = {"year": "2026年度", "minimum_wage": "2490.00", "rows": [row]}
    assert borrowed(kind("post_floor_table"), value) == {
        "rows": [{**row, "enterprise": "", "last_year": ""}]
    }
    plain = parse(
        "percent", {"subject": "培训费", "base": "工资总额", "share": "2", "favours": "higher"}
    )
    assert borrowed(kind("percent"), plain) == plain


@pytest.mark.parametrize("code", FOLLOWED)
@given(data=st.data())
def test_nothing_falls_behind_itself(code: str, data: st.DataObject) -> None:
    value = data.draw(values(code))
    known = {key: [past] for key, past in figures(kind(code), value, "会议", date.today()).items()}
    if len(known) == len(value["rows"]):
        assert reductions(kind(code), value, known) == ()


HERE = MinimumWage(Decimal("2490"), None, date(2026, 1, 1), "本县通知", verified=True)
UNSURE = MinimumWage(Decimal("2490"), None, date(2026, 1, 1), "听说", verified=False)
ROWS = [{"process": "粗车", "unit": "件", "minutes": 5, "price": "1"}]
FORMULA = {
    "payee": "师傅", "base": "计件工资", "share": 100, "months": 1, "example_quantity": 6,
    "example_price": 5,
}  # fmt: skip


@pytest.mark.parametrize(
    ("code", "raw", "sentence"),
    [
        ("unit_price_table", {"order": "甲单", "rows": ROWS}, "低于最低工资 2,490 元"),
        ("unit_price_table", {"order": "甲单", "rows": ROWS, "minimum_wage": 1000},
         "现在是 2,490 元（2026年1月1日起），不是 1,000 元，请核对。来源：本县通知。"),
        ("post_floor_table", {"year": "今年", "rows": [{"post": "焊工", "amount": 3400}],
                              "minimum_wage": 3000}, "现在是 2,490 元.*，不是 3,000 元"),
        ("formula", {**FORMULA, "floor": 2400}, "保底工资 2,400 元低于当地最低工资 2,490 元"),
        ("post_floor_table", {"year": "今年", "rows": [{"post": "焊工", "amount": 2400}]},
         "低于当地最低工资 2,490 元"),
    ],
)  # fmt: skip
def test_pay_is_held_to_the_minimum_wage_in_force(
    code: str, raw: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        parse(code, raw, HERE)
    parse(code, raw, UNSURE)  # a figure that nobody has checked refuses nothing
    parse(code, raw, None)


def test_a_formula_that_says_nobodys_whole_pay_needs_no_floor() -> None:
    assert parse("formula", FORMULA, HERE)["floor"] == ""


def test_kinds_that_speak_of_no_wage_are_not_held_to_it() -> None:
    assert parse("text", {"body": "公示三日。"}, HERE) == {"body": "公示三日。"}
