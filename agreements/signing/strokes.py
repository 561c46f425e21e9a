"""A signature drawn by finger: checked as data, named by its digest, drawn as ink."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from negotiate.law import canonical
from negotiate.law.refusal import N_, Refused

Point = tuple[int, int, int]
"""x and y in pixels of the page's canvas from its top left corner, t in ms from the first touch."""

MAX_BYTES = 64 * 1024
MAX_POINTS = 20_000
MAX_COORDINATE = 10_000
MAX_TIME = 3_600_000
MIN_LENGTH = 100
"""Pixels of ink in all; two Chinese characters drawn small on a phone come to 300 or more."""
MIN_EXTENT = 30
"""Pixels across or down; less is a dot, however long it was rubbed."""


@dataclass(frozen=True)
class Strokes:
    """A drawing as it was made: lines of points, each from pen down to pen up."""

    lines: tuple[tuple[Point, ...], ...]


def parse(text: str) -> Strokes:
    """The drawing a page sent as JSON, [[[x, y, t], …], …]. Raises Refused for anything else."""
    if len(text.encode("utf-8", "replace")) > MAX_BYTES:
        raise Refused(N_("签名的笔画太多了，请清除后重新签名。"))
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise _unreadable() from None
    strokes = Strokes(tuple(_line(line) for line in _list(data)))
    if sum(map(len, strokes.lines)) > MAX_POINTS:
        raise Refused(N_("签名的笔画太多了，请清除后重新签名。"))
    _require_written(strokes)
    return strokes


def digest(strokes: Strokes) -> str:
    """Hex SHA-256 of the strokes as canonical JSON."""
    return canonical.digest(strokes.lines)


def box(strokes: Strokes) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of the ink. The drawing must not be empty."""
    xs = [x for line in strokes.lines for x, _, _ in line]
    ys = [y for line in strokes.lines for _, y, _ in line]
    return min(xs), min(ys), max(xs), max(ys)


def _unreadable() -> Refused:
    return Refused(N_("签名没有传送完整，请清除后重新签名。"))


def _list(data: Any) -> list[Any]:
    if not isinstance(data, list):
        raise _unreadable()
    return data


def _line(data: Any) -> tuple[Point, ...]:
    line = tuple(_point(point) for point in _list(data))
    if not line:
        raise _unreadable()
    return line


def _point(data: Any) -> Point:
    match _list(data):
        case [x, y, t] if (
            _within(x, MAX_COORDINATE) and _within(y, MAX_COORDINATE) and _within(t, MAX_TIME)
        ):
            return x, y, t
    raise _unreadable()


def _within(value: Any, most: int) -> bool:
    """A whole number from nothing to ``most``; True and 1.0 are none."""
    return type(value) is int and 0 <= value <= most


def _require_written(strokes: Strokes) -> None:
    """Refuse an empty drawing, a dot, a tick: they name nobody."""
    if not strokes.lines:
        raise Refused(N_("还没有签名，请在方框里用手指写下姓名。"))
    left, top, right, bottom = box(strokes)
    length = sum(
        math.dist(one[:2], next_[:2]) for line in strokes.lines for one, next_ in pairwise(line)
    )
    if length < MIN_LENGTH or max(right - left, bottom - top) < MIN_EXTENT:
        raise Refused(N_("签名太短，看不出姓名，请清除后完整写下姓名。"))
