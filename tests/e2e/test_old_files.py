"""A county's officer brings old files in: the list, then more files than one request takes; each is
settled without another press, and the clauses of one are confirmed; on a phone and at a desk."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.agreements.old import made
from tests.e2e.browser import Pages, barriers
from tests.e2e.stages import county_way_in
from tests.server import Server

FILES = 23


def found_firm() -> None:
    made.firm()


@pytest.fixture(params=["phone", "desktop"])
def officer(request: pytest.FixtureRequest, server: Server, pages: Pages) -> Page:
    way_in = server.call(county_way_in)
    server.call(found_firm)
    server.start()
    page = pages.phone() if request.param == "phone" else pages.desktop()
    page.goto(server.origin + way_in)
    return page


def written(folder: Path) -> tuple[Path, list[Path]]:
    """The list, and files: one that cannot be read, one that is a scan, one that no line names."""
    names = [f"{number}.docx" for number in range(FILES - 3)]
    rows = [made.row(name, 标题=f"协议{name}") for name in (*names, "坏.docx", "扫描.png")]
    (folder / "名单.xlsx").write_bytes(made.listed(*rows, made.row("没有.pdf", 企业名称="没有")))
    for name in names:
        (folder / name).write_bytes(made.docx(*made.WAGES, name))
    (folder / "坏.docx").write_bytes(b"PK\x03\x04 cut off")
    (folder / "扫描.png").write_bytes(made.picture())
    (folder / "多余.docx").write_bytes(made.docx("多余"))
    files = [folder / name for name in (*names, "坏.docx", "扫描.png", "多余.docx")]
    return folder / "名单.xlsx", files


def test_old_files_are_brought_in_and_their_clauses_confirmed(
    officer: Page, tmp_path: Path
) -> None:
    list_, files = written(tmp_path)
    officer.get_by_role("link", name="协商成果", exact=True).click()
    officer.get_by_role("link", name="导入旧文件").click()
    looks(officer, "下载名单样表")
    officer.get_by_label("名单（").set_input_files(list_)
    officer.get_by_role("button", name="上传", exact=True).click()
    looks(officer, "没有叫“没有”的企业")
    officer.get_by_label("名单里写的文件").set_input_files(files)
    officer.get_by_role("button", name="上传文件").click()
    expect(officer.get_by_role("heading", name="已完成")).to_be_visible(timeout=60_000)
    looks(officer, f"{FILES} / {FILES} 份有了结果")
    looks(officer, "没有收下：多余.docx")
    looks(officer, "其中 1 份是扫描件")
    officer.get_by_role("link", name="协议0.docx").click()
    looks(officer, "分多了，勾“并到上一条”")
    officer.get_by_label("并到上一条").first.check()
    officer.get_by_role("button", name="确认这些条款").click()
    looks(officer, "条款已确认")
    looks(officer, "旧文件（系统外签署）")
    with officer.expect_download():
        officer.get_by_role("link", name="下载原文件").click()


def looks(page: Page, said: str) -> None:
    """It says so, and keeps nobody out."""
    expect(page.get_by_text(said).first).to_be_visible()
    assert barriers(page) == []
