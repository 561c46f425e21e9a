"""The devices of a meeting as their users know them: by what they read and what they press."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

HASH = re.compile(r"^[0-9a-f]{64}$")


class Device:
    """A page somebody looks at. Every wait is for something to read, never for time to pass."""

    def __init__(self, page: Page, origin: str) -> None:
        self.page = page
        self.origin = origin

    def open(self, path: str) -> None:
        """Go to an address below the server's own."""
        self.page.goto(self.origin + path)

    def sees(self, *texts: str) -> None:
        """Each text is shown, now or soon, without a reload."""
        for text in texts:
            expect(self.page.get_by_text(text).filter(visible=True).first).to_be_visible()

    def does_not_see(self, *texts: str) -> None:
        """No text of these is shown any more, now or soon."""
        for text in texts:
            expect(self.page.get_by_text(text).filter(visible=True)).to_have_count(0)

    def titled(self, title: str) -> None:
        """A heading says this, now or soon."""
        expect(self.page.get_by_role("heading", name=title, exact=True)).to_be_visible()

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    @contextmanager
    def leaving(self) -> Iterator[None]:
        """Wait for the page that answers. A room's page that is just being opened anew, because
        who leads has changed, is cut off by that, and no failure."""
        self.page.wait_for_load_state()
        with self.page.expect_event("load"):
            yield

    def press(self, name: str) -> None:
        """Press a button that sends a form, and wait for the page that answers."""
        with self.leaving():
            self.button(name).click()

    def follow(self, name: str) -> None:
        """Follow a link to its page."""
        with self.leaving():
            self.page.get_by_role("link", name=name, exact=True).click()

    def write(self, label: str, text: str) -> None:
        """Fill in a field by its label."""
        self.page.get_by_label(label, exact=True).fill(text)

    def tick(self, label: str) -> None:
        """Tick a box or choose an answer by its label."""
        self.page.get_by_label(label, exact=True).check()

    def read_to_end(self) -> None:
        """Scroll the end of a paper's text into view: the place to sign opens below it."""
        self.page.get_by_text("（全文完）").scroll_into_view_if_needed()

    def fetch(self, name: str) -> bytes:
        """Follow a link to a file; its bytes as they came."""
        with self.page.expect_download() as coming:
            self.page.get_by_role("link", name=name, exact=True).click()
        return Path(coming.value.path()).read_bytes()

    def hash(self) -> str:
        """The SHA-256 in hex that the page shows."""
        return self.page.get_by_text(HASH).inner_text()


class ScreenPage(Device):
    """The big screen: it is only looked at."""


class ChairPage(Device):
    """The chair's desk: one next step, and everything else quietly."""

    def sign_in(self, way: str) -> None:
        """Come in by the one-time link and go on to the room."""
        self.open(way)
        self.follow("进入会场")

    def rescreen(self, reason: str) -> None:
        """Answer the gate's second question: nobody is worse off than today."""
        self.titled("复核程序门槛")
        self.follow("去复核")
        self.tick("不会")
        self.write("依据", reason)
        self.press("复核程序门槛")

    def close_polls(self) -> None:
        """End both sides' polls once everybody has voted."""
        for side in ("职工方", "企业方"):
            self.titled("票已收齐，可以结束表决")
            self.press(f"结束表决：{side}")

    def acclaim(self, term: str) -> None:
        """Write down that a term was carried by applause."""
        heading = self.page.get_by_role("heading", name=term)
        lines = self.page.get_by_role("listitem").filter(has=heading)
        with self.leaving():
            lines.get_by_role("button", name="记录鼓掌通过", exact=True).click()
        self.sees("鼓掌已记录。")

    def suspend(self, *, reason: str, at: str, place: str, content: str) -> None:
        """Suspend until another time; `at` as YYYY-MM-DDTHH:MM."""
        self.follow("休会")
        self.write("休会原因", reason)
        self.write("复会时间", at)
        self.write("复会地点", place)
        self.write("复会时谈什么", content)
        self.tick("双方都同意休会")
        self.press("休会")

    def search(self, word: str) -> None:
        """Look for a word in the archive."""
        self.follow("议题")
        self.follow("协商成果")
        self.page.get_by_label("找什么").fill(word)
        self.press("查找")
