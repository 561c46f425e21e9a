"""Trying a layout before it is used: whether it can carry a paper from its freezing to its end."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import lru_cache, partial
from typing import NamedTuple

from agreements.confined.limits import Limits
from agreements.layouts.hands import with_hands, with_open_places
from agreements.layouts.rendering import OFFICES, ROOMS, render
from agreements.layouts.sameness import require_same
from agreements.layouts.samples import samples
from agreements.layouts.told import Text
from negotiate.turns import Turns


class Carried(NamedTuple):
    """A paper as it is shown, as it would be sealed, and as it would be printed for ink."""

    shown: bytes
    signed: bytes
    in_ink: bytes


def carried(
    layout: bytes, text: Text, limits: Limits | None = None, turns: Turns = ROOMS
) -> Carried:
    """The text of grade B in this layout, whatever comes of it. Raises Refused if the layout could
    not go all the way with it."""
    open_places, signed = with_open_places(text), with_hands(text)
    shown = render(layout, open_places, limits, turns)
    rest = (signed, replace(open_places, grade="C"))
    with ThreadPoolExecutor() as both:
        papers = Carried(
            shown, *both.map(partial(render, layout, limits=limits, turns=turns), rest)
        )
    for later, said in zip(papers[1:], rest, strict=True):
        require_same(shown, later, said)
    return papers


def tried(layout: bytes, kind: str, limits: Limits | None = None) -> bytes:
    """The sample in this layout. Raises Refused if the layout may not be used."""
    return carried(layout, samples(kind)[0], limits, OFFICES).signed


@lru_cache(maxsize=8)
def sample(layout: bytes, kind: str, place: int) -> bytes:
    """One of the samples in this layout, kept: whoever looks again makes no work. Raises
    Refused."""
    return render(layout, samples(kind)[place], turns=OFFICES)
