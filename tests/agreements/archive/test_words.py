"""Words are found wherever they stand: any character, any two, and letters and figures whole."""

import random
import re
from collections.abc import Iterable
from itertools import product

import pytest

from agreements.archive import asked
from agreements.archive.reader import Reader
from agreements.archive.rebuilding import reindex
from agreements.archive.search import Wish, search
from negotiate.people.models import Enterprise
from tests.agreements.archive import library
from tests.agreements.archive.comparing import compare, split
from tests.agreements.archive.reference import Kept
from tests.agreements.archive.shelf import enterprise, signed

pytestmark = pytest.mark.django_db
LETTERS = "职工奖金带徒餐费㐀𠀀"


@pytest.fixture
def shelf() -> list[Kept]:
    return library.shelf(random.Random(20260302), 240)  # noqa: S311


def keys(firm: Enterprise, query: str) -> list[int]:
    reader = Reader(frozenset([firm.pk]))
    return list(search(reader, Wish(asked.read(query))).keys)


def compare_all(shelf: list[Kept], queries: Iterable[str]) -> None:
    reach = {kept.enterprise for kept in shelf}
    assert sum(compare(shelf, reach, query, split(query)) for query in queries)


def test_one_character_finds_exactly_what_holds_it(shelf: list[Kept]) -> None:
    compare_all(shelf, [*LETTERS, "无"])


def test_two_characters_find_exactly_what_holds_them(shelf: list[Kept]) -> None:
    compare_all(shelf, ("".join(pair) for pair in product(LETTERS, repeat=2)))


def test_many_characters_find_exactly_what_holds_them(shelf: list[Kept]) -> None:
    source = random.Random(3)  # noqa: S311
    drawn = ["".join(source.choices(LETTERS, k=source.randint(3, 4))) for _ in range(80)]
    texts = [re.sub(r"\s", "", kept.texts[2]) for kept in shelf[:60]]
    compare_all(shelf, drawn + [text[: source.randint(3, 9)] for text in texts])


def test_letters_and_figures_are_found_as_a_whole(shelf: list[Kept]) -> None:
    whole = ["a4", "Ａ４", "b", "iso", "500", "1500", "15", "500，", "奖500", "iso工"]
    compare_all(shelf, whole)


def test_traditional_characters_find_simplified_ones_and_the_other_way_round(
    shelf: list[Kept],
) -> None:
    compare_all(shelf, ["獎", "奖", "帶費", "带费", "師", "獎金"])


def test_several_words_must_all_stand_in_the_paper(shelf: list[Kept]) -> None:
    source = random.Random(5)  # noqa: S311
    words = [*LETTERS, "奖金", "带徒", "餐费职", "500", "a4"]
    compare_all(shelf, (" ".join(source.sample(words, k=3)) for _ in range(60)))


def test_a_phrase_is_found_with_its_blanks(firm: Enterprise) -> None:
    card = signed(firm, "技能 津贴每月一百元")
    signed(firm, "津贴，技能")
    assert keys(firm, "“技能  津贴”") == [card.key]


def test_what_is_excluded_is_not_found(firm: Enterprise) -> None:
    card = signed(firm, "师带徒报酬")
    signed(firm, "师带徒报酬，送餐上门")
    for query in ("师带徒 -送餐", "师带徒 -送餐上门", "-送餐上门", "师带徒 -“送餐上门”"):
        assert keys(firm, query) == [card.key], query


def test_names_are_found_by_pinyin_whole_or_by_initials(firm: Enterprise) -> None:
    card = signed(firm, "奖金", signers=("王桂芳",))
    signed(enterprise("方舟环保"), "奖金", signers=("李建国",))
    for query in ("shenrui", "srjy", "SRJY", "rj", "wgf", "guifang", "ｗｇｆ"):
        assert keys(firm, query) == [card.key], query
    for query in ("s", "shenr", "sj", "ljg"):
        assert keys(firm, query) == [], query


def test_a_paper_is_found_by_its_number(firm: Enterprise) -> None:
    card, _ = signed(firm, "奖金"), signed(firm, "奖金")
    assert keys(firm, card.number) == [card.key]


def test_a_paper_is_found_by_its_matter_its_enterprise_and_its_signers(firm: Enterprise) -> None:
    card = signed(firm, "每餐十五元", kind="catering", signers=("王桂芳",))
    signed(firm, "奖金", signers=())
    for query in ("食堂用餐", "桂芳"):
        assert keys(firm, query) == [card.key], query
    assert len(keys(firm, "神瑞胶业")) == 2


def test_no_word_reaches_from_one_clause_into_the_next(firm: Enterprise) -> None:
    signed(firm, "技术奖", "金额")
    assert keys(firm, "奖金") == []


def test_signs_of_query_languages_mean_nothing(shelf: list[Kept]) -> None:
    signs = ['"', "'", "*", "^", ":", "(", ")", "-", "{", "\\", "%", "_", ";", "--"]
    reader = Reader(frozenset(kept.enterprise for kept in shelf))
    everything = search(reader, Wish(asked.read("奖"))).total
    for sign in signs:
        assert search(reader, Wish(asked.read(f"奖 {sign}"))).total == everything, sign
        assert search(reader, Wish(asked.read(f"{sign} 奖"))).total == everything, sign
    assert search(reader, Wish(asked.read("' OR 1=1 --"))).total == 0


@pytest.mark.parametrize("words", ["AND OR NOT", "NEAR", "codes : 奖", "rowid"])
def test_words_of_query_languages_are_words(words: str, firm: Enterprise) -> None:
    signed(firm, "奖金")
    card = signed(firm, f"{words}。奖金")
    assert keys(firm, words) == [card.key]


def test_after_reindexing_the_same_is_found_in_the_same_order(shelf: list[Kept]) -> None:
    reindex()
    compare_all(shelf, ["", "奖", "带徒", "奖金带"])
