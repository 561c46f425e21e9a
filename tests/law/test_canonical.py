"""One value, one byte sequence."""

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiate.law.canonical import canonical, digest

plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(codec="utf-8")), inner),
    max_leaves=12,
)


def test_keys_are_sorted_and_chinese_is_not_escaped() -> None:
    assert canonical({"b": [1, None], "a": "奖金"}) == '{"a":"奖金","b":[1,null]}'.encode()


def test_the_digest_is_sha256_of_those_bytes() -> None:
    # printf '{}' | sha256sum
    assert digest({}) == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"


@pytest.mark.parametrize("data", [1.0, {"a": [0.5]}, {1: "a"}, Decimal("1.00"), {1, 2}, b"a"])
def test_what_has_no_single_spelling_is_refused(data: Any) -> None:
    with pytest.raises(TypeError):
        canonical(data)


@given(plain)
def test_any_plain_value_survives_the_round_trip(data: Any) -> None:
    assert json.loads(canonical(data)) == data


@given(st.dictionaries(st.text(st.characters(codec="utf-8")), st.integers()))
def test_the_order_of_keys_does_not_matter(data: dict[str, int]) -> None:
    assert digest(data) == digest(dict(reversed(data.items())))
