"""Texts taken apart by their own numbering."""

import pytest

from agreements.old.splitting import Proposed, proposed
from agreements.old.unwrapping import unwrapped
from tests.agreements.old.made import WAGES


def test_articles_with_headings_and_without() -> None:
    assert proposed("\n".join(WAGES)) == [
        Proposed("开头", "工资专项集体合同\n甲方：射河纺织　乙方：射河纺织工会"),
        Proposed("第一条　工资标准", "挡车工每月不低于3500元。"),
        Proposed("第二条　发放时间", "每月15日发放上月工资，遇节假日提前。"),
        Proposed("第三条", "本合同有效期两年。"),
    ]


@pytest.mark.parametrize(
    "marks",
    [
        ("一、", "二、", "十一、"),
        ("（一）", "（二）", "（三）"),
        ("1.", "2.", "3."),
        ("1、", "2、", "3、"),
        ("第1条 ", "第2条 ", "第 3 条 "),
    ],
)
def test_other_numbering(marks: tuple[str, ...]) -> None:
    first, second, third = marks
    found = proposed(f"{first}工资涨五百元，当月起。\n{second}供餐。\n{third}其他事情。")
    assert len(found) == (2 if third == "十一、" else 3)
    assert found[0].text == "工资涨五百元，当月起。"


def test_a_line_that_only_speaks_of_an_article_begins_none() -> None:
    found = proposed("第一条 甲\n按\n第九条规定办理\n第二条 乙\n第一条所称职工\n第三条 丙")
    assert [one.heading for one in found] == ["第一条 甲", "第二条 乙", "第三条"]


def test_a_chapter_goes_to_the_article_after_it() -> None:
    found = proposed("第一章 总则\n第一条 甲。\n第二章 工资\n第二条 乙。")
    assert [one.heading for one in found] == ["第一章 总则 第一条", "第二章 工资 第二条"]


def test_a_text_without_numbers_is_one() -> None:
    assert proposed("甲\n乙") == [Proposed("", "甲\n乙")]
    assert proposed(" \n") == []


@pytest.mark.parametrize("lines", [WAGES, ("第一章 " + "长" * 30, "第一条 甲", "x", "第二条 乙。")])
def test_no_line_is_lost(lines: tuple[str, ...]) -> None:
    together = "".join(one.heading + one.text for one in proposed("\n".join(lines)))
    for line in lines:
        for word in line.replace("　", " ").split(" "):
            assert word in together


def test_lines_that_were_too_long_for_the_page_are_joined() -> None:
    full = "企业应当每月十五日之前足额发放职工工"
    page = f"合同\n{full}\n资，不得拖欠。\n第二条 休假\n{full}。\n—1—"
    assert unwrapped([page]) == f"合同\n{full}资，不得拖欠。\n第二条 休假\n{full}。"
