"""Kinds with rows: their shape and what makes them sound."""

from typing import Any

import pytest

from negotiate.law.refusal import Refused
from negotiate.law.terms import parse


def refused(code: str, raw: Any) -> str:
    with pytest.raises(Refused) as problem:
        parse(code, raw)
    return str(problem.value)


def tiers(*amounts: Any) -> dict[str, Any]:
    return {
        "rows": [
            {"rank": f"第{n}档", "criterion": "考核合格", "amount": amount}
            for n, amount in enumerate(amounts, 1)
        ]
    }


def prices(*rows: tuple[str, str, str], **given: Any) -> dict[str, Any]:
    cells = [
        {"process": process, "unit": "件", "minutes": minutes, "price": price}
        for process, minutes, price in rows
    ]
    return {"order": "减速机壳体", "rows": cells, **given}


def options(chosen: str, **scores: Any) -> dict[str, Any]:
    rows = [{"option": option, "score": score} for option, score in scores.items()]
    return {"chosen": chosen, "buying": "no", "rows": rows}


def test_spare_rows_of_the_form_are_left_out() -> None:
    raw = tiers(1, 2)
    raw["rows"][1:1] = [{"rank": "", "criterion": " ", "amount": None}, {}]
    assert parse("tier_table", raw) == parse("tier_table", tiers(1, 2))


def test_a_refusal_counts_rows_as_the_form_shows_them() -> None:
    raw = tiers(1, 2)
    raw["rows"][1:1] = [{}]
    raw["rows"][2]["amount"] = "多"
    assert refused("tier_table", raw) == "第 3 行：“金额”要写成数字，例如 1200 或 12.5。"


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ("abc", "表格没有填对，请重新填写。"),
        (7, "表格没有填对，请重新填写。"),
        ({"rank": 1}, "表格没有填对，请重新填写。"),
        (["a", "b"], "表格没有填对，请重新填写。"),
        ([], "表格至少要填 2 行。"),
        (None, "表格至少要填 2 行。"),
        ([{"rank": "一"}], "表格至少要填 2 行。"),
        ([{"rank": "一"}] * 61, "表格最多只能填 60 行。"),
        ([{"rank": "一"}] * 2, "第 1 行：“条件”还没有填。"),
        ([{"rank": "一", "extra": 1}] * 2, "第 1 行：没有“extra”这一栏，请重新填写。"),
    ],
)
def test_a_wrong_table_is_refused(rows: Any, sentence: str) -> None:
    assert refused("tier_table", {"rows": rows}) == sentence


def test_no_two_rows_may_name_the_same_item() -> None:
    rows = [{"item": "汤", "count": n, "unit": "份"} for n in (1, 2)]
    assert refused("checklist", {"rows": rows}) == "第 2 行和第 1 行写的是同一项：汤 份。"


@pytest.mark.parametrize("amounts", [(500, 30000), (30000, 2000, 500), ("0.01", "0.02", "0.03")])
def test_tiers_run_one_way(amounts: tuple[Any, ...]) -> None:
    assert len(parse("tier_table", tiers(*amounts))["rows"]) == len(amounts)


@pytest.mark.parametrize(
    ("amounts", "row"), [((500, 500), 2), ((1, 3, 2), 3), ((3, 1, 2), 3), ((5, 4, 4, 3), 3)]
)
def test_tiers_that_turn_or_repeat_are_refused(amounts: tuple[int, ...], row: int) -> None:
    assert refused("tier_table", tiers(*amounts)) == (
        f"第 {row} 档的金额不对：各档金额要一路升高或者一路降低，不能相同。"
    )


def test_a_tier_worth_nothing_is_refused() -> None:
    assert refused("tier_table", tiers(0, 1)) == "第 1 行：“金额”要大于零。"


def test_a_price_is_enough_when_the_monthly_quota_earns_the_minimum_wage_exactly() -> None:
    # 20.67 days of 8 hours are 9,921.6 minutes: at 10 minutes and 2.50 yuan, 2,480.40 yuan.
    enough = prices(("粗车", "10", "2.5"), minimum_wage="2480.40")
    assert parse("unit_price_table", enough)["minimum_wage"] == "2480.40"
    assert refused("unit_price_table", {**enough, "minimum_wage": "2480.41"}) == (
        "第 1 行“粗车”：每月 20.67 天、每天 8 小时都做这道工序，只能挣 2,480.40 元，"
        "低于最低工资 2,480.41 元，请提高单价或放宽工时。"
    )


def test_every_process_must_earn_the_minimum_wage() -> None:
    raw = prices(("粗车", "10", "3"), ("精车", "10", "1"), minimum_wage=2490)
    assert refused("unit_price_table", raw).startswith("第 2 行“精车”")


def test_without_a_minimum_wage_a_price_is_taken_as_it_is() -> None:
    assert parse("unit_price_table", prices(("粗车", "10", "0.01")))["minimum_wage"] == ""


def test_nine_in_ten_must_reach_the_quota() -> None:
    assert parse("unit_price_table", prices(("粗车", "1", "1"), attainable="90"))
    assert refused("unit_price_table", prices(("粗车", "1", "1"), attainable="89.99")) == (
        "能在法定工时内完成定额的职工只有百分之 89.99，要达到百分之九十以上。"
    )


def test_the_highest_score_is_chosen() -> None:
    assert parse("choice", options("盛味", 盛味="92.5", 家常=90))["chosen"] == "盛味"


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (options("家常", 盛味=92, 家常=90), "胜出的是“盛味”，不是“家常”，请核对。"),
        (options("别家", 盛味=92, 家常=90), "选定的“别家”不在各个方案里面。"),
        (options("盛味", 盛味=92, 家常="92.0", 金勺=90),
         "“盛味”、“家常”并列最高，请让这几个加赛一次，把加赛的结果填上。"),
        (options("盛味", 盛味=92), "表格至少要填 2 行。"),
    ],
)  # fmt: skip
def test_a_choice_against_the_scores_is_refused(raw: dict[str, Any], sentence: str) -> None:
    assert refused("choice", raw) == sentence


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"from_amount": 15, "to_amount": "15.0"}, "原来的数和调整后的数一样，没有调整。"),
        ({"from_amount": 15, "to_amount": "13.505"}, "用元作单位，最多写两位小数。"),
    ],
)
def test_a_change_that_is_none_or_finer_than_fen_is_refused(
    given: dict[str, Any], sentence: str
) -> None:
    assert refused("change", {"subject": "餐价", "unit": "元", "favours": "lower", **given}) == (
        sentence
    )
