"""The papers as LibreOffice lays them out: what a reader sees on the pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from tests.agreements.papers.examples import SCENARIOS
from tests.agreements.papers.tools import run

pytestmark = pytest.mark.on_one_database

Pages = Callable[[str], list[str]]
DPI = 100
MM_PER_INCH = 25.4


@pytest.mark.parametrize("name", SCENARIOS)
def test_every_figure_of_every_clause_stands_on_the_pages(name: str, pages: Pages) -> None:
    printed = "".join(pages(name))
    for clause in SCENARIOS[name]().clauses:
        for figure in re.findall(r"[\d,.]*\d%?", clause.text):
            assert figure in printed


@pytest.mark.parametrize("name", SCENARIOS)
def test_no_figure_or_amount_in_words_is_broken_by_a_narrow_column(name: str, pages: Pages) -> None:
    printed = "".join(pages(name))
    for clause in SCENARIOS[name]().clauses:
        for row in clause.wording.table.rows if clause.wording.table else ():
            for cell in row:
                assert len(cell) > 9 or cell in printed


@pytest.mark.parametrize("name", [*SCENARIOS, "long", "ink"])
def test_every_page_says_which_of_how_many_it_is(name: str, pages: Pages) -> None:
    printed = pages(name)
    for number, page in enumerate(printed, 1):
        assert f"第{number}页共{len(printed)}页" in page


def test_every_page_carries_the_number_and_the_digest_of_the_terms(pages: Pages) -> None:
    text = SCENARIOS["shenrui"]()
    for page in pages("shenrui"):
        assert f"{text.number}条款摘要{text.terms_digest[:16]}" in page


def test_the_head_of_a_long_table_is_repeated_on_every_page_it_reaches(pages: Pages) -> None:
    reached = [page for page in pages("long") if re.search("(下料|粗车|去毛刺)[0-9]", page)]
    assert len(reached) > 2
    for page in reached:
        assert "标准工时（分钟）" in page


@pytest.mark.parametrize("name", ["shenrui", "many"])
def test_what_leads_in_to_the_signatures_stands_over_the_first_of_them(
    name: str, pages: Pages
) -> None:
    (leads,) = [page for page in pages(name) if "签署如下" in page]
    assert "姓名：陈桂芳" in leads


def test_the_last_of_many_signatures_is_not_alone_on_its_page(pages: Pages) -> None:
    *_, last = [page for page in pages("many") if "姓名：" in page]
    assert last.count("姓名：") > 1


@pytest.mark.parametrize("name", [f"down{n}" for n in range(1, 6)])
def test_a_short_table_is_not_divided_wherever_it_falls(name: str, pages: Pages) -> None:
    (with_first,) = [page for page in pages(name) if "人民币叁万元整" in page]
    assert "金额如下" in with_first
    assert "奖金（元）" in with_first
    assert "人民币伍佰元整" in with_first


@pytest.mark.parametrize("name", [*SCENARIOS, "ink"])
def test_both_chiefs_and_the_recorder_sign_on_one_page(name: str, pages: Pages) -> None:
    (signing,) = [page for page in pages(name) if "签署如下" in page]
    for role in ("职工方首席代表", "企业方首席代表", "记录员"):
        assert role in signing
    assert signing.count("（公章）") == 2


def test_every_font_is_embedded_and_the_chinese_comes_from_a_chinese_font(pdfs: Path) -> None:
    listed = run("pdffonts", pdfs / "shenrui.pdf")
    fonts = [line.split() for line in listed.splitlines()[2:]]
    assert all(font[-5:-4] == ["yes"] for font in fonts)
    assert re.search("CJK|Fandol|Song|Hei|Kai|Fang|Ming", " ".join(font[0] for font in fonts))


def test_no_page_clips_a_signature(pdfs: Path, pages: Pages) -> None:
    signing = 1 + next(n for n, page in enumerate(pages("red")) if "签署如下" in page)
    page_only = ("-f", f"{signing}", "-singlefile")
    run("pdftoppm", "-r", f"{DPI}", *page_only, "-png", pdfs / "red.pdf", pdfs / "red")
    with Image.open(pdfs / "red.png") as page:
        red, green, _ = page.convert("RGB").split()
    ink = sum(r > 200 and g < 60 for r, g in zip(red.tobytes(), green.tobytes(), strict=True))
    whole = 3 * (50 * 20) * (DPI / MM_PER_INCH) ** 2
    assert ink == pytest.approx(whole, rel=0.03)
