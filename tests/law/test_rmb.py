"""大写 agrees with the central bank's examples and with an independent library."""

import re
from decimal import Decimal

import cn2an
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from negotiate.law.rmb import capital, counting

cents = st.integers(0, 10**18 - 1) | st.integers(0, 10**7)


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        # The bank's own examples (正确填写票据和结算凭证的基本规定).
        ("1409.50", "人民币壹仟肆佰零玖元伍角整"),
        ("6007.14", "人民币陆仟零柒元壹角肆分"),
        ("1680.32", "人民币壹仟陆佰捌拾元零叁角贰分"),
        ("107000.53", "人民币壹拾万柒仟元零伍角叁分"),
        ("16409.02", "人民币壹万陆仟肆佰零玖元零贰分"),
        ("325.04", "人民币叁佰贰拾伍元零肆分"),
        # The scenarios' figures and the corners.
        ("500", "人民币伍佰元整"),
        ("30000.00", "人民币叁万元整"),
        ("13.5", "人民币壹拾叁元伍角整"),
        ("0", "人民币零元整"),
        ("0.05", "人民币伍分"),
        ("0.50", "人民币伍角整"),
        ("10", "人民币壹拾元整"),
        ("100500", "人民币壹拾万零伍佰元整"),
        ("100000001", "人民币壹亿零壹元整"),
        ("1000000000000", "人民币壹万亿元整"),
    ],
)
def test_an_amount_in_capitals(amount: str, text: str) -> None:
    assert capital(amount) == text


@pytest.mark.parametrize("amount", ["-1", "0.001", "NaN", "Infinity", str(10**16)])
def test_what_is_no_amount_is_refused(amount: str) -> None:
    with pytest.raises(ValueError, match="not an amount"):
        capital(amount)


@given(cents)
@example(10_000_00)
@example(100_000_000_00)
@settings(max_examples=600)
def test_capitals_agree_with_cn2an(cents: int) -> None:
    yuan, rest = divmod(cents, 100)
    theirs = cn2an.an2cn(f"{yuan}.{rest:02d}", "rmb")
    ours = capital(Decimal(cents).scaleb(-2)).removeprefix("人民币")
    # cn2an leaves out 整 after 角, and the 零 that the bank allows either way after a round 元.
    ours = re.sub("角整$", "角", ours)
    if yuan % 10 == 0:
        ours = re.sub("元零(.角)", r"元\1", ours)
    assert ours == theirs


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "零"),
        (5, "五"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (103, "一百零三"),
        (110, "一百一十"),
    ],
)
def test_how_many_in_common_numerals(number: int, text: str) -> None:
    assert counting(number) == text
    assert cn2an.cn2an(text, "normal") == number


def test_two_before_a_measure_word_is_liang() -> None:
    assert counting(2) == "两"


def test_fewer_than_none_cannot_be_counted() -> None:
    with pytest.raises(ValueError, match="cannot count"):
        counting(-1)
