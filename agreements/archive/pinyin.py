"""How names are read: by pinyin, whole or by initials, from any character of a name on."""

from functools import lru_cache
from typing import Final

from pypinyin import Style, lazy_pinyin

from agreements.archive.grams import normalise

SHORTEST: Final = 2  # letters: a single one would find everybody
LONGEST: Final = 12  # characters of a name that are read together


def can_be(word: str) -> bool:
    """Say whether a word may be pinyin."""
    return word.isascii() and word.isalpha() and len(word) >= SHORTEST


@lru_cache(maxsize=4096)
def sounds(names: str) -> frozenset[str]:
    """Give every run of letters by which one of the names (a line each) can be looked for."""
    return frozenset(sound for name in normalise(names).splitlines() for sound in _of_name(name))


def _of_name(name: str) -> set[str]:
    whole = [part for part in lazy_pinyin(name, errors="ignore") if part.isascii()]
    first = [
        part for part in lazy_pinyin(name, style=Style.FIRST_LETTER, errors="ignore")
        if part.isascii()
    ]  # fmt: skip
    runs = {
        "".join(parts[start:end])
        for parts in (whole, first)
        for start in range(len(parts))
        for end in range(start + 1, min(start + LONGEST, len(parts)) + 1)
    }
    return {run.lower() for run in runs if len(run) >= SHORTEST}
