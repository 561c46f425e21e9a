"""Guards that an empty blank would hide from: told, and asked about."""

from typing import Any

import pytest

from negotiate.law.terms import parse, unshown

ROWS = [{"process": "粗车", "unit": "件", "minutes": 5, "price": 2}]
FORMULA = {
    "payee": "师傅", "base": "徒弟当月计件工资额", "share": 100, "months": 1,
    "example_quantity": 600, "example_price": "5.5",
}  # fmt: skip
NO_SHARE = ("没有写明：有多少职工能在法定工时内完成定额（要达到百分之九十以上）。",)
NO_FLOOR = ("没有写明：徒弟的保底工资是多少（不能低于当地最低工资）。",)


@pytest.mark.parametrize(("given", "said"), [({}, NO_SHARE), ({"attainable": 90}, ())])
def test_a_price_table_says_how_many_reach_the_quota(
    given: dict[str, Any], said: tuple[str, ...]
) -> None:
    value = parse("unit_price_table", {"order": "甲单", "rows": ROWS, **given})
    assert unshown("unit_price_table", value) == said


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, NO_FLOOR),
        ({"payee": "带教人", "base": "产量工资"}, NO_FLOOR),
        ({"payee": "老王", "base": "学徒当月产量"}, NO_FLOOR),
        ({"floor": 2600}, ()),
        ({"payee": "班组", "base": "节约的材料费"}, ()),
    ],
)
def test_a_master_paid_by_an_apprentices_output_leaves_him_a_floor(
    given: dict[str, Any], said: tuple[str, ...]
) -> None:
    assert unshown("formula", parse("formula", {**FORMULA, **given})) == said


def test_a_kind_without_such_a_guard_leaves_nothing_open() -> None:
    assert unshown("text", parse("text", {"body": "公示三日。"})) == ()
