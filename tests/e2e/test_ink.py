"""Ink on a phone: the scan on top, the text below, an answer at a time; without scripts as well."""

import pytest
from playwright.sync_api import expect

from tests.e2e.browser import PHONE, Pages, barriers
from tests.e2e.hall import Hall
from tests.e2e.ink import agree, bring, differs, photograph, progress
from tests.e2e.measure import obstacles
from tests.e2e.signing import summed_up
from tests.server import Server

CHIEF = "周志远"


@pytest.fixture
def hall(server: Server, pages: Pages) -> Hall:
    """Two photographs are there, brought by the chair on a phone."""
    hall = Hall(server, pages, "award", made=summed_up)
    chair = hall.chair
    chair.page.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
    chair.sign_in(hall.ways["chair"])
    chair.follow("上传签字扫描件")
    bring(chair, photograph(1), photograph(2, laid=True))
    assert (barriers(chair.page), obstacles(chair.page, wide=PHONE["width"])) == ([], [])
    chair.follow("页都齐了，去逐处比对")
    return hall


def test_the_scan_stays_in_view_and_the_answers_over_a_reload(hall: Hall) -> None:
    page = hall.chair.page
    agree(hall.chair, 4)
    scan, point = page.locator(".compare-pages"), page.locator("#section-4")
    for place in (scan, point):
        expect(place).to_be_in_viewport()
    top, below = scan.bounding_box(), point.bounding_box()
    assert top is not None
    assert below is not None
    assert below["y"] >= top["y"] + top["height"]
    page.get_by_text("放大", exact=True).click()
    assert scan.evaluate("item => item.scrollWidth > 2 * item.clientWidth")
    assert (barriers(page), obstacles(page, wide=PHONE["width"])) == ([], [])
    page.reload()
    assert progress(page)[0] == 4


def test_a_page_that_was_changed_under_an_answer_is_looked_at_again(hall: Hall) -> None:
    other = hall.chair.page.context.new_page()
    other.goto(hall.chair.page.url.replace("compare/", ""))
    other.locator(".scan-files > li").first.get_by_role("button", name="拿掉").click()
    expect(other.get_by_text("已改好。")).to_be_visible()
    hall.chair.page.get_by_role("button", name="相符", exact=True).first.click()
    hall.chair.sees("扫描件刚换过页，请看清现在的扫描件再回答。")
    assert progress(hall.chair.page)[0] == 0


def test_without_scripts_every_answer_is_a_page(server: Server, pages: Pages) -> None:
    hall = Hall(server, pages, "award", made=summed_up, without_script=CHIEF)
    hall.chair.sign_in(hall.ways["chair"])
    hall.chair.follow("上传签字扫描件")
    bring(hall.chair, photograph(1))
    phone = hall.phone(CHIEF)
    phone.enter(hall.links[CHIEF])
    phone.follow("去看比对")
    agree(phone, 2)
    expect(phone.page.locator("#section-2")).to_be_in_viewport()
    differs(phone, "clause-1", "三等奖写成了2000元")
    hall.chair.follow("页都齐了，去逐处比对")
    agree(hall.chair, 5)
    hall.chair.sees("有 1 处不相符，不能用这份扫描件完成", "三等奖写成了2000元")
    expect(hall.chair.button("完成签署")).to_have_count(0)
