"""Names are heard whole or by initials, from any character on."""

import pytest

from agreements.archive.pinyin import LONGEST, can_be, sounds


@pytest.mark.parametrize(
    "sound", ["shenrui", "shenruijiaoye", "ruijiao", "jiaoye", "ye", "sr", "srjy", "rj", "jy"]
)
def test_a_name_is_heard_from_any_character_on(sound: str) -> None:
    assert sound in sounds("神瑞胶业")


@pytest.mark.parametrize("sound", ["", "s", "shenr", "sj", "srj2", "ruishen", "srjys"])
def test_what_a_name_does_not_sound_like_is_not_heard(sound: str) -> None:
    assert sound not in sounds("神瑞胶业")


def test_no_sound_reaches_from_one_name_into_the_next() -> None:
    heard = sounds("王桂芳\n李建国")
    assert {"wgf", "ljg", "wangguifang", "lijianguo"} <= heard
    assert not {"fl", "wgfljg", "fangli"} & heard


def test_letters_and_figures_in_a_name_are_passed_over() -> None:
    assert "srjy" in sounds("神瑞ＡＢＣ１２胶业（集团）")
    assert sounds("ABC 123") == frozenset()


def test_traditional_characters_sound_like_simplified_ones() -> None:
    assert sounds("神瑞膠業") == sounds("神瑞胶业")


def test_a_long_name_is_heard_in_parts() -> None:
    name = "神瑞胶业" * 5
    assert "srjy" * 3 in sounds(name)
    assert max(len(sound) for sound in sounds(name) if set(sound) <= set("srjy")) == LONGEST


def test_nobody_is_heard_without_a_name() -> None:
    assert sounds("") == sounds("\n\n") == frozenset()


@pytest.mark.parametrize(
    ("word", "may"),
    [("sr", True), ("wangguifang", True), ("s", False), ("", False), ("a4", False),
     ("奖金", False), ("é" * 2, False), ("s r", False), ("s-r", False)],
)  # fmt: skip
def test_a_word_of_letters_may_be_a_sound(word: str, may: bool) -> None:
    assert can_be(word) is may
