"""Counting, in integers only."""

import ast
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiate.law import tally as module
from negotiate.law.refusal import Refused
from negotiate.law.tally import SIDE_POLL, WHOLE_ROLL, BallotRule, Base, Threshold, tally

HALF = BallotRule(Threshold.HALF_OR_MORE, Base.ROLL, (2, 3))
MORE, ATLEAST = Threshold.MORE_THAN_HALF, Threshold.HALF_OR_MORE


@pytest.mark.parametrize(
    ("counts", "rule", "text"),
    [
        ((180, 131, 96, 20, 15), WHOLE_ROLL, "应到 180 实到 131 ≥ 120 ✓ 同意 96 > 90 ✓ 通过"),
        ((180, 131, 90, 9, 9), WHOLE_ROLL, "应到 180 实到 131 ≥ 120 ✓ 同意 90（须 > 90）✗ 未通过"),
        ((180, 131, 90, 20, 15), HALF, "应到 180 实到 131 ≥ 120 ✓ 同意 90 ≥ 90 ✓ 通过"),
        ((181, 121, 90, 0, 0), HALF, "应到 181 实到 121 ≥ 121 ✓ 同意 90（须 ≥ 91）✗ 未通过"),
        ((180, 99, 99, 0, 0), WHOLE_ROLL, "应到 180 实到 99（须 ≥ 120）✗ 同意 99 > 90 ✓ 未通过"),
        ((181, 121, 91, 0, 0), WHOLE_ROLL, "应到 181 实到 121 ≥ 121 ✓ 同意 91 > 90 ✓ 通过"),
        ((5, 5, 3, 2, 0), SIDE_POLL, "应到 5 同意 3 > 2 ✓ 通过"),
        ((4, 4, 2, 1, 1), SIDE_POLL, "应到 4 同意 2（须 > 2）✗ 未通过"),
        ((5, 2, 2, 0, 0), SIDE_POLL, "应到 5 同意 2（须 > 2）✗ 未通过"),
        ((9, 7, 4, 1, 1), BallotRule(MORE, Base.PRESENT), "应到 9 实到 7 同意 4 > 3 ✓ 通过"),
        ((9, 7, 3, 2, 0), BallotRule(MORE, Base.CAST), "应到 9 表决 5 同意 3 > 2 ✓ 通过"),
        ((9, 0, 0, 0, 0), BallotRule(ATLEAST, Base.CAST), "应到 9 表决 0 同意 0（须 ≥ 1）✗ 未通过"),
    ],
)  # fmt: skip
def test_a_verdict_carries_its_arithmetic(
    counts: tuple[int, int, int, int, int], rule: BallotRule, text: str
) -> None:
    assert tally(*counts, rule).text == text


@pytest.mark.parametrize(
    ("counts", "why"),
    [
        ((0, 0, 0, 0, 0), "名册上没有人"),
        ((3, 4, 0, 0, 0), "实到 4 人多于应到 3 人"),
        ((5, 3, 2, 1, 1), "票数 4 多于实到 3 人"),
        ((5, 3, -1, 1, 1), "不小于零的整数"),
        ((5, 3, 2.0, 1, 0), "不小于零的整数"),
        ((5, 3, True, 1, 0), "不小于零的整数"),
        ((5, "3", 1, 1, 0), "不小于零的整数"),
        ((None, 3, 1, 1, 0), "不小于零的整数"),
    ],
)
def test_counts_that_cannot_be_are_refused(
    counts: tuple[Any, Any, Any, Any, Any], why: str
) -> None:
    with pytest.raises(Refused, match=why):
        tally(*counts, WHOLE_ROLL)


@st.composite
def counted(draw: st.DrawFn) -> tuple[int, int, int, int, int]:
    roll = draw(st.integers(1, 3000) | st.integers(10**15, 10**18))
    present = draw(st.integers(0, roll))
    yes = draw(st.integers(0, present))
    no = draw(st.integers(0, present - yes))
    abstain = draw(st.integers(0, present - yes - no))
    return roll, present, yes, no, abstain


rules = st.builds(
    BallotRule,
    st.sampled_from(Threshold),
    st.sampled_from(Base),
    st.sampled_from([None, (1, 2), (2, 3), (3, 4)]),
)


@given(counted(), rules)
def test_the_verdict_is_what_exact_fractions_say(
    counts: tuple[int, int, int, int, int], rule: BallotRule
) -> None:
    roll, present, yes, no, abstain = counts
    base = {Base.ROLL: roll, Base.PRESENT: present, Base.CAST: yes + no + abstain}[rule.base]
    half = Fraction(base, 2)
    enough = yes > half if rule.threshold is MORE else yes >= half and yes > 0
    there = rule.attendance is None or present >= roll * Fraction(*rule.attendance)
    assert tally(*counts, rule).passed is (enough and there)


@given(counted(), rules)
def test_every_printed_test_says_what_was_found(
    counts: tuple[int, int, int, int, int], rule: BallotRule
) -> None:
    for step in tally(*counts, rule).steps:
        if step.bound is not None:
            holds = step.figure > step.bound if step.relation == ">" else step.figure >= step.bound
            assert step.met is holds


@given(counted(), rules)
def test_tally_never_yields_a_float(
    counts: tuple[int, int, int, int, int], rule: BallotRule
) -> None:
    verdict = tally(*counts, rule)
    assert type(verdict.passed) is bool
    for step in verdict.steps:
        assert type(step.figure) is int
        assert step.bound is None or type(step.bound) is int


def test_tally_never_divides_and_never_writes_a_float() -> None:
    source = Path(module.__file__).read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(source)):
        assert not isinstance(node, ast.Div)
        assert not (isinstance(node, ast.Constant) and isinstance(node.value, float))
        assert not (isinstance(node, ast.Name) and node.id == "float")


@given(counted(), rules)
def test_one_more_yes_never_turns_a_pass_into_a_failure(
    counts: tuple[int, int, int, int, int], rule: BallotRule
) -> None:
    roll, present, yes, no, abstain = counts
    if no and tally(*counts, rule).passed:
        assert tally(roll, present, yes + 1, no - 1, abstain, rule).passed
