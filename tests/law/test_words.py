"""The vocabulary is stored in identifiers and read in Chinese."""

import pytest

from negotiate.law.words import (
    Action,
    Capacity,
    Choice,
    Effect,
    Side,
    SideRule,
    Stage,
    TermState,
    Word,
)

VOCABULARIES = (Side, Capacity, Stage, TermState, Effect, SideRule, Choice, Action)


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_every_word_has_a_chinese_label(vocabulary: type[Word]) -> None:
    for word in vocabulary:
        assert any("一" <= character <= "鿿" for character in word.label), word


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_every_word_is_found_by_what_is_stored(vocabulary: type[Word]) -> None:
    for word in vocabulary:
        assert vocabulary(str(word)) is word
        assert word.value.isascii()


def test_each_side_faces_the_other() -> None:
    assert Side.WORKER.other is Side.EMPLOYER
    assert Side.EMPLOYER.other is Side.WORKER


def test_better_and_worse_are_opposite_and_neutral_is_its_own() -> None:
    assert Effect.BETTER.opposite is Effect.WORSE
    assert Effect.WORSE.opposite is Effect.BETTER
    assert Effect.NEUTRAL.opposite is Effect.NEUTRAL
