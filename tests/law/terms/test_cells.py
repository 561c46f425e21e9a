"""Numbers, dates and choices as people write them, and as nobody may."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from negotiate.law.refusal import Refused
from negotiate.law.terms import kind, parse
from negotiate.law.terms.phrases import shown

CAP = {"subject": "餐费", "amount": "6", "per": "每人每餐", "favours": "lower"}


def refused(code: str, raw: Any) -> str:
    with pytest.raises(Refused) as problem:
        parse(code, raw)
    return str(problem.value)


def amount(given: Any) -> Any:
    return parse("cap", {**CAP, "amount": given})["amount"]


@pytest.mark.parametrize(
    ("given", "canonical"),
    [
        ("30000", "30000.00"), ("30,000.5", "30000.50"), ("３００", "300.00"), (" 6元 ", "6.00"),
        (6, "6.00"), (Decimal("6.10"), "6.10"), (Decimal("6E+2"), "600.00"), ("6.00", "6.00"),
        ("０．５", "0.50"), ("1，200", "1200.00"), ("0", "0.00"), (Decimal("-0"), "0.00"),
        (Decimal("0E-9999"), "0.00"), ("999999999999.99", "999999999999.99"),
    ],
)  # fmt: skip
def test_money_is_read_as_people_write_it(given: Any, canonical: str) -> None:
    assert amount(given) == canonical


NUMBER = "“最高金额”要写成数字，例如 1200 或 12.5。"
BIG = "“最高金额”的数字太大了，请核对。"


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ("", "“最高金额”还没有填。"),
        (None, "“最高金额”还没有填。"),
        ("  　", "“最高金额”还没有填。"),
        ("六元", NUMBER), ("6.", NUMBER), ("1,5", NUMBER), ("1,2345", NUMBER), ("6 7", NUMBER),
        ("+6", NUMBER), ("1e3", NUMBER), ("٦", NUMBER), ("²", NUMBER), (6.0, NUMBER),
        (True, NUMBER), (["6"], NUMBER), ({"a": 1}, NUMBER),
        ("-6", "“最高金额”不能是负数。"), (-6, "“最高金额”不能是负数。"),
        ("－6", "“最高金额”不能是负数。"),
        ("6.005", "“最高金额”最多写 2 位小数。"),
        (Decimal("1E-9999"), "“最高金额”最多写 2 位小数。"),
        ("1000000000000", BIG), (Decimal("1E+999999"), BIG),
        (Decimal("NaN"), BIG), (Decimal("sNaN"), BIG), (Decimal("Infinity"), BIG),
    ],
)  # fmt: skip
def test_what_is_no_amount_is_refused(given: Any, sentence: str) -> None:
    assert refused("cap", {**CAP, "amount": given}) == sentence


def test_numbers_long_enough_to_stall_a_machine_are_refused() -> None:
    assert refused("cap", {**CAP, "amount": "6" * 10**6}) == NUMBER
    assert refused("cap", {**CAP, "amount": 10**5000}) == BIG


@pytest.mark.parametrize(
    "given",
    [
        "2026-05-01",
        "2026/5/1",
        "2026年5月1日",
        "２０２６-０５-０１",
        " 2026.5.01 ",
        date(2026, 5, 1),
    ],
)
def test_a_date_is_read_as_people_write_it(given: Any) -> None:
    assert (
        parse("date", {"label": "开始", "date": given, "favours": "neither"})["date"]
        == "2026-05-01"
    )


@pytest.mark.parametrize(
    "given", ["2026-02-30", "2026", "01-05-2026", "1999-12-31", "9999-01-01", 20260501, "明天",
              datetime(2026, 5, 1)],
)  # fmt: skip
def test_what_is_no_date_is_refused(given: Any) -> None:
    assert refused("date", {"label": "开始", "date": given, "favours": "neither"}) == (
        "“日期”要写成日期，例如 2026-05-01。"
    )


@pytest.mark.parametrize("given", ["sideways", "越低越有利", 1, ["lower"]])
def test_only_the_offered_choices_count(given: Any) -> None:
    assert refused("cap", {**CAP, "favours": given}) == "“对职工来说”请从给出的选项里选一个。"


def test_a_screen_shows_a_choice_by_its_label() -> None:
    cells = {field.name: shown(field, parse("cap", CAP)) for field in kind("cap").fields}
    assert cells == {
        "subject": "餐费", "amount": "6 元", "per": "每人每餐", "favours": "越低越有利",
    }  # fmt: skip
