"""What holds for any two versions of any kind of term."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiate.law.terms import KINDS, Change, compare, parse
from negotiate.law.words import Effect
from tests.law.terms.strategies import values, versions

BETTER, WORSE, NEUTRAL = Effect.BETTER, Effect.WORSE, Effect.NEUTRAL
every_kind = pytest.mark.parametrize("code", KINDS)


@every_kind
@given(data=st.data())
def test_a_comparison_with_itself_is_empty(code: str, data: st.DataObject) -> None:
    value = data.draw(values(code))
    comparison = compare(code, value, parse(code, value))
    assert comparison.changes == ()
    assert comparison.effect is NEUTRAL


@every_kind
@given(data=st.data())
def test_only_equal_versions_compare_as_empty(code: str, data: st.DataObject) -> None:
    old, new = data.draw(versions(code))
    assert (compare(code, old, new).changes == ()) is (old == new)


def _facts(change: Change, swapped: bool) -> tuple[Any, ...]:
    """What a change says, or what it should say seen from the other version."""
    delta = change.delta.translate(str.maketrans("+-", "-+")) if swapped else change.delta
    pair = (change.new, change.old) if swapped else (change.old, change.new)
    effect = change.effect.opposite if swapped else change.effect
    return (change.row, *pair, delta, effect)


@every_kind
@given(data=st.data())
def test_better_and_worse_are_opposite_under_swap(code: str, data: st.DataObject) -> None:
    old, new = data.draw(versions(code))
    there, back = compare(code, old, new).changes, compare(code, new, old).changes
    assert Counter(_facts(c, False) for c in there) == Counter(_facts(c, True) for c in back)


@every_kind
@given(data=st.data())
def test_one_loss_makes_the_whole_version_worse(code: str, data: st.DataObject) -> None:
    comparison = compare(code, *data.draw(versions(code)))
    effects = {change.effect for change in comparison.changes}
    expected = WORSE if WORSE in effects else BETTER if BETTER in effects else NEUTRAL
    assert comparison.effect is expected


@pytest.mark.parametrize("code", [code for code in KINDS if KINDS[code].baseline is None])
@given(data=st.data())
def test_other_first_proposals_have_nothing_to_compare_with(code: str, data: st.DataObject) -> None:
    assert compare(code, None, data.draw(values(code))).changes == ()
