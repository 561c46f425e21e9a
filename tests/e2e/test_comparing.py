"""An officer compares what was agreed, on a phone and at a desk."""

from playwright.sync_api import Page, expect

from tests.e2e.looking_up import ask, is_for_everybody


def test_figures_of_many_with_a_chart_and_the_way_back(officer: Page) -> None:
    officer.get_by_text("更多条件").click()
    officer.get_by_label("按什么数额找").select_option(label="岗位最低工资（每月）")
    ask(officer, "焊工")
    officer.get_by_role("link", name="对比这些数额").click()
    expect(officer.get_by_role("heading", name="对比：岗位最低工资（每月）")).to_be_visible()
    expect(officer.get_by_text("恒达纺织").first).to_be_visible()
    is_for_everybody(officer)
    officer.get_by_role("link", name="只看“焊工”的数额").click()
    expect(officer.get_by_text("30 份")).to_be_visible()
    officer.get_by_role("link", name="返回协商成果").click()
    expect(officer.get_by_role("status")).to_contain_text("找到 30 份")


def test_what_was_ticked_stands_side_by_side(officer: Page) -> None:
    ask(officer, "师带徒")
    for number in (0, 1, 2):
        officer.get_by_label("勾选这份").nth(number).check()
    officer.get_by_role("button", name="并排对比勾选的").click()
    expect(officer.get_by_role("heading", name="并排对比")).to_be_visible()
    expect(officer.get_by_role("row", name="出师").first).to_contain_text("1,200")
    is_for_everybody(officer)


def test_similar_clauses_and_from_there_side_by_side(officer: Page) -> None:
    ask(officer, "师带徒")
    officer.locator("h2 a").first.click()
    officer.get_by_role("link", name="类似的条款").first.click()
    expect(officer.get_by_text("% 相同").first).to_be_visible()
    is_for_everybody(officer)
    officer.get_by_label("勾选这条").first.check()
    officer.get_by_role("button", name="并排对比").click()
    expect(officer.get_by_role("row", name="出师").first).to_be_visible()


def test_copied_agreements(officer: Page) -> None:
    officer.get_by_role("link", name="雷同的协商成果").click()
    expect(officer.get_by_role("heading", name="雷同的协商成果")).to_be_visible()
    is_for_everybody(officer)


def test_a_token_for_a_program_is_shown_once(officer: Page) -> None:
    officer.goto(officer.url.split("/archive")[0] + "/tokens/")
    is_for_everybody(officer)
    officer.get_by_label("给谁用").fill("统计系统")
    officer.get_by_role("button", name="发令牌").click()
    expect(officer.get_by_role("status")).to_contain_text("只显示这一次")
    is_for_everybody(officer)
