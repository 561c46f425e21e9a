"""A paper signed in ink, photographed, and compared with the text in a browser."""

import re
from io import BytesIO

from PIL import Image, ImageDraw
from playwright.sync_api import FilePayload, Page, expect

from tests.e2e.devices import Device

A4 = (840, 1188)
LAID = 6  # EXIF: the phone was held so that the picture has to be turned to the right
ORIENTATION = 0x112
CHOOSE = "照片或 PDF（PDF、PNG 或 JPG，每个 8 MB 以内）"


def photograph(number: int, *, laid: bool = False) -> FilePayload:
    """A page with lines of print and its number in a corner; `laid`: kept on its side, as phones
    do, with a note of how to turn it."""
    page = Image.new("RGB", A4, "white")
    pen = ImageDraw.Draw(page)
    for line in range(120, A4[1] - 100, 44):
        pen.line((90, line, A4[0] - 90 - 37 * number * line % 200, line), fill="black", width=9)
    pen.ellipse((560, 900, 760, 1100), outline="red", width=8)
    pen.text((60, 40), f"{number}", fill="black", font_size=60)
    exif = Image.Exif()
    if laid:
        page = page.transpose(Image.Transpose.ROTATE_90)
        exif[ORIENTATION] = LAID
    packed = BytesIO()
    page.save(packed, "JPEG", quality=70, exif=exif)
    return FilePayload(name=f"{number}.jpg", mimeType="image/jpeg", buffer=packed.getvalue())


def bring(device: Device, *files: FilePayload) -> None:
    """From the page on which a scan is uploaded."""
    device.page.get_by_label(CHOOSE).set_input_files(files)
    device.press("上传")
    device.sees("已传上来，还没有完成签署。")


def progress(page: Page) -> tuple[int, int]:
    """Points found to agree, and all."""
    said = page.locator("#progress .turnout-text").inner_text()
    found = re.search(r"(\d+)/(\d+)", said)
    assert found, said
    return int(found[1]), int(found[2])


def agree(device: Device, times: int | None = None) -> None:
    """Press 相符 at the first point that waits for it on this page, so many times, or until none
    does."""
    done, total = progress(device.page)
    asked = device.page.get_by_role("button", name="相符", exact=True)
    for count in range(done + 1, total + 1 if times is None else done + times + 1):
        if times is None and not asked.count():
            return
        asked.first.click()
        expect(device.page.locator("#progress .turnout-text")).to_contain_text(f"{count}/{total}")


def differs(device: Device, point: str, words: str) -> None:
    """Say of a point that the scan differs there."""
    place = device.page.locator(f"#{point}")
    place.get_by_text("不相符", exact=True).click()
    place.get_by_label("哪里不符").fill(words)
    place.get_by_role("button", name="记下不相符").click()
    device.sees("不能用这份扫描件完成")


def replace(device: Device, number: int, file: FilePayload) -> None:
    """Put another file in the place of the one of this number."""
    item = device.page.locator(".scan-files > li").nth(number - 1)
    item.get_by_text("换一张", exact=True).click()
    item.get_by_label("新的照片或 PDF").set_input_files(file)
    with device.leaving():
        item.get_by_role("button", name="换上", exact=True).click()
    device.sees("已换好，这一页请重新比对。")
