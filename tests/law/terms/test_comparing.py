"""Two versions: what changed, by how much, better or worse."""

from typing import Any

import pytest

from negotiate.law.refusal import Refused
from negotiate.law.terms import Change, Value, compare, parse
from negotiate.law.words import Effect

BETTER, WORSE, NEUTRAL = Effect.BETTER, Effect.WORSE, Effect.NEUTRAL


TIERS: Value = parse(
    "tier_table",
    {
        "rows": [
            {"rank": "一等奖", "criterion": "增效 20 万元", "amount": 10000},
            {"rank": "二等奖", "criterion": "增效 5 万元", "amount": 3000},
            {"rank": "三等奖", "criterion": "被采纳", "amount": 500},
        ]
    },
)


def tiers(*amounts: int, ranks: str = "一二三") -> Value:
    rows = [
        {"rank": f"{rank}等奖", "criterion": row["criterion"], "amount": amount}
        for rank, row, amount in zip(ranks, TIERS["rows"], amounts, strict=False)
    ]
    return parse("tier_table", {"rows": rows})


def test_a_raised_amount_shows_by_how_much() -> None:
    comparison = compare("tier_table", TIERS, tiers(10000, 3000, 600))
    assert comparison.changes == (
        Change("三等奖", "金额", "500 元", "600 元", "+100 元", "+20.0%", BETTER),
    )
    assert comparison.changes[0].where == "三等奖 · 金额"


def test_half_a_tenth_of_a_percent_is_rounded_up() -> None:
    (change,) = compare("tier_table", tiers(16, 4, 1), tiers(17, 4, 1)).changes
    assert change.percent == "+6.3%"  # 6.25


def test_a_lowered_amount_is_worse() -> None:
    (change,) = compare("tier_table", TIERS, tiers(8000, 3000, 500)).changes
    assert (change.delta, change.percent, change.effect) == ("-2,000 元", "-20.0%", WORSE)


def test_a_tier_taken_away_is_worse_and_a_tier_added_is_better() -> None:
    fewer = tiers(10000, 3000)
    (gone,) = compare("tier_table", TIERS, fewer).changes
    assert (gone.where, gone.old) == ("三等奖 · 删去一行", "条件 被采纳；金额 500 元")
    assert gone.effect is WORSE
    (added,) = compare("tier_table", fewer, TIERS).changes
    assert (added.where, added.effect) == ("三等奖 · 新增一行", BETTER)


def test_tiers_in_another_order_are_a_change_that_costs_nobody() -> None:
    upside_down = parse("tier_table", {"rows": TIERS["rows"][::-1]})
    (change,) = compare("tier_table", TIERS, upside_down).changes
    assert (change.where, change.effect) == ("各行顺序", NEUTRAL)


def test_reworded_text_is_neutral() -> None:
    old, new = (
        {"label": label, "date": "2026-05-01", "favours": "lower"} for label in ("开始", "起算")
    )
    (change,) = compare("date", parse("date", old), parse("date", new)).changes
    assert (change.old, change.new, change.effect) == ("开始", "起算", NEUTRAL)


def test_a_moved_date_shows_its_days() -> None:
    old, new = (
        {"label": "开始", "date": date, "favours": "lower"} for date in ("2026-05-01", "2026-05-15")
    )
    (change,) = compare("date", parse("date", old), parse("date", new)).changes
    assert (change.old, change.new, change.delta) == ("2026年5月1日", "2026年5月15日", "+14 天")
    assert change.effect is WORSE


FORMULA = {
    "payee": "师傅", "base": "徒弟当月计件工资额", "share": 80, "months": 1, "floor": 2600,
    "minimum_wage": 2490, "example_quantity": 600, "example_price": "5.5",
}  # fmt: skip


@pytest.mark.parametrize(
    ("given", "delta", "effect"),
    [
        ({"share": 100}, "+20 个百分点", BETTER),
        ({"share": 70}, "-10 个百分点", WORSE),
        ({"months": 2}, "+1 个月", BETTER),
        ({"floor": 2500}, "-100 元", WORSE),
        ({"cap": 5000}, "", WORSE),
        ({"minimum_wage": ""}, "", WORSE),
        ({"example_quantity": 500}, "-100", NEUTRAL),
    ],
)
def test_each_part_of_a_formula_has_its_direction(
    given: dict[str, Any], delta: str, effect: Effect
) -> None:
    new = parse("formula", {**FORMULA, **given})
    (change,) = compare("formula", parse("formula", FORMULA), new).changes
    assert (change.delta, change.effect) == (delta, effect)


def test_losing_the_floor_is_worse() -> None:
    new = parse("formula", {**FORMULA, "floor": "", "minimum_wage": ""})
    assert compare("formula", parse("formula", FORMULA), new).effect is WORSE


def changed(**given: Any) -> Value:
    base = {"subject": "餐价", "from_amount": 15, "to_amount": "13.5", "unit": "元"}
    return parse("change", {**base, "favours": "lower", "buying": "free", **given})


@pytest.mark.parametrize(
    ("favours", "to", "effect"),
    [("lower", 13, BETTER), ("lower", 14, WORSE), ("higher", 13, WORSE), ("higher", 14, BETTER)],
)
def test_a_term_says_itself_which_way_is_better(favours: str, to: int, effect: Effect) -> None:
    old = changed(favours=favours)
    assert compare("change", old, changed(favours=favours, to_amount=to)).effect is effect


@pytest.mark.parametrize(("favours", "effect"), [("lower", BETTER), ("higher", WORSE)])
def test_a_first_proposal_to_change_is_held_against_the_present(
    favours: str, effect: Effect
) -> None:
    (change,) = compare("change", None, changed(favours=favours)).changes
    assert (change.old, change.new, change.percent) == ("15 元", "13.50 元", "-10.0%")
    assert change.effect is effect


@pytest.mark.parametrize("given", [{"favours": "higher"}, {"unit": "%"}, {"from_amount": 14}])
def test_the_present_state_the_direction_and_the_unit_stay_for_the_whole_lineage(
    given: dict[str, Any],
) -> None:
    with pytest.raises(Refused, match="提出以后不能再改"):
        compare("change", changed(), changed(**given))


def test_another_unit_makes_another_item() -> None:
    old, new = ({"rows": [{"item": "肉", "count": 2, "unit": unit}]} for unit in ("份", "克"))
    comparison = compare("checklist", parse("checklist", old), parse("checklist", new))
    assert [change.effect for change in comparison.changes] == [WORSE, BETTER]
    assert comparison.effect is WORSE
