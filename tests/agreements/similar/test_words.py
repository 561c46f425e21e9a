"""What of a clause is compared, and how surely what is alike is found."""

import random

import pytest

from agreements.similar.bands import AGREEMENTS, CLAUSES, Bands
from agreements.similar.words import jaccard, masked, pairs_of
from negotiate.law import terms

LUNCH = "每餐两荤两素，米饭管够，汤免费，每周五由职工代表到后厨检查一次，记录贴在食堂门口。"


def of_text(text: str, *names: str) -> frozenset[str]:
    return pairs_of("text", "每餐标准", text, {"body": text}, names)


def test_names_and_numbers_are_taken_out() -> None:
    text = "神瑞胶业每餐补贴12.50元，由王桂芳监督，三百人用餐"
    found = masked(text, ["王桂芳", "神瑞胶业", ""]).split()
    assert found == ["每餐补贴", "元", "由", "监督", "人用餐"]


def test_a_copy_with_other_names_and_numbers_is_the_same() -> None:
    one = of_text("神瑞胶业的食堂每餐补贴12元，由王桂芳监督。", "神瑞胶业", "王桂芳")
    other = of_text("方舟环保的食堂每餐补贴9.5元，由李建国监督。", "方舟环保", "李建国")
    assert jaccard(one, other) == 1


def test_only_what_people_wrote_is_compared_and_not_how_a_kind_words_itself() -> None:
    def floors(*posts: str) -> frozenset[str]:
        rows = [{"post": post, "amount": "3000"} for post in posts]
        value = terms.parse("post_floor_table", {"year": "2026年度", "rows": rows})
        text = terms.word("post_floor_table", "最低工资", value).text
        return pairs_of("post_floor_table", "", text, value, ())

    assert jaccard(floors("焊接工人"), floors("叉车司机")) < 0.2  # 年度 is all they share
    assert jaccard(floors("焊接工人"), floors("焊接工人")) == 1


def test_a_clause_without_a_value_is_compared_by_its_text() -> None:
    assert jaccard(pairs_of("text", "", LUNCH, None, ()), of_text(LUNCH)) > 0.8


def test_nothing_is_like_nothing() -> None:
    assert jaccard(frozenset(), frozenset()) == 0
    assert CLAUSES.of(frozenset()) == []


def share_found(bands: Bands, likeness: float) -> float:
    """Of many pairs of sets that are alike by so much, how many share a band."""
    drawn, size, trials = random.Random(7), 120, 200  # noqa: S311
    common = round(2 * size * likeness / (1 + likeness))
    found = 0
    for _ in range(trials):
        every = [chr(0x4E00 + n) for n in drawn.sample(range(20_000), 2 * size - common)]
        one, other = set(every[:size]), set(every[size - common :])
        found += bool(set(bands.of(one)) & set(bands.of(other)))
    return found / trials


@pytest.mark.parametrize(
    ("bands", "likeness", "least", "most"),
    [
        (CLAUSES, 0.1, 0, 0.06), (CLAUSES, 0.3, 0.15, 0.45), (CLAUSES, 0.5, 0.7, 0.9),
        (CLAUSES, 0.8, 0.99, 1), (AGREEMENTS, 0.3, 0, 0.1), (AGREEMENTS, 0.8, 0.94, 1),
        (AGREEMENTS, 0.9, 0.99, 1),
    ],
)  # fmt: skip
def test_bands_find_what_is_alike_as_often_as_they_say(
    bands: Bands, likeness: float, least: float, most: float
) -> None:
    assert least <= share_found(bands, likeness) <= most


def test_bands_are_the_same_for_ever() -> None:
    """They are kept: another release has to find what this one wrote."""
    assert CLAUSES.of({"食堂", "工资"})[:3] == [-2029344986, -1929749841, -1923692057]
    assert AGREEMENTS.of({"食堂", "工资"})[:3] == [-2084725196, -1792837204, -1007219634]
