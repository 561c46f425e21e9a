"""A representative's phone, from the personal link to the drawn signature."""

import math
import re

from playwright.sync_api import Locator

from tests.e2e.devices import Device

SYMBOLS = {"赞成": "✓", "反对": "✕", "弃权": "○"}


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

    def close(self) -> None:
        """Close the page; the phone keeps what it keeps."""
        self.page.close()

    def reopen(self) -> None:
        """Close the page and open it again on the same phone, from the same link."""
        self.close()
        self.page = self.page.context.new_page()
        self.open(self.link)

    def cut(self, is_cut: bool) -> None:
        """Take the phone's network away, or give it back."""
        self.page.context.set_offline(is_cut)

    def choose_cut_off(self, choice: str) -> None:
        """Lose the network, then vote; the paper waits."""
        self.cut(True)
        self.sees("手机没有网络，请打开无线网或流量")
        self.choose(choice)
        self.sees("还没有送到：手机没有网络")

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
        self._press("确认投", choice)

    def change(self, choice: str) -> None:
        """Choose something else than before, and confirm."""
        self._press("改投", choice)

    def _press(self, word: str, choice: str) -> None:
        self.page.get_by_role("radio", name=choice).check()
        self.button(f"{word}：{SYMBOLS[choice]} {choice}").click()

    def receipt(self) -> str:
        """The receipt that the phone keeps."""
        return self.page.get_by_role("code").filter(visible=True).inner_text()

    def vote_plainly(self, choice: str, *, word: str = "投票") -> str:
        """Vote without JavaScript; the receipt is told once."""
        self.page.get_by_role("radio", name=choice).check()
        self.press(word)
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

    def sign(self, name: str, *, touch: bool, by: str = "看全文并签署") -> None:
        """Read the paper, draw a signature by finger or by mouse, and sign."""
        self.follow(by)
        self.finish_signing(name, touch=touch)

    def finish_signing(self, name: str, *, touch: bool) -> None:
        """From the paper's page on."""
        self.read_to_end()
        canvas = self.page.get_by_role("img", name=f"请 {name} 在框内签名")
        canvas.scroll_into_view_if_needed()
        for stroke in _strokes(canvas):
            (self._draw_by_touch if touch else self._draw_by_mouse)(stroke)
        self.agree_and_sign()

    def agree_and_sign(self) -> None:
        self.page.get_by_label("我已阅读全文，").check()
        self.press("签署")

    def draw_sideways(self) -> None:
        """Draw over the whole screen, on a pad that lies turned by a quarter: its long side runs
        down the screen."""
        self.button("横过来签").click()
        for stroke in _strokes(self.page.get_by_role("img"), turned=True):
            self._draw_by_touch(stroke)

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


def _strokes(canvas: Locator, *, turned: bool = False) -> list[list[tuple[float, float]]]:
    """Two waves across the pad, in the page's pixels."""
    box = canvas.bounding_box()
    assert box is not None

    def place(along: float, across: float) -> tuple[float, float]:
        x, y = (1 - across, along) if turned else (along, across)
        return box["x"] + box["width"] * x, box["y"] + box["height"] * y

    return [
        [place(0.15 + 0.7 * n / 20, height + 0.12 * math.sin(n / 2)) for n in range(21)]
        for height in (0.35, 0.6)
    ]
