"""How a paper's lines differ from those registered, as a person sees it at a glance: each line
beside what it was, and in both what is not the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby, zip_longest
from typing import Final, NamedTuple

MOST: Final = 40
"""Lines that are shown: no person reads more."""
LONGEST: Final = 600
"""Characters of a line up to which it is looked for what is the same in it: a stranger decides how
long it is, and the time that takes grows with the square."""

Pieces = tuple[tuple[str, bool], ...]


class Difference(NamedTuple):
    """A line as registered and as in the file, each in pieces that are the same (False) or not;
    one of them is empty if there is no such line."""

    registered: Pieces
    found: Pieces


def differences(changes: Sequence[str]) -> tuple[Difference, ...]:
    """From a report's `changes`."""
    return tuple(_paired(changes[:MOST]))


def _paired(changes: Sequence[str]) -> Iterator[Difference]:
    """Lines that were taken out stand before those put in for them."""
    runs = [[line[1:] for line in run] for _, run in groupby(changes, lambda line: line[:1])]
    signs = [sign for sign, _ in groupby(changes, lambda line: line[:1])]
    if signs[:1] == ["+"]:
        runs.insert(0, [])
    nothing: list[str] = []
    for was, now in zip_longest(runs[::2], runs[1::2], fillvalue=nothing):
        for one, other in zip_longest(was, now, fillvalue=""):
            yield _difference(one, other)


def _difference(was: str, now: str) -> Difference:
    if not was or not now or max(len(was), len(now)) > LONGEST:
        return Difference(_whole(was), _whole(now))
    same = SequenceMatcher(None, was, now, autojunk=False).get_opcodes()
    return Difference(
        tuple((was[a:b], what != "equal") for what, a, b, _, _ in same if a < b),
        tuple((now[c:d], what != "equal") for what, _, _, c, d in same if c < d),
    )


def _whole(line: str) -> Pieces:
    return ((line, True),) if line else ()
