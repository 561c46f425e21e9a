"""The speakers' list in the browser: a press each, and clocks that agree however wrong a phone's
own is."""

import re
from datetime import timedelta

from playwright.sync_api import Page, expect

from negotiate.rooms.models import SpeechTurn
from tests.e2e.browser import Pages
from tests.e2e.places import Places
from tests.e2e.stages import begin
from tests.server import Server

YEARS_BEHIND = """(() => {
  const real = Date.now.bind(Date), start = performance.timing.responseStart;
  Date.now = () => real() - 1e11;
  Object.defineProperty(performance.timing, "responseStart", { get: () => start - 1e11 });
})()"""
LEFT = re.compile("还剩 0[12]:[0-5][0-9]")


def overdue() -> None:
    """Whoever speaks has been given the floor long ago."""
    for turn in SpeechTurn.objects.exclude(given_at=None):
        turn.given_at = turn.given_at - timedelta(minutes=5) if turn.given_at else None
        turn.save(update_fields=["given_at"])


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def test_one_press_to_ask_one_to_call_and_the_same_time_for_all(
    server: Server, pages: Pages
) -> None:
    places = Places(server, pages)
    server.call(begin, "award")
    here = places.places("award", ("chief", "employer", "chair", "screen"))
    here["employer"].page.add_init_script(YEARS_BEHIND)
    for place in here.values():
        place.page.goto(server.origin + place.home)
    chief, employer, chair, screen = (here[face].page for face in here)
    press(chief, "我要发言")
    press(employer, "我要发言")
    press(employer, "我不发言了")
    expect(employer.get_by_role("button", name="我要发言")).to_be_visible()
    press(chair, "2 分钟")
    for page in (chief, employer, chair, screen):
        expect(page.locator("[data-until]")).to_have_text(LEFT)
    expect(chief.get_by_role("button", name="我讲完了")).to_be_visible()
    expect(employer.get_by_role("button", name="我讲完了")).to_be_hidden()
    server.call(overdue)
    employer.reload()
    expect(employer.locator("[data-until]")).to_have_text(re.compile("已超时 0[34]:"))
    press(chief, "我讲完了")
    expect(screen.locator("[data-until]")).to_have_count(0)
