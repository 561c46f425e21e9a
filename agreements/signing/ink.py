"""Strokes → a picture of black ink on nothing."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise

from PIL import Image, ImageDraw

from agreements.signing.strokes import Strokes, box

SIZE = (600, 240)
MARGIN = 18
PEN = 6
"""Diameter of the pen in pixels of the picture."""
_FINE = 4
"""Drawn this many times larger, then reduced, which makes the edges smooth."""
_STEPS = 8
"""Straight pieces a curve between two points is drawn in."""

_SHADES = [round(value / 17) * 17 for value in range(256)]
"""Sixteen degrees of grey look the same in print and halve the file."""

_Spot = tuple[float, float]


def draw(strokes: Strokes) -> bytes:
    """The signature as PNG, fitted into the picture; the same strokes, the same bytes."""
    mask = Image.new("L", (SIZE[0] * _FINE, SIZE[1] * _FINE), 0)
    pen = ImageDraw.Draw(mask)
    for line in _fitted(strokes):
        _ink(pen, _curve(line))
    picture = Image.new("RGBA", SIZE, (0, 0, 0, 0))
    picture.putalpha(mask.resize(SIZE, Image.Resampling.LANCZOS).point(_SHADES))
    packed = BytesIO()
    picture.save(packed, "PNG", optimize=True)
    return packed.getvalue()


def _fitted(strokes: Strokes) -> list[list[_Spot]]:
    """The lines in pixels of the fine picture, their proportions kept."""
    left, top, right, bottom = box(strokes)
    room = [(side - 2 * MARGIN) * _FINE for side in SIZE]
    scale = min(room[0] / max(right - left, 1), room[1] / max(bottom - top, 1))
    shift_x = (SIZE[0] * _FINE - (left + right) * scale) / 2
    shift_y = (SIZE[1] * _FINE - (top + bottom) * scale) / 2
    return [
        [(x * scale + shift_x, y * scale + shift_y) for x, y, _ in line] for line in strokes.lines
    ]


def _curve(line: list[_Spot]) -> list[_Spot]:
    """The line rounded: through the middle of each piece, bent towards the point between."""
    if len(line) < 3:
        return line
    middles = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in pairwise(line)]
    curve = [line[0]]
    for start, bend, end in zip(middles, line[1:], middles[1:], strict=False):
        curve += [_bent(start, bend, end, step / _STEPS) for step in range(_STEPS + 1)]
    return [*curve, line[-1]]


def _bent(start: _Spot, bend: _Spot, end: _Spot, at: float) -> _Spot:
    """A point of the quadratic Bézier curve, ``at`` from 0 to 1."""
    rest = 1 - at
    x, y = (rest * rest * start[i] + 2 * rest * at * bend[i] + at * at * end[i] for i in (0, 1))
    return x, y


def _ink(pen: ImageDraw.ImageDraw, line: list[_Spot]) -> None:
    """A round nib: a disc at every point, and the line between them."""
    half = PEN * _FINE / 2
    for x, y in line:
        pen.ellipse((x - half, y - half, x + half, y + half), fill=255)
    if len(line) > 1:
        pen.line(line, fill=255, width=PEN * _FINE)
