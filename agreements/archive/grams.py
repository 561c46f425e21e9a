"""Grams: what a text is indexed by, and what a query asks for. Pure; the same for every database.

A run of Chinese characters gives every character and every pair of neighbours, so that no word
can be missed because somebody cut the sentence elsewhere. A run of other letters or figures is one
gram, whole: who looks for 500 does not mean 15000.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

CHINESE = "〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
OTHER = f"[^\\W_{CHINESE}]"
RUN = re.compile(f"([{CHINESE}]+)|({OTHER}+)")

TITLE = "^"  # begins a gram that stands in the title
ENTERPRISE = "@"  # begins the filter term that names an enterprise's key
KIND = ":"  # begins the filter term that names a kind of matter

# Full-width signs, letters and figures are the ASCII ones, 0xFEE0 further on.
NARROW = {code + 0xFEE0: code for code in range(0x21, 0x7F)} | {0x3000: 0x20}


def normalise(text: str) -> str:
    """Give the text as it is compared: narrow and lower case, each character in its old place."""
    narrow = text.translate(NARROW)
    lower = narrow.lower()
    if len(lower) == len(narrow):
        return lower
    # A few letters (İ) become two in lower case: those stay, or every later place would move.
    return "".join(low if len(low := c.lower()) == 1 else c for c in narrow)


def words(query: str) -> tuple[str, ...]:
    """Give the normalised words of a query that hold anything to look for, each once."""
    return tuple(word for word in dict.fromkeys(normalise(query).split()) if RUN.search(word))


def of_text(text: str, prefix: str = "") -> set[str]:
    """Give every gram of a text."""
    return {prefix + gram for run in RUN.finditer(normalise(text)) for gram in _all(*run.groups())}


def of_word(word: str, prefix: str = "") -> set[str]:
    """Give the fewest grams that every text with this word has: pairs stand for characters."""
    return {prefix + gram for run in RUN.finditer(word) for gram in _fewest(*run.groups())}


@lru_cache
def place_of(word: str) -> re.Pattern[str]:
    """Give the pattern of a word's places in a normalised text: none in the midst of a run of
    letters or figures, any in a run of Chinese characters."""
    before = f"(?<!{OTHER})" if re.match(OTHER, word) else ""
    after = f"(?!{OTHER})" if re.search(f"{OTHER}\\Z", word) else ""
    return re.compile(before + re.escape(word) + after)


def _all(chinese: str | None, other: str | None) -> Iterator[str]:
    if chinese:
        yield from chinese
        yield from map("".join, pairwise(chinese))
    elif other:
        yield other


def _fewest(chinese: str | None, other: str | None) -> Iterator[str]:
    if chinese and len(chinese) > 1:
        yield from map("".join, pairwise(chinese))
    else:
        yield chinese or other or ""
