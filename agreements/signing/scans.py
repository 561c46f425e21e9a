"""What an uploaded scan is: found out by reading it, for its name and headers prove nothing."""

from dataclasses import dataclass
from io import BytesIO
from typing import Final

from PIL import Image

from agreements.signing.pictures import as_shown
from negotiate import media_types
from negotiate.law.refusal import N_, Refused
from negotiate.turns import Turns

MAX_SCAN: Final = 8_000_000
"""Bytes of one file."""
MAX_PIXELS: Final = 50_000_000
"""Of a JPEG, which is unfolded small."""
MAX_PIXELS_OF: Final = {"1": 36_000_000, "L": 36_000_000, "P": 36_000_000}
"""Of a PNG, which is unfolded whole, and a few bytes of which can unfold into very much: A4 at
600 dpi in black and white, in greys or with a palette."""
MAX_COLOURED: Final = 18_000_000
"""Of any other PNG: A4 at 400 dpi."""
PICTURES: Final = (b"\x89PNG\r\n", b"\xff\xd8\xff")
PDF: Final = b"%PDF-"
PDF_END: Final = b"%%EOF"
TRAILER: Final = 1024
"""Readers look for a PDF's end within so many last bytes."""
BUSY: Final = N_("现在传照片的人多，请过一会儿再传；已经传上来的还在。")
TURNS: Final = Turns(1, 20, BUSY)
"""One picture is unfolded at a time: it may take 200 MB."""


@dataclass(frozen=True)
class Opened:
    """A file that opens, and its pages as they are shown: of a PDF none."""

    media_type: str
    pictures: tuple[bytes, ...] = ()


def opened(content: bytes) -> Opened:
    """Unfolded once, whole. Raises Refused for everything that is no scan, or does not open."""
    if len(content) > MAX_SCAN:
        raise too_large()
    if content.startswith(PDF):
        if PDF_END not in content[-TRAILER:]:
            raise _broken()
        return Opened(media_types.PDF)
    if content.startswith(PICTURES):
        with TURNS.taken():
            return _picture(content)
    raise Refused(N_("扫描件应为 PDF、PNG 或 JPG 文件。"))


def too_large() -> Refused:
    return Refused(N_("扫描件太大，请控制在 8 MB 以内。"))


def _picture(content: bytes) -> Opened:
    try:
        with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as picture:
            _require_bounded(picture)
            return Opened(media_types.OF_PICTURES[str(picture.format)], (as_shown(picture),))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _immense() from None
    except Refused:
        raise
    except Exception:  # Pillow names no common type: each decoder raises its own
        raise _broken() from None


def _require_bounded(picture: Image.Image) -> None:
    most = MAX_PIXELS
    if picture.format == "PNG":
        most = MAX_PIXELS_OF.get(picture.mode, MAX_COLOURED)
    if picture.width * picture.height > most:
        raise _immense()


def _immense() -> Refused:
    return Refused(N_("扫描件的尺寸太大，请把分辨率调低后再扫描上传。"))


def _broken() -> Refused:
    return Refused(N_("扫描件打不开，文件可能不完整，请重新扫描上传。"))
