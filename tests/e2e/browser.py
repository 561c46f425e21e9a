"""Pages in a real browser that nobody has to look at: their complaints fail the test."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright._impl._driver import compute_driver_executable
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect, sync_playwright

PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1366, "height": 768}
SCREEN = {"width": 1920, "height": 1080}
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", MAC)
CUT = "ERR_INTERNET_DISCONNECTED"  # what a browser complains of without a network
HOW_TO_GET_ONE = (
    "没有可用的浏览器，浏览器测试没有运行。请先安装（sudo apt install chromium libatomic1），"
    "或用 CHROMIUM=路径 指定。\n"
    "No browser can be driven: the browser tests DID NOT RUN. Get one with\n"
    "    sudo apt install chromium libatomic1    or name yours: CHROMIUM=/path/to/chrome"
)


@cache
def find_browser() -> str | None:
    """Find Chromium or Chrome on this computer; the variable CHROMIUM has the first word.

    Nothing is found where Playwright's own program, which drives it, lacks a library (libatomic).
    """
    driver = str(compute_driver_executable()[0])
    if subprocess.run([driver, "--version"], capture_output=True).returncode:
        return None
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    return next((path for path in map(shutil.which, NAMES) if path), None)


@contextmanager
def start_browser() -> Iterator[Browser]:
    """Start the browser for the length of the block."""
    with sync_playwright() as playwright:
        expect.set_options(timeout=20_000)  # ms to wait for a text: a busy machine, never for luck
        root = os.name == "posix" and os.geteuid() == 0  # as root Chromium has no sandbox
        browser = playwright.chromium.launch(
            executable_path=find_browser(), args=["--no-sandbox"] if root else []
        )
        yield browser
        browser.close()


class Pages:
    """Opens pages, each as a person with a device of their own, and remembers what went wrong."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.complaints: list[str] = []

    def phone(self, **options: Any) -> Page:
        """Open an empty page of a phone; `options` go to Playwright's new_context()."""
        return self.open(viewport=PHONE, has_touch=True, is_mobile=True, **options)

    def desktop(self, **options: Any) -> Page:
        """Open an empty page of a desk computer."""
        return self.open(viewport=DESKTOP, **options)

    def screen(self, **options: Any) -> Page:
        """Open an empty page of the big screen on the wall."""
        return self.open(viewport=SCREEN, **options)

    def open(self, **options: Any) -> Page:
        """Open an empty page with cookies of its own, in Chinese unless told otherwise."""
        context = self.browser.new_context(**{"locale": "zh-CN", **options})
        context.set_default_timeout(10_000)
        context.on("console", self._on_console)
        context.on("weberror", lambda error: self.complaints.append(f"uncaught: {error.error}"))
        context.on("requestfailed", self._on_failure)
        return context.new_page()

    def forgive(self, *words: str) -> None:
        """Forget the complaints so far that hold one of these words, e.g. after a test kills."""
        self.complaints = [
            each for each in self.complaints if not any(word in each for word in words)
        ]

    def close(self) -> None:
        """Close every page."""
        for context in self.browser.contexts:
            context.close()

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"{message.type}: {message.text} ({message.location['url']})")

    def _on_failure(self, request: Request) -> None:
        # A page that is left, or that turns out to be a download, aborts what it was loading.
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"failed: {request.method} {request.url} {request.failure}")


def barriers(page: Page) -> list[str]:
    """Ask axe for the serious and critical barriers on a page; each as one line."""
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [
        f"{each['impact']} {each['id']}: {each['help']}: {node['html'][:200]}"
        for each in found
        if each["impact"] in ("serious", "critical")
        for node in each["nodes"]
    ]
