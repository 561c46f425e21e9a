"""Drawings as a phone sends them."""

from __future__ import annotations

import json
import math

Line = list[list[int]]


def signature(seed: int = 0) -> list[Line]:
    """Three characters' worth of curved strokes, different for every seed."""
    return [_stroke(seed, character, stroke) for character in range(3) for stroke in range(4)]


def as_sent(lines: object) -> str:
    """The JSON text a page sends."""
    return json.dumps(lines, separators=(",", ":"))


def _stroke(seed: int, character: int, stroke: int) -> Line:
    left, top = 20 + 100 * character, 30 + 25 * stroke
    start = 700 * (4 * character + stroke)
    turn = 1 + (seed + character + stroke) % 3
    return [
        [
            left + 4 * step + round(8 * math.sin(turn * step / 3)),
            top + round((12 + 6 * (seed % 4)) * math.sin(turn * step / 5 + stroke)),
            start + 16 * step,
        ]
        for step in range(20)
    ]
