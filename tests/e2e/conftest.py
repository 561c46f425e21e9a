"""What every browser test may ask for. Without a browser they say so, and fail only in CI."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.e2e.browser import HOW_TO_GET_ONE, Pages, find_browser, start_browser
from tests.e2e.shelves import fill
from tests.server import Server


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave the browser tests out if there is no browser; where CI is set that is a failure."""
    if find_browser():
        return
    if os.environ.get("CI"):
        pytest.exit(HOW_TO_GET_ONE, returncode=1)
    for item in items:  # of the whole run, not of this folder only
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.skip(reason="no browser"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say plainly that nothing was shown, where everybody looks."""
    if not find_browser():
        terminalreporter.write_line(f"\n{HOW_TO_GET_ONE}\n", yellow=True, bold=True)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the browser once."""
    with start_browser() as browser:
        yield browser


@pytest.fixture
def pages(browser: Browser) -> Iterator[Pages]:
    """Open as many pages as a test needs; none may have complained at the end."""
    pages = Pages(browser)
    yield pages
    pages.close()
    assert pages.complaints == []


@pytest.fixture
def phone(pages: Pages) -> Page:
    """Give one empty page of a phone, 360 × 740."""
    return pages.phone()


@pytest.fixture
def desktop(pages: Pages) -> Page:
    """Give one empty page of a desk computer, 1366 × 768."""
    return pages.desktop()


@pytest.fixture(params=["phone", "desktop"])
def officer(request: pytest.FixtureRequest, server: Server, pages: Pages) -> Page:
    """Give the archive as a county's officer has it, on a phone and on a desk computer."""
    way_in = server.call(fill)
    server.start()
    page = pages.phone() if request.param == "phone" else pages.desktop()
    page.goto(server.origin + way_in)
    page.get_by_role("link", name="协商成果").first.click()
    return page
