"""A scan's pages as pictures for a screen: upright, of bounded size, and of our own making, so that
nothing that came from outside is opened by a browser."""

from io import BytesIO
from typing import Final

from PIL import Image, ImageOps
from PIL.ExifTags import Base

BOX: Final = (1600, 2400)
"""Pixels: an A4 page at which small print can be read when it is enlarged."""
QUALITY: Final = 80
_LYING: Final = frozenset({5, 6, 7, 8})
"""How a camera that was held on its side says so."""


def as_shown(picture: Image.Image) -> bytes:
    """The page as JPEG. Raises whatever Pillow does of a picture that is broken."""
    is_lying = picture.getexif().get(Base.Orientation) in _LYING
    box = BOX[::-1] if is_lying else BOX
    picture.draft("RGB", box)  # a JPEG is unfolded no larger than needed
    small = _in_shades(picture)
    small.thumbnail(box, Image.Resampling.LANCZOS)
    packed = BytesIO()
    upright = ImageOps.exif_transpose(_on_white(small))
    upright.save(packed, "JPEG", quality=QUALITY, optimize=True)
    return packed.getvalue()


def _in_shades(picture: Image.Image) -> Image.Image:
    """In a mode in which pixels can be mixed: of black and white alone, or of numbers of colours,
    every other line would be lost when it is reduced."""
    if picture.mode.startswith("I"):  # a grey of 16 bits
        picture.info.pop("transparency", None)
        return picture.point(lambda shade: shade * (1 / 256)).convert("L")
    if picture.has_transparency_data:
        return picture.convert("RGBA")
    return picture.convert("L" if picture.mode == "1" else "RGB")


def _on_white(picture: Image.Image) -> Image.Image:
    """Without what a PNG may see through: ink on nothing would be black on black."""
    if picture.mode != "RGBA":
        return picture
    ground = Image.new("RGBA", picture.size, "white")
    ground.info |= picture.info
    ground.alpha_composite(picture)
    return ground.convert("RGB")
