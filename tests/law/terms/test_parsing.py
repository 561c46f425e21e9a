"""What a form may send, and how a wrong blank is refused."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiate.law.canonical import canonical
from negotiate.law.refusal import Refused
from negotiate.law.terms import KINDS, kind, parse, word
from tests.law.terms.strategies import values

every_kind = pytest.mark.parametrize("code", KINDS)
FORMULA = {
    "payee": "师傅", "base": "计件工资", "share": "100", "months": "1",
    "example_quantity": "600", "example_price": "5.5",
}  # fmt: skip


def refused(code: str, raw: Any) -> str:
    with pytest.raises(Refused) as problem:
        parse(code, raw)
    return str(problem.value)


def test_the_fourteen_kinds_are_known_by_their_codes() -> None:
    assert list(KINDS) == [
        "tier_table", "formula", "unit_price_table", "allowance_ladder", "post_floor_table",
        "choice", "checklist", "amount", "percent", "change", "cap", "date", "duration", "text",
    ]  # fmt: skip
    assert all(kind(code).code == code for code in KINDS)


def test_an_unknown_kind_is_refused() -> None:
    assert refused("poem", {}) == "没有这一种条款，请重新选择。"


@every_kind
@given(data=st.data())
def test_parsing_what_was_parsed_changes_nothing(code: str, data: st.DataObject) -> None:
    value = data.draw(values(code))
    assert parse(code, value) == value


@every_kind
@given(data=st.data())
def test_a_parsed_value_has_one_spelling(code: str, data: st.DataObject) -> None:
    assert canonical(data.draw(values(code)))


scraps = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.decimals()
anything = st.recursive(
    scraps, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8
)


@every_kind
@given(data=st.data())
def test_whatever_comes_is_parsed_or_refused_in_one_sentence(
    code: str, data: st.DataObject
) -> None:
    fields = {field.name: anything for field in KINDS[code].fields}
    cells = {field.name: scraps for field in KINDS[code].columns}
    rows = st.lists(st.fixed_dictionaries({}, optional=cells), max_size=4)
    raw = data.draw(anything | st.fixed_dictionaries({**fields, "rows": rows | anything}))
    try:
        value = parse(code, raw)
    except Refused as problem:
        sentence = str(problem)
    else:
        sentence = word(code, "本条", value).text
    assert sentence


def test_a_field_that_is_no_name_is_refused() -> None:
    assert refused("formula", {**FORMULA, 10**5000: 1}) == "没有“”这一栏，请重新填写。"


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"share": "100.01"}, "“计发比例”不能超过百分之一百。"),
        ({"share": "0"}, "“计发比例”要大于零。"),
        ({"share": "33.333"}, "“计发比例”最多写 2 位小数。"),
        ({"months": "1.5"}, "“执行月数”要写成整数。"),
        ({"months": "0"}, "“执行月数”要大于零。"),
        ({"payee": "师\x00傅"}, "“发给谁”里有看不见的特殊符号，请删掉后重新填写。"),
        ({"payee": "师\u202e傅"}, "“发给谁”里有看不见的特殊符号，请删掉后重新填写。"),
        ({"payee": "师\ud800"}, "“发给谁”里有看不见的特殊符号，请删掉后重新填写。"),
        ({"payee": "师\n傅"}, "“发给谁”里有看不见的特殊符号，请删掉后重新填写。"),
        ({"payee": "师" * 101}, "“发给谁”太长了，最多 100 个字。"),
        ({"payee": "师" * 10**6}, "“发给谁”太长了，最多 100 个字。"),
        ({"payee": 7}, "“发给谁”要写成文字。"),
        ({"colour": "red"}, "没有“colour”这一栏，请重新填写。"),
        ({"\x00\u202e坏": 1}, "没有“坏”这一栏，请重新填写。"),
        ({"rows": [{"a": 1}]}, "这种条款没有表格，请重新填写。"),
        ({"minimum_wage": "2490"}, "写了当地最低工资，就要写保底工资，免得有人拿不到最低工资。"),
        ({"protected": "徒弟"}, "写了保底工资发给谁，就要写保底工资是多少。"),
        ({"minimum_wage": "2490", "floor": "2489.99"},
         "保底工资 2,489.99 元低于当地最低工资 2,490 元，不能这样定。"),
        ({"example_quantity": "999999999999", "example_price": "999999999999"},
         "计算示例的数量和单价太大了，请换一组平常的数。"),
    ],
)  # fmt: skip
def test_a_wrong_blank_is_named(given: dict[str, Any], sentence: str) -> None:
    assert refused("formula", {**FORMULA, **given}) == sentence


def test_a_floor_at_the_minimum_wage_is_enough() -> None:
    assert parse("formula", {**FORMULA, "minimum_wage": 2490, "floor": 2490})["floor"] == "2490.00"


@pytest.mark.parametrize("raw", [None, "text", 7, ["a"], [("payee", "师傅")]])
def test_what_is_no_form_is_refused(raw: Any) -> None:
    assert refused("formula", raw) == "没有收到条款的内容，请重新填写。"


def test_decimals_lose_the_zeros_that_say_nothing() -> None:
    value = parse("formula", {**FORMULA, "share": "50.00", "example_quantity": "600.500"})
    assert (value["share"], value["example_quantity"]) == ("50", "600.5")
    assert parse("formula", {**FORMULA, "example_quantity": "600"})["example_quantity"] == "600"


def test_what_a_phone_pastes_along_is_left_out() -> None:
    assert parse("formula", {**FORMULA, "payee": "\ufeff 师\u200b傅\t"})["payee"] == "师傅"


def test_a_text_in_parts_is_composed() -> None:
    assert parse("text", {"body": "cafe\u0301"})["body"] == "caf\u00e9"
