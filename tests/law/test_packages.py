"""What is bound together is agreed together, or not at all."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiate.law.packages import Candidate, digest_of, is_agreed, require_bindable
from negotiate.law.refusal import Refused
from negotiate.law.words import Side, TermState

FREE = Candidate("奖励", TermState.PROPOSED, is_through=True, is_bound=False, has_word=False)
WORDS = st.frozensets(st.tuples(st.integers(1, 4), st.sampled_from(Side)))


@given(st.frozensets(st.integers(1, 4), min_size=1), WORDS)
def test_it_is_agreed_exactly_when_no_word_is_missing(
    versions: frozenset[int], words: frozenset[tuple[int, Side]]
) -> None:
    missing = {(version, side) for version in versions for side in Side} - words
    assert is_agreed(versions, words) is (not missing)


@given(st.lists(st.tuples(st.integers(), st.text("0123456789abcdef", min_size=4)), min_size=2))
def test_its_digest_names_its_texts_in_whatever_order_they_are_read(
    texts: list[tuple[int, str]],
) -> None:
    assert digest_of(texts) == digest_of(texts[::-1])
    term, text = texts[0]
    assert digest_of([(term, text + "0"), *texts[1:]]) != digest_of(texts)


def test_two_free_terms_can_be_bound() -> None:
    require_bindable([FREE, FREE])


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda term: replace(term, state=TermState.OPEN), "没有正在协商的方案"),
        (lambda term: replace(term, state=TermState.AGREED), "没有正在协商的方案"),
        (lambda term: replace(term, is_bound=True), "已经在另一个包里"),
        (lambda term: replace(term, is_through=False), "还没有通过程序门槛"),
        (lambda term: replace(term, has_word=True), "不能再附加条件"),
    ],
)
def test_what_cannot_be_bound_is_named(spoil: Callable[[Candidate], Candidate], why: str) -> None:
    with pytest.raises(Refused, match=why):
        require_bindable([FREE, spoil(FREE)])


def test_one_term_is_no_package() -> None:
    for chosen in ([], [FREE]):
        with pytest.raises(Refused, match="至少要选两个"):
            require_bindable(chosen)
