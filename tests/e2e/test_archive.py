"""An officer finds what others agreed on, on a phone and at a desk; anybody what is published."""

from playwright.sync_api import Page, expect

from tests.e2e.browser import Pages
from tests.e2e.looking_up import ask, is_for_everybody
from tests.e2e.shelves import WANTED, fill
from tests.server import Server

QUESTION = "师带徒 奖励 ≥ 1000 元 机械行业 2026"


def test_an_officer_finds_one_agreement_by_one_sentence(officer: Page) -> None:
    ask(officer, QUESTION)
    expect(officer.get_by_role("status")).to_contain_text("找到 1 份")
    expect(officer.get_by_text("按条件查：")).to_contain_text("≥ 1,000 元 2026 年 机械")
    is_for_everybody(officer)
    officer.get_by_role("link", name=WANTED).click()
    expect(officer.get_by_text("徒弟独立上岗").first).to_be_visible()
    is_for_everybody(officer)


def test_facets_narrow_down_and_can_be_taken_back(officer: Page) -> None:
    expect(officer.get_by_role("status")).to_contain_text("找到 34 份")
    facet(officer, "师带徒 4")
    expect(officer.get_by_role("status")).to_contain_text("找到 4 份")
    facet(officer, "纺织服装鞋帽 1")
    expect(officer.get_by_role("status")).to_contain_text("找到 1 份")
    is_for_everybody(officer)
    facet(officer, "师带徒 已选")
    expect(officer.get_by_role("status")).to_contain_text("找到 16 份")


def test_floors_between_two_figures(officer: Page) -> None:
    officer.get_by_text("更多条件").click()
    officer.get_by_label("按什么数额找").select_option(label="岗位最低工资（每月）")
    officer.get_by_label("岗位、工序或项目").fill("焊工")
    officer.get_by_label("不低于").fill("2100")
    officer.get_by_label("不高于").fill("2150")
    officer.get_by_role("button", name="查找").click()
    expect(officer.get_by_role("status")).to_contain_text("找到 6 份")
    is_for_everybody(officer)


def test_what_is_typed_is_completed(officer: Page) -> None:
    box = officer.get_by_label("找什么")
    box.press_sequentially("srj")
    option = officer.locator("datalist option").first
    expect(option).to_have_attribute("value", "神瑞胶业")


def test_anybody_reads_what_is_published_without_javascript(server: Server, pages: Pages) -> None:
    server.call(fill)
    server.start()
    page = pages.phone(java_script_enabled=False)
    page.goto(f"{server.origin}/")
    page.get_by_role("link", name="查一查").click()
    ask(page, "焊工")
    expect(page.get_by_role("status")).to_contain_text("找到 1 份")
    page.locator("h2 a").first.click()
    expect(page.get_by_text("签署人")).to_be_visible()


def facet(page: Page, named: str) -> None:
    page.get_by_label("筛选", exact=True).get_by_role("link", name=named).first.click()
