"""Grams: what a text is indexed by, and what a query asks for. Pure; the same for every database.

A run of Chinese characters gives every character and every pair of neighbours, so that no word
can be missed because somebody cut the sentence elsewhere. A run of other letters or figures is one
gram, whole: who looks for 500 does not mean 15000.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from operator import add
from typing import Final

from opencc import OpenCC

HAN: Final = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00))
CHINESE = "〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
OTHER = f"[^\\W_{CHINESE}]"
RUN = re.compile(f"([{CHINESE}]+)|({OTHER}+)")

TITLE = "^"  # begins a gram that stands in the title
SOUND = "~"  # begins a gram of how a name is read (pinyin.py)
TOLD = "$"  # begins a gram that stands only in what the minutes tell besides (minutes.py)

# Full-width signs, letters and figures are the ASCII ones, 0xFEE0 further on.
NARROW = {code + 0xFEE0: code for code in range(0x21, 0x7F)} | {0x3000: 0x20}


@cache
def _one_to_one() -> dict[int, int]:
    """Narrow signs, and for each traditional character the simplified one that it is alone."""
    simplify = OpenCC("t2s").convert
    han = [chr(code) for first, last in HAN for code in range(first, last)]
    pairs = zip(han, simplify("\n".join(han)).split("\n"), strict=True)
    return NARROW | {ord(a): ord(b) for a, b in pairs if a != b and len(b) == 1}


def normalise(text: str) -> str:
    """Give the text as it is compared: narrow, simplified and lower case, each character in its
    old place."""
    narrow = text.translate(_one_to_one())
    lower = narrow.lower()
    if len(lower) == len(narrow):
        return lower
    # A few letters (İ) become two in lower case: those stay, or every later place would move.
    return "".join(low if len(low := c.lower()) == 1 else c for c in narrow)


def of_text(text: str, prefix: str = "") -> set[str]:
    """Give every gram of a text."""
    found = of_normalised(normalise(text))
    return {prefix + gram for gram in found} if prefix else found


def of_normalised(text: str) -> set[str]:
    """Give every gram of a text that is normalised already."""
    found = set[str]()
    for chinese, other in RUN.findall(text):
        if chinese:
            found.update(chinese)
            found.update(map(add, chinese, chinese[1:]))
        else:
            found.add(other)
    return found


def of_word(word: str, prefix: str = "") -> set[str]:
    """Give the fewest grams that every text with this word has: pairs stand for characters."""
    return {prefix + gram for run in RUN.finditer(word) for gram in _fewest(*run.groups())}


@lru_cache
def place_of(word: str) -> re.Pattern[str]:
    """Give the pattern of a word's places in a normalised text: none in the midst of a run of
    letters or figures, any in a run of Chinese characters."""
    return _bounded(word, re.escape(word))


@lru_cache
def place_as_written(word: str) -> re.Pattern[str]:
    """Give the pattern of the same places in the text that was normalised: quicker than to
    normalise it, where there is much text for a word or two."""
    ways = ((re.escape(sign), _written().get(sign)) for sign in word)
    return _bounded(word, "".join(f"[{one}{others}]" if others else one for one, others in ways))


def _bounded(word: str, pattern: str) -> re.Pattern[str]:
    before = f"(?<!{OTHER})" if re.match(OTHER, word) else ""
    after = f"(?!{OTHER})" if re.search(f"{OTHER}\\Z", word) else ""
    return re.compile(before + pattern + after)


@cache
def _written() -> dict[str, str]:
    """For each normalised sign the others that are compared as it, written for a set of a regular
    expression."""
    capital = (sign for sign in map(chr, range(0x10000)) if sign.lower() != sign)
    found: dict[str, str] = {}
    for sign in {*capital, *map(chr, _one_to_one())}:
        same = normalise(sign)
        if same != sign:
            found[same] = found.get(same, "") + re.escape(sign)
    return found


def _fewest(chinese: str | None, other: str | None) -> Iterator[str]:
    if chinese and len(chinese) > 1:
        yield from map("".join, pairwise(chinese))
    else:
        yield chinese or other or ""
