"""A workforce in the browser: its list is uploaded, slips are handed out, one QR code lets them in,
and they vote."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from agreements.scenarios.opening import book, chair_of
from agreements.scenarios.player import Player
from agreements.scenarios.story import story
from negotiate.law.words import Electorate, Side
from negotiate.people.entry import entry_path
from negotiate.people.hall import hall_path
from negotiate.people.models import Seat
from negotiate.rooms.actions import consent, seating, sitting
from tests.e2e.browser import DESKTOP, PHONE, Pages, barriers
from tests.e2e.devices import ChairPage
from tests.e2e.measure import obstacles
from tests.e2e.phone import PhonePage
from tests.negotiate.people.lists import as_xlsx, workforce
from tests.server import Server

SIZE = 3000


def waiting() -> dict[str, Any]:
    """A room before check-in: the chair's way in, the room, and the code for all staff."""
    told = story("award")
    chair = book(told, chair_of(told))
    assert chair.account
    way = {"enter": entry_path(chair.account), "room": f"/s/{chair.pk}/"}
    return {**way, "hall": hall_path(chair.room_id)}


def open_check_in() -> None:
    sitting.open_check_in(Seat.objects.select_related("room", "person").get(presides=True))


def ask_all_staff() -> int:
    """Begin, put something on the table and ask all staff; how many are asked."""
    chair = Seat.objects.select_related("room", "person").get(presides=True)
    player = Player(story("award"), chair)
    for seat in player.seats.values():
        seating.check_in(seat, remote=False)
    sitting.begin(chair)
    player.perform(player.story.talks[0])
    term = chair.room.agenda.get().terms.get()
    consent.open_poll(chair, term.pk, [Side.WORKER], electorate=Electorate.STAFF)
    return chair.room.polls.get().roll_size


@pytest.fixture
def ways(server: Server) -> dict[str, Any]:
    made: dict[str, Any] = server.call(waiting)
    server.start()
    return made


def upload(chair: ChairPage, list_of_staff: Path) -> None:
    chair.page.get_by_label("职工名单文件（Excel 或 CSV）").set_input_files(list_of_staff)
    chair.press("导入名单")


def trouble(page: Page) -> list[str]:
    """What keeps somebody out. (Axe can't look where JavaScript is off; the page is the same.)"""
    found = barriers(page)
    if page.viewport_size != DESKTOP:
        found += obstacles(page, wide=PHONE["width"])
    return found


def slip_of(chair: ChairPage, name: str) -> str:
    """The code on somebody's slip, found by name."""
    chair.page.goto(chair.page.url.split("staff/")[0] + "staff/")
    chair.write("姓名或工号", name)
    chair.press("查找")
    chair.page.get_by_role("link", name=f"个人码条 {name}").click()
    code = chair.page.locator(".qr-code")
    expect(code).to_be_visible()
    return code.inner_text()


@pytest.mark.parametrize("script", [True, False])
def test_three_thousand_are_let_in_by_one_code_and_asked(
    server: Server, pages: Pages, ways: dict[str, Any], tmp_path: Path, script: bool
) -> None:
    people = [(f"职{n}", *row[1:]) for n, row in enumerate(workforce(SIZE))]
    (tmp_path / "staff.xlsx").write_bytes(as_xlsx(*people))
    chair = ChairPage(pages.desktop(java_script_enabled=script), server.origin)
    chair.open(ways["enter"])
    chair.open(ways["room"] + "staff/")
    upload(chair, tmp_path / "staff.xlsx")
    chair.sees(f"导入完成：新列入 {SIZE} 人。", f"第 1–50 人，共 {SIZE} 人")
    code = slip_of(chair, "职1234")
    server.call(open_check_in)

    phone = PhonePage(pages.phone(java_script_enabled=script), server.origin)
    phone.open(ways["hall"])
    phone.write("工号或姓名", "01235")
    phone.write("个人码", code)
    phone.press("下一步")
    phone.press("我是职1234，进入会场并签到")
    phone.sees("您已签到，等待开会")
    asked = server.call(ask_all_staff)
    assert asked == SIZE + 2
    if not script:
        phone.open(ways["hall"])  # the same phone is known again
    phone.sees("现在请您投票")
    phone.vote("赞成") if script else phone.vote_plainly("赞成")
    chair.open(ways["room"])
    expect(chair.page.get_by_text(f"名册 {SIZE} 人，已到 1 人").first).to_be_visible()


def test_no_page_of_the_roll_keeps_anybody_out(
    server: Server, pages: Pages, ways: dict[str, Any], tmp_path: Path
) -> None:
    (tmp_path / "staff.xlsx").write_bytes(as_xlsx(("赵一", "1"), ("钱二", "2")))
    chair = ChairPage(pages.desktop(), server.origin)
    chair.open(ways["enter"])
    chair.open(ways["room"] + "staff/")
    found = trouble(chair.page)
    upload(chair, tmp_path / "staff.xlsx")
    chair.sees("导入完成：新列入 2 人。")
    desk = pages.phone(storage_state=chair.page.context.storage_state())
    for page in (chair.page, desk):
        for path in ("staff/", "staff/slips/"):
            page.goto(server.origin + ways["room"] + path)
            found += trouble(page)
    code = slip_of(chair, "赵一")
    found += trouble(chair.page)
    phone = PhonePage(pages.phone(), server.origin)
    phone.open(ways["hall"])
    found += trouble(phone.page)
    server.call(open_check_in)
    for typed in ("0000 0000", code):
        phone.open(ways["hall"])
        phone.write("工号或姓名", "1")
        phone.write("个人码", typed)
        phone.press("下一步")
        found += trouble(phone.page)
    phone.press("我是赵一，进入会场并签到")
    phone.sees("您已签到，等待开会")
    found += trouble(phone.page)
    server.call(ask_all_staff)
    phone.sees("现在请您投票")
    found += trouble(phone.page)
    assert not found, "\n".join(found)
    pages.forgive("status of 403")
