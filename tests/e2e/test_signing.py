"""Signing on a phone: the terms, the text to its end, the pad; and refusing to."""

import pytest
from playwright.sync_api import expect

from tests.e2e.browser import PHONE, Pages, barriers
from tests.e2e.hall import WORKER, Hall
from tests.e2e.measure import obstacles
from tests.e2e.phone import PhonePage
from tests.e2e.signing import SECOND, WHY, hand, refused, summed_up, summed_up_for_all
from tests.server import Server

CHIEF, OTHER = "王桂芳", "周志远"


@pytest.fixture
def hall(server: Server, pages: Pages) -> Hall:
    return Hall(server, pages, "award", made=summed_up)


def at_paper(hall: Hall, name: str = CHIEF) -> PhonePage:
    phone = hall.phone(name)
    phone.enter(hall.links[name])
    phone.follow("看全文并签署")
    return phone


def test_the_pad_opens_at_the_end_of_the_text_and_what_was_read_is_kept(hall: Hall) -> None:
    phone = at_paper(hall)
    phone.sees("谈定的条款", "与上一版相比", "对职工更有利")
    expect(phone.page.locator("canvas")).to_be_hidden()
    expect(phone.button("签署")).to_be_hidden()
    phone.page.mouse.wheel(0, 900)
    expect(phone.page.locator("canvas")).to_be_hidden()
    phone.finish_signing(CHIEF, touch=True)
    phone.sees("已签署。")
    given = hall.server.call(hand)
    assert 0 < given["end_after"] <= given["signed_after"]
    assert given["intent"].startswith("我已阅读全文，其中谈定的条款共 1 条")
    assert "Chrom" in given["device"]
    assert (given["identity"], given["remote"], given["strokes"]) == ("link", False, 2)


def test_a_browser_that_observes_nothing_still_notices_the_end(hall: Hall) -> None:
    phone = hall.phone(CHIEF)
    phone.page.add_init_script("delete window.IntersectionObserver")
    at_paper(hall)
    expect(phone.page.locator("canvas")).to_be_hidden()
    phone.read_to_end()
    expect(phone.page.locator("canvas")).to_be_visible()


def test_without_scripts_the_words_and_the_box_are_there(server: Server, pages: Pages) -> None:
    hall = Hall(server, pages, "award", made=summed_up, without_script=CHIEF)
    phone = at_paper(hall)
    expect(phone.page.get_by_label("我已阅读全文，")).to_be_visible()
    expect(phone.button("签署")).to_be_visible()
    expect(phone.button("横过来签")).to_be_hidden()


def test_signed_sideways_the_name_lies_along_the_pad(hall: Hall) -> None:
    phone = at_paper(hall)
    phone.read_to_end()
    phone.draw_sideways()
    phone.button("撤销一笔").click()
    assert barriers(phone.page) == []
    phone.page.go_back()  # the phone's own button: off the pad, not off the page
    expect(phone.button("横过来签")).to_be_visible()
    phone.agree_and_sign()
    phone.sees("已签署。")
    given = hall.server.call(hand)
    assert given["strokes"] == 1
    assert given["wide"] > 2 * given["high"] > 0


def test_a_phone_on_its_side_shows_the_whole_pad(hall: Hall) -> None:
    phone = at_paper(hall)
    phone.page.set_viewport_size({"width": PHONE["height"], "height": PHONE["width"]})
    phone.read_to_end()
    expect(phone.page.locator("canvas")).to_be_visible()
    box = phone.page.locator("canvas").bounding_box()
    assert box is not None
    assert box["height"] < PHONE["width"] - 60
    phone.button("横过来签").click()
    box = phone.page.locator("canvas").bounding_box()
    assert box is not None
    assert box["height"] > PHONE["width"] - 60
    assert box["width"] > box["height"]


def test_a_refusal_is_told_to_everybody_and_signing_after_all_takes_it_back(hall: Hall) -> None:
    phone = at_paper(hall)
    other = hall.phone(WORKER)
    other.enter(hall.links[WORKER])
    other.sees("已归纳小结，等待签署")
    phone.page.get_by_text("不同意，拒绝签署").click()
    phone.write("为什么拒绝签署", WHY)
    phone.press("拒绝签署")
    phone.sees("已拒绝签署，理由已记入会议记录。", "您已拒绝签署")
    other.sees("有人拒绝签署，请等主持人决定", f"理由：{WHY}")
    phone.sign(CHIEF, touch=True, by="看全文")
    other.sees("已归纳小结，等待签署", "已收回")


def test_of_two_who_share_a_page_each_is_told_the_own_part(server: Server, pages: Pages) -> None:
    hall = Hall(server, pages, "award", made=summed_up_for_all)
    first, second = hall.phone(WORKER), hall.phone(SECOND)
    for name, phone in ((WORKER, first), (SECOND, second)):
        phone.enter(hall.links[name])
        phone.sees("看清全文，签署纪要")
        phone.does_not_see("已归纳小结，等待签署")
    first.sign(WORKER, touch=True)
    first.sees("已归纳小结，等待签署")
    first.does_not_see("看清全文，签署纪要")
    second.page.get_by_text("已签署").first.wait_for()
    second.sees("看清全文，签署纪要")
    second.does_not_see("已归纳小结，等待签署")


def test_nothing_keeps_anybody_from_reading_and_signing(hall: Hall) -> None:
    phone = at_paper(hall)
    hall.server.call(refused)
    phone.page.reload()
    phone.read_to_end()
    phone.page.get_by_text("不同意，拒绝签署").click()
    trouble = barriers(phone.page) + obstacles(phone.page, wide=PHONE["width"])
    assert trouble == []
