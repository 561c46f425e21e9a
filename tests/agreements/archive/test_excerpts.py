"""What is shown of a text: the surroundings of the words, and never anything but the text."""

from hypothesis import given
from hypothesis import strategies as st

from agreements.archive import asked, grams
from agreements.archive.excerpts import LENGTH, Part, excerpt, marked
from agreements.archive.wording import worded
from negotiate.law.terms import Table, Wording

texts = st.text(st.sampled_from("奖金带aＡ05，\n\t<"), max_size=200)
queries = st.text(st.sampled_from("奖金带aＡ05 <"), max_size=12)


def test_words_are_marked_where_they_stand() -> None:
    assert marked("奖金500元，奖金", ("奖金", "500")) == [
        Part("奖金500", hit=True),
        Part("元，"),
        Part("奖金", hit=True),
    ]


def test_a_part_of_a_figure_is_not_marked_even_where_the_text_is_cut() -> None:
    text = "元" * 60 + "奖金" + "元" * (LENGTH - 25) + "15000"
    assert [part.text for part in excerpt(text, ("奖金", "15", "000", "1")) if part.hit] == ["奖金"]


@given(texts, queries)
def test_parts_are_the_text_again(text: str, query: str) -> None:
    assert "".join(part.text for part in marked(text, asked.read(query).words)) == text


@given(texts, queries)
def test_an_excerpt_is_short_and_shows_a_word_that_stands_in_the_text(
    text: str, query: str
) -> None:
    words = asked.read(query).words
    parts = excerpt(text, words)
    shown = "".join(part.text for part in parts)
    assert len(shown) <= LENGTH + 2
    assert shown.strip("…") in text.replace("\n", " ").replace("\t", " ")
    found = any(grams.place_of(word).search(grams.normalise(text)) for word in words)
    assert any(part.hit for part in parts) == found


def test_a_stored_clause_becomes_paragraphs_and_a_table_again() -> None:
    table = Table(("档次", "金额"), (("一等奖", "30000.00"), ("二等奖", "")))
    for wording in (
        Wording(("设立技术创新奖。", "按季发放。"), table),
        Wording((), table),
        Wording(("每餐不超过15元。",)),
    ):
        assert worded(wording.text) == wording
