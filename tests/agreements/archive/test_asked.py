"""A query taken apart: words, phrases, and what must not be there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreements.archive.asked import Asked, read


@pytest.mark.parametrize(
    ("query", "words", "without"),
    [
        ("", (), ()),
        ("师带徒", ("师带徒",), ()),
        (" 送餐　 Ａ４ 送餐 * “ \t%", ("送餐", "a4"), ()),
        ("師帶徒 獎金", ("师带徒", "奖金"), ()),
        ("奖金 -送餐", ("奖金",), ("送餐",)),
        ("－送餐", (), ("送餐",)),
        ("-送餐 -送餐", (), ("送餐",)),
        ("送餐 -送餐", ("送餐",), ("送餐",)),
        ("A-4", ("a-4",), ()),
        ("奖金-送餐", ("奖金-送餐",), ()),
        ('"技能  津贴"', ("技能 津贴",), ()),
        ("“技能 津贴” 焊工", ("技能 津贴", "焊工"), ()),
        ("「技能 津贴」", ("技能 津贴",), ()),
        ("＂技能 津贴＂", ("技能 津贴",), ()),
        ('-"技能 津贴"', (), ("技能 津贴",)),
        ('"技能 津贴', ("技能 津贴",), ()),
        ('焊工"技能"', ("焊工", "技能"), ()),
        ('"*()^:-', (), ()),
        ("- -- --- ——", (), ()),
        ('"" "" -""', (), ()),
        ("500，", ("500,",), ()),
    ],
)
def test_a_query_is_its_words_each_once_without_what_cannot_be_looked_for(
    query: str, words: tuple[str, ...], without: tuple[str, ...]
) -> None:
    assert read(query) == Asked(words, without)


RARE = 0x20000  # from here on characters may be younger than Python's own list of them


@given(st.text(st.sampled_from('奖a1-"“”「」 　\n％*') | st.characters(), max_size=40))
def test_anything_can_be_typed(query: str) -> None:
    asked = read(query)
    for word in (*asked.words, *asked.without):
        assert any(one.isalnum() or ord(one) >= RARE for one in word)
        assert word == " ".join(word.split())
    assert bool(asked) == bool(asked.words or asked.without)
