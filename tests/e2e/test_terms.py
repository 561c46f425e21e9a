"""The form of a term in real browsers: every kind on a small phone, what was agreed before beside
what is typed, and a template that the next meeting begins with."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from negotiate.law.terms import KINDS
from negotiate.people.entry import entry_path
from negotiate.people.links import link_path
from negotiate.people.models import Seat
from negotiate.rooms.actions import ledger
from negotiate.rooms.models import Term
from tests.e2e.browser import PHONE, Pages, barriers
from tests.e2e.measure import obstacles
from tests.negotiate.rooms.test_past import Shop
from tests.server import Server


def shop() -> dict[str, Any]:
    """Two signed orders and a third one in session, with a term of every kind."""
    for order, price in (("甲单", "2.00"), ("乙单", "2.20")):
        earlier = Shop()
        earlier.settle(order, ("粗车", price))
        earlier.finish()
    now = Shop()
    for kind in KINDS.values():
        ledger.add_term(now.chair, item_id=now.term.item_id, title=kind.label, kind=kind.code)
    chief = Seat.objects.get(room=now.room, capacity="chief", side="worker")
    added = Term.objects.filter(item=now.term.item_id, position__gt=2)
    assert now.chair.account
    return {
        "link": link_path(chief),
        "enter": entry_path(now.chair.account),
        "room": now.room.pk,
        "prices": f"/s/{chief.pk}/terms/{now.term.pk}/propose/",
        "forms": [
            f"/s/{chief.pk}/terms/{pk}/propose/" for pk in added.values_list("pk", flat=True)
        ],
    }


@pytest.fixture
def made(server: Server) -> dict[str, Any]:
    ways: dict[str, Any] = server.call(shop)
    server.start()
    return ways


def enter(page: Page, origin: str, link: str) -> Page:
    page.goto(origin + link)
    page.get_by_role("button").last.click()
    page.wait_for_url("**/s/**")
    return page


def test_every_kind_can_be_filled_in_on_a_small_phone(
    server: Server, pages: Pages, made: dict[str, Any]
) -> None:
    phone = enter(pages.phone(), server.origin, made["link"])
    assert len(made["forms"]) == len(KINDS)
    for form in made["forms"]:
        phone.goto(server.origin + form)
        assert obstacles(phone, wide=PHONE["width"]) == [], form
        assert barriers(phone) == [], form


def test_the_price_of_before_stands_beside_what_is_typed(
    server: Server, pages: Pages, made: dict[str, Any]
) -> None:
    phone = enter(pages.phone(), server.origin, made["link"])
    phone.goto(server.origin + made["prices"])
    row = phone.locator(".row").first
    row.get_by_label("工序").fill("粗 车")
    row.get_by_label("计量单位").fill("件")
    expect(row.locator(".past")).to_contain_text("乙单")
    row.get_by_label("单价").fill("2.09")
    expect(row.locator(".past-step")).to_have_text("-5.0%")
    row.get_by_label("工序").fill("磨")
    expect(row.locator(".past")).to_have_count(0)
    phone.get_by_role("link", name="照上一次的表填").click()
    expect(row.get_by_label("单价")).to_have_value("2.20")
    expect(row.locator(".past-line")).to_be_visible()
    assert obstacles(phone, wide=PHONE["width"]) == []


def test_a_meetings_terms_become_a_template_in_one_press(
    server: Server, pages: Pages, made: dict[str, Any]
) -> None:
    desk = pages.phone()
    desk.goto(server.origin + made["enter"])
    desk.goto(f"{server.origin}/templates/")
    assert (obstacles(desk, wide=PHONE["width"]), barriers(desk)) == ([], [])
    desk.get_by_role("button", name="做成模板").first.click()
    expect(desk.get_by_text("模板做好了")).to_be_visible()
    assert (obstacles(desk, wide=PHONE["width"]), barriers(desk)) == ([], [])
    desk.get_by_role("link", name="修改预填的内容").first.click()
    desk.get_by_role("button", name="保存").last.click()
    expect(desk.get_by_text("已保存。")).to_be_visible()
