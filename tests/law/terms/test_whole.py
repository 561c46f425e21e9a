"""Every field of every kind has its case: made worse, and made another."""

import pytest

from negotiate.law.terms import KINDS, compare, parse
from negotiate.law.words import Effect
from tests.law.terms.cases import other_cases, worse_cases, worsenable
from tests.law.terms.whole import WHOLE

every_kind = pytest.mark.parametrize("code", KINDS)


@every_kind
def test_every_field_that_can_be_worse_is_made_worse(code: str) -> None:
    assert {case.field for case in worse_cases(code)} == worsenable(code)


@every_kind
def test_worse_is_seen_as_worse(code: str) -> None:
    for case in worse_cases(code):
        assert compare(code, case.old, case.new).effect is Effect.WORSE, case


@every_kind
def test_every_field_that_may_change_is_changed(code: str) -> None:
    kind = KINDS[code]
    names = {field.name for field in kind.fields if not field.fixed}
    names |= {f"rows.{column.name}" for column in kind.columns}
    cases = other_cases(code)
    assert set(cases) == names
    for field, case in cases.items():
        assert compare(code, case.old, case.new).changes, field


def test_only_free_text_says_nothing_of_better_and_worse() -> None:
    assert [code for code in KINDS if not worsenable(code)] == ["text"]


def test_every_kind_has_a_value_with_nothing_left_empty() -> None:
    for code, kind in KINDS.items():
        value = parse(code, WHOLE[code][0])
        assert all(value[field.name] != "" for field in kind.fields), code
