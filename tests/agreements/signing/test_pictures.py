"""A page as it is shown: what is on the paper can be seen on the screen, whatever the scanner made
of it."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image
from PIL.ExifTags import Base

from agreements.signing.pictures import BOX
from agreements.signing.scans import opened
from negotiate.law.refusal import Refused

A4_AT_600_DPI = (4960, 7016)


def packed(picture: Image.Image, kind: str = "PNG", **how: object) -> bytes:
    file = BytesIO()
    picture.save(file, kind, **how)
    return file.getvalue()


def shown(content: bytes) -> Image.Image:
    (page,) = opened(content).pictures
    return Image.open(BytesIO(page)).convert("L")


def test_ink_in_a_grey_of_sixteen_bits_is_dark_on_white() -> None:
    ink, paper = struct.pack("<H", 3000), struct.pack("<H", 65535)
    scan = Image.frombytes("I;16", (200, 200), ink * 20_000 + paper * 20_000)
    page = shown(packed(scan))
    assert page.getpixel((100, 20)) == 3000 // 256
    assert page.getpixel((100, 180)) == 255


@pytest.mark.parametrize("mode", ["1", "P"])
def test_no_line_of_one_pixel_is_lost(mode: str) -> None:
    scan = Image.new("1", A4_AT_600_DPI, 1)
    lines = range(25, A4_AT_600_DPI[1], 100)
    for line in lines:
        scan.paste(0, (0, line, A4_AT_600_DPI[0], line + 1))
    page = shown(packed(scan.convert(mode)))
    shades = page.resize((1, page.height), Image.Resampling.BOX).tobytes()
    for line in lines:
        at = max(0, round(line * page.height / A4_AT_600_DPI[1]) - 2)
        assert min(shades[at : at + 5]) < 245


def test_ink_on_nothing_is_shown_on_white() -> None:
    scan = Image.new("LA", (100, 100), (0, 0))
    scan.paste((0, 255), (0, 0, 100, 20))
    page = shown(packed(scan))
    assert (page.getpixel((50, 5)), page.getpixel((50, 90))) == (0, 255)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_page_from_a_camera_held_on_its_side_stands_and_fills_the_box(kind: str) -> None:
    exif = Image.Exif()
    exif[Base.Orientation] = 6
    page = shown(packed(Image.new("RGB", (3000, 2000), "white"), kind, exif=exif))
    assert page.size == (BOX[0], BOX[1])


@pytest.mark.parametrize("exif", [b"garbage", b"II*\0\xff", b"MM\0*"])
def test_a_broken_note_of_the_camera_is_a_sentence(exif: bytes) -> None:
    whole = packed(Image.new("L", (100, 100), 9))
    named = b"eXIf" + exif
    chunk = struct.pack(">I", len(exif)) + named + struct.pack(">I", zlib.crc32(named))
    with pytest.raises(Refused, match="打不开"):
        opened(whole[:33] + chunk + whole[33:])


def test_a_png_in_colours_has_fewer_pixels_than_one_in_greys() -> None:
    side = 4_500
    assert shown(packed(Image.new("L", (side, side), 7))).getpixel((9, 9)) == 7
    with pytest.raises(Refused, match="尺寸太大"):
        opened(packed(Image.new("RGB", (side, side))))
    assert shown(packed(Image.new("RGB", (side, side), "white"), "JPEG")).size == (1600, 1600)
