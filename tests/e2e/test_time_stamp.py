"""All have signed and the time authority is away: the room waits for it, and goes on by itself."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.agreements.signing.digital.tsa import time_authority
from tests.agreements.signing.time_server import TimeServer, serving
from tests.e2e.browser import Pages, barriers
from tests.e2e.hall import Hall
from tests.e2e.signing import signed_by_both
from tests.server import Server

CHIEF = "王桂芳"


@pytest.fixture
def authority() -> Iterator[TimeServer]:
    with serving(time_authority()) as running:
        running.status = 503
        yield running


@pytest.fixture
def hall(server: Server, pages: Pages, authority: TimeServer) -> Hall:
    server.environment |= {
        "TIMESTAMP_URL": authority.url,
        "TIMESTAMP_ROOTS": f"{authority.roots}",
        "LOG_LEVEL": "CRITICAL",  # that it is away is no fault of this server
    }
    return Hall(server, pages, "award", made=signed_by_both)


def test_the_room_waits_and_a_press_completes_the_paper(hall: Hall, authority: TimeServer) -> None:
    phone = hall.phone(CHIEF)
    phone.enter(hall.links[CHIEF])
    phone.titled("都签好了，正在等时间戳")
    assert barriers(phone.page) == []
    phone.press("再试一次")
    phone.sees("时间戳机构没有应答")
    authority.status = 200
    phone.press("再试一次")
    phone.sees("已取得时间戳")


def test_the_chair_s_page_asks_again_by_itself(hall: Hall, authority: TimeServer) -> None:
    hall.chair.page.clock.install()
    hall.chair.sign_in(hall.ways["chair"])
    hall.chair.titled("都签好了，正在等时间戳")
    assert barriers(hall.chair.page) == []
    authority.status = 200
    hall.chair.page.clock.fast_forward(61_000)
    expect(hall.chair.page.get_by_text("已签署，文件已存档").first).to_be_visible()
