"""A text with made-up hands on it, and with open places: a layout has to carry both."""

from __future__ import annotations

import math
from dataclasses import replace

from agreements.layouts.told import Text
from agreements.papers.text import SignatureBlock
from agreements.signing.ink import draw
from agreements.signing.strokes import Strokes, digest

_AT = "2026年5月20日12时45分"
_CUSTODY = "由系统为本次签署生成，用后即毁"


def signed_in_jest(block: SignatureBlock, turn: int) -> SignatureBlock:
    """The place, filled in by a wave of its own for each `turn`."""
    line = tuple(
        (4 * step, 60 + round(40 * math.sin(turn * step / 9)), 16 * step) for step in range(90)
    )
    strokes = Strokes((line,))
    return replace(
        block,
        image=draw(strokes),
        signed_at=_AT,
        stroke_digest=digest(strokes),
        custody=_CUSTODY if block.seal else "",
    )


def with_hands(text: Text) -> Text:
    hands = (signed_in_jest(block, turn) for turn, block in enumerate(text.signatures, 1))
    return replace(text, signatures=tuple(hands))


def with_open_places(text: Text) -> Text:
    places = (
        replace(block, image=None, signed_at="", stroke_digest="", custody="")
        for block in text.signatures
    )
    return replace(text, signatures=tuple(places))
