"""A county's officer makes the county's own layout: begins from ours, is refused, is let through,
looks at the sample, uses it, and goes back; on a phone and at a desk."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Page, expect

from tests.agreements.layouts.made import with_run
from tests.e2e.browser import Pages, barriers
from tests.e2e.papers import words
from tests.e2e.stages import county_way_in
from tests.server import Server

MOTTO = "阜宁县总工会监制"


@pytest.fixture(params=["phone", "desktop"])
def officer(request: pytest.FixtureRequest, server: Server, pages: Pages) -> Iterator[Page]:
    way_in = server.call(county_way_in)
    server.start()
    page = pages.phone() if request.param == "phone" else pages.desktop()
    page.goto(server.origin + way_in)
    yield page
    pages.forgive("status of 422")


def test_from_ours_to_ones_own_and_back(officer: Page, tmp_path: Path) -> None:
    officer.get_by_role("link", name="文书版式").click()
    looks(officer, "标准版式")
    officer.get_by_role("link", name="上传自己的版式 会议纪要").click()
    ours = fetched(officer, "下载标准版式", tmp_path)
    bring(officer, hidden(tmp_path))
    looks(officer, "隐藏的文字")
    bring(officer, with_motto(ours))
    looks(officer, "第1版已存好，还没有用上")
    assert MOTTO in words(fetched(officer, "样例：手机签署", tmp_path).read_bytes())
    officer.get_by_role("button", name="用这一版").click()
    looks(officer, "已换好")
    officer.get_by_role("button", name="用标准版式").click()
    looks(officer, "已换好")
    officer.get_by_role("link", name="返回").click()
    looks(officer, "“会议纪要”改用标准版式")
    officer.get_by_role("link", name="标签表 集体合同").click()
    looks(officer, "clauses[].wording.paragraphs")


def looks(page: Page, said: str) -> None:
    """It says so, and keeps nobody out."""
    expect(page.get_by_text(said).first).to_be_visible()
    assert barriers(page) == []


def fetched(page: Page, link: str, folder: Path) -> Path:
    with page.expect_download() as download:
        page.get_by_role("link", name=link).first.click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


def bring(page: Page, file: Path) -> None:
    page.get_by_label("版式文件").set_input_files(file)
    page.get_by_role("button", name="上传", exact=True).click()


def with_motto(ours: Path) -> Path:
    """Ours with a line of the county's above the title, as a word processor would save it."""
    paper = Document(str(ours))
    paper.paragraphs[0].insert_paragraph_before(MOTTO)
    own = ours.with_name("本县版式.docx")
    paper.save(str(own))
    return own


def hidden(folder: Path) -> Path:
    file = folder / "隐藏.docx"
    file.write_bytes(with_run("<w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见的话</w:t></w:r>"))
    return file
