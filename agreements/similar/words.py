"""What of a clause was typed by people, with names and numbers taken out, as a set of pairs.

A kind of term words itself: two tables of different posts share most of their printed text, and
nobody copied anything. So what is compared is what somebody wrote. Names and numbers are what a
copy changes first: they are left out.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from agreements.archive import grams
from negotiate.law import terms

WRITTEN: Final = frozenset({"text", "long"})  # the types of field that hold people's own words
NUMBER: Final = re.compile("[0-9〇零一二三四五六七八九十百千万亿.,%]+")
NOTHING: Final = " "  # stands for what was taken out: pairs don't reach across it

Pairs = frozenset[str]


def pairs_of(kind: str, heading: str, text: str, value: Any, names: Iterable[str]) -> Pairs:
    """Give the pairs of one clause; without a value its printed text is all there is."""
    said = [heading, text] if value is None else [heading, *_written(kind, value)]
    return _pairs(masked("\n".join(said), names))


def masked(text: str, names: Iterable[str]) -> str:
    """Give a text without these names and without numbers, as it is compared."""
    plain = grams.normalise(text)
    for name in sorted(map(grams.normalise, names), key=len, reverse=True):
        if name:
            plain = plain.replace(name, NOTHING)
    return NUMBER.sub(NOTHING, plain)


def jaccard(one: Pairs, other: Pairs) -> float:
    """Give the part of all pairs that both have; 0 for two that have none."""
    both = len(one & other)
    either = len(one) + len(other) - both
    return both / either if either else 0.0


def _written(kind: str, value: Any) -> Iterator[str]:
    known = terms.KINDS[kind]
    whole = terms.completed(kind, value)
    yield from (str(whole[field.name]) for field in known.fields if field.type in WRITTEN)
    columns = [column.name for column in known.columns if column.type in WRITTEN]
    for row in whole.get("rows", ()):
        yield from (str(row[name]) for name in columns)


def _pairs(text: str) -> Pairs:
    """Pairs of Chinese characters and whole words of letters: single characters say little."""
    return frozenset(gram for gram in grams.of_text(text) if len(gram) > 1)
