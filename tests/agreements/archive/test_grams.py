"""The tokeniser: nothing is lost, nothing moves, and every kind of gram has its own number."""

import re
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from agreements.archive import grams
from agreements.archive.codes import BASIC, EXTENSION, code, codes, is_exact

texts = st.text(
    st.sampled_from("奖金带徒〇㐀𠀀aAＡİß09０９.,，　\n\t-") | st.characters(codec="utf-8"),
    max_size=40,
)
chinese = st.characters(min_codepoint=BASIC, max_codepoint=BASIC + 20991) | st.characters(
    min_codepoint=EXTENSION, max_codepoint=EXTENSION + 6591
)


def test_a_chinese_run_gives_every_character_and_every_pair() -> None:
    assert grams.of_text("师带徒，师") == {"师", "带", "徒", "师带", "带徒"}


def test_letters_and_figures_are_whole() -> None:
    assert grams.of_text("A4纸15000.00元") == {"a4", "纸", "15000", "00", "元"}


def test_full_width_and_capital_letters_are_the_same_as_plain_ones() -> None:
    assert grams.of_text("ＩＳＯ９００１") == grams.of_text("iso9001") == {"iso9001"}


@given(texts)
def test_no_character_moves_when_a_text_is_normalised(text: str) -> None:
    normal = grams.normalise(text)
    assert len(normal) == len(text)
    assert grams.normalise(normal) == normal


@given(texts, texts, texts)
def test_a_text_has_all_grams_of_a_word_that_stands_in_it(
    before: str, word: str, after: str
) -> None:
    text = before + word + after
    if grams.place_of(grams.normalise(word)).search(grams.normalise(text)):
        assert grams.of_word(grams.normalise(word)) <= grams.of_text(text)


def test_a_figure_is_not_found_in_the_midst_of_another() -> None:
    assert grams.place_of("500").search("奖500元")
    for text in ("奖1500元", "奖5000元", "a500"):
        assert not grams.place_of("500").search(text)


@given(st.sets(st.tuples(st.sampled_from(["", grams.TITLE]), chinese, chinese | st.just(""))))
def test_no_two_chinese_grams_share_a_number(given: set[tuple[str, str, str]]) -> None:
    made = {"".join(parts) for parts in given}
    assert len(codes(made)) == len(made)


def test_the_outermost_characters_have_numbers_of_their_own() -> None:
    corners = [chr(p) for p in (BASIC, BASIC + 20991, EXTENSION, EXTENSION + 6591)]
    pairs = ["".join(pair) for pair in product(corners, repeat=2)]
    made = {title + gram for title in ("", grams.TITLE) for gram in [*corners, *pairs]}
    assert all(is_exact(gram.removeprefix(grams.TITLE)) for gram in made)
    assert len(codes(made)) == len(made)
    assert all(0 <= code(gram) < 2**31 for gram in made)


@given(st.text(st.sampled_from("abxyz"), min_size=1), texts)
def test_a_sound_is_never_taken_for_a_chinese_text(sound: str, text: str) -> None:
    number = code(f"{grams.SOUND}{sound}")
    assert -(2**31) <= number < 0
    assert number not in codes(filter(is_exact, grams.of_text(text)))


@given(st.text(min_size=1))
def test_every_number_fits_in_32_bits(text: str) -> None:
    found = grams.of_text(text) | grams.of_text(text, grams.TITLE)
    assert all(-(2**31) <= number < 2**31 for number in codes(found))


def test_what_separates_words_is_in_no_gram() -> None:
    joined = "".join(grams.of_text("职工　方\n同意\t送餐 A_b-c"))
    assert not re.search(r"[\s_-]", joined)
