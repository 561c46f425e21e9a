"""Somebody looks things up in the archive."""

from playwright.sync_api import Page

from tests.e2e.browser import DESKTOP, PHONE, barriers
from tests.e2e.measure import obstacles


def ask(page: Page, question: str) -> None:
    page.get_by_label("找什么").fill(question)
    page.get_by_role("button", name="查找").click()


def is_for_everybody(page: Page) -> None:
    """Nothing keeps anybody out, is too small for a thumb, or sticks out of the page."""
    assert barriers(page) == []
    size = page.viewport_size
    assert size in (PHONE, DESKTOP)
    if size == PHONE:
        found = obstacles(page, wide=PHONE["width"])
        assert found == [], found
