"""The devices of a meeting as their users know them: by what they read and what they press."""

import math
import re
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

    def press(self, name: str) -> None:
        """Press a button that sends a form, and wait for the page that answers."""
        with self.page.expect_navigation():
            self.button(name).click()

    def follow(self, name: str) -> None:
        """Follow a link to its page."""
        with self.page.expect_navigation():
            self.page.get_by_role("link", name=name, exact=True).click()

    def write(self, label: str, text: str) -> None:
        """Fill in a field by its label."""
        self.page.get_by_label(label, exact=True).fill(text)

    def tick(self, label: str) -> None:
        """Tick a box or choose an answer by its label."""
        self.page.get_by_label(label, exact=True).check()

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
        with self.page.expect_navigation():
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
        self.page.get_by_role("searchbox").fill(word)
        self.press("查找")


class PhonePage(Device):
    """A representative's phone: one task at a time."""

    def enter(self, link: str) -> None:
        """Open the personal link and take the seat."""
        self.link = link
        self.open(link)
        self.press("是我本人，进入会场")

    def check_in(self) -> None:
        self.press("我在会场，签到")
        self.sees("已签到。")

    def reopen(self) -> None:
        """Close the page and open it again on the same phone, from the same link."""
        context = self.page.context
        self.page.close()
        self.page = context.new_page()
        self.open(self.link)

    def write_terms(self, fields: dict[str, str], rows: list[dict[str, str]] | None = None) -> None:
        """Fill in the form of a term by its labels; a row that is not there yet is added."""
        for label, text in fields.items():
            self._put(self.page.get_by_label(label), text)
        for number, cells in enumerate(rows or [], 1):
            row = self.page.get_by_role("group", name=f"第 {number} 行", exact=True)
            if number > self.page.get_by_role("group", name="第").count():
                self.button("＋ 增加一行").click()
            for label, text in cells.items():
                self._put(row.get_by_label(label), text)

    def _put(self, field: Locator, text: str) -> None:
        if field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(label=text)
        else:
            field.fill(text)

    def vote(self, choice: str) -> str:
        """Choose, read what the button says, press; the receipt."""
        self.choose(choice)
        self.sees("您的票已投入票箱")
        return self.receipt()

    def choose(self, choice: str) -> None:
        """Choose and confirm, and leave the paper to the page."""
        self.page.get_by_role("radio", name=choice).check()
        self.button(f"确认投：{'✓' if choice == '赞成' else '✕'} {choice}").click()

    def receipt(self) -> str:
        """The receipt that the phone keeps."""
        return self.page.get_by_role("code").filter(visible=True).inner_text()

    def vote_plainly(self, choice: str) -> str:
        """Vote without JavaScript; the receipt is told once."""
        self.page.get_by_role("radio", name=choice).check()
        self.press("投票")
        told = self.page.get_by_role("status").filter(has_text="您的票已计入").inner_text()
        found = re.search(r"回执号 (\S+)，", told)
        assert found, told
        return found.group(1)

    def confirm(self) -> str:
        """Confirm the text as it stands; its hash."""
        confirmed = self.hash()
        self.press("我确认这份文本")
        self.sees("已确认这份文本。")
        return confirmed

    def sign(self, name: str, *, touch: bool) -> None:
        """Read the paper, draw a signature by finger or by mouse, and sign."""
        self.follow("看全文并签署")
        canvas = self.page.get_by_role("img", name=f"请 {name} 在框内签名")
        canvas.scroll_into_view_if_needed()
        for stroke in _strokes(canvas):
            (self._draw_by_touch if touch else self._draw_by_mouse)(stroke)
        self.tick("我已看完全文，同意用这个签名签署。")
        self.press("签署")

    def _draw_by_mouse(self, stroke: list[tuple[float, float]]) -> None:
        mouse = self.page.mouse
        mouse.move(*stroke[0])
        mouse.down()
        for point in stroke[1:]:
            mouse.move(*point)
        mouse.up()

    def _draw_by_touch(self, stroke: list[tuple[float, float]]) -> None:
        finger = self.page.context.new_cdp_session(self.page)

        def send(kind: str, points: list[tuple[float, float]]) -> None:
            places = [{"x": x, "y": y} for x, y in points]
            finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": places})

        send("touchStart", stroke[:1])
        for point in stroke[1:]:
            send("touchMove", [point])
        send("touchEnd", [])
        finger.detach()


def _strokes(canvas: Locator) -> list[list[tuple[float, float]]]:
    """Two waves across the pad, in the page's pixels."""
    box = canvas.bounding_box()
    assert box is not None
    return [
        [
            (
                box["x"] + box["width"] * (0.15 + 0.7 * n / 20),
                box["y"] + box["height"] * (height + 0.12 * math.sin(n / 2)),
            )
            for n in range(21)
        ]
        for height in (0.35, 0.6)
    ]
