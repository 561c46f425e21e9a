"""What an uploaded scan is: found out by reading it, for its name and headers prove nothing."""

from io import BytesIO
from typing import Final

from PIL import Image

from negotiate.law.refusal import N_, Refused

MAX_SCAN: Final = 8_000_000
"""Bytes."""
MAX_PIXELS: Final = 50_000_000
"""A4 at 600 dpi has 35 million. A few bytes of PNG can unfold into far more."""
MEDIA: Final = {"PNG": "image/png", "JPEG": "image/jpeg", "MPO": "image/jpeg"}
PICTURES: Final = (b"\x89PNG\r\n", b"\xff\xd8\xff")
PDF: Final = b"%PDF-"
PDF_END: Final = b"%%EOF"
TRAILER: Final = 1024
"""Readers look for a PDF's end within so many last bytes."""


def media_type(content: bytes) -> str:
    """The media type of a scan that opens. Raises Refused for everything else."""
    if len(content) > MAX_SCAN:
        raise Refused(N_("扫描件太大，请控制在 8 MB 以内。"))
    if content.startswith(PDF):
        if PDF_END not in content[-TRAILER:]:
            raise _broken()
        return "application/pdf"
    if content.startswith(PICTURES):
        return MEDIA[_format(content)]
    raise Refused(N_("扫描件应为 PDF、PNG 或 JPG 文件。"))


def _format(content: bytes) -> str:
    """Decode the whole picture and give its format."""
    try:
        with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as picture:
            if picture.width * picture.height > MAX_PIXELS:
                raise _immense()
            _decode(picture)
            return str(picture.format)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _immense() from None
    except Refused:
        raise
    except Exception:  # Pillow names no common type: each decoder raises its own
        raise _broken() from None


def _decode(picture: Image.Image) -> None:
    # A JPEG is read in full but unfolded small; other formats know no draft.
    picture.draft("L", (picture.width // 8, picture.height // 8))
    picture.load()


def _immense() -> Refused:
    return Refused(N_("扫描件的尺寸太大，请把分辨率调低后再扫描上传。"))


def _broken() -> Refused:
    return Refused(N_("扫描件打不开，文件可能不完整，请重新扫描上传。"))
