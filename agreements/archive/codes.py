"""A gram as one signed 32-bit number, which both databases index.

What most queries consist of has a number of its own, so that it can never be taken for something
else:

    0 … 2³⁰-1          a Chinese character or a pair of them
    2³⁰ … 2³¹-1        the same in the title
    -2²⁹ … -1          how a name is read, in up to six letters
    -2³⁰ … -2²⁹-1      a run of up to six letters, or of up to eight figures
    -2³¹ … -2³⁰-1      everything else, hashed
"""

from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b

from agreements.archive.grams import SOUND, TITLE

HALF = 1 << 30
QUARTER = 1 << 29
BITS = 15  # one common character: 20,992 of the basic block and 6,592 of extension A
BASIC, EXTENSION = 0x4E00, 0x3400
LETTERS, FIGURES = 6, 8  # of a run that is written out, and not hashed
OF_LETTERS: int = 27**LETTERS  # numbers that such runs of letters take


@lru_cache(1 << 16)  # a hundredth of all different grams is nine tenths of all there are
def code(gram: str) -> int:
    """Give the number of a gram."""
    chinese = gram.removeprefix(TITLE)
    if len(chinese) <= 2 and all(map(_rank, chinese)):
        number = 0
        for character in chinese:
            number = (number << BITS) + _rank(character)
        return number + HALF if chinese != gram else number
    return -1 - _of_other(gram)


def codes(grams: Iterable[str]) -> frozenset[int]:
    return frozenset(map(code, grams))


def is_exact(gram: str) -> bool:
    """Say whether no other gram has this gram's number."""
    return code(gram) >= -HALF


def _of_other(gram: str) -> int:
    """Give a number below 2³¹: below 2³⁰ one that is this gram's alone."""
    run = gram.removeprefix(SOUND)
    if run.isascii() and run.isalpha() and run.islower() and len(run) <= LETTERS:
        number = 0
        for letter in run:
            number = number * 27 + ord(letter) - 96
        return number if run != gram else number + QUARTER
    if gram.isascii() and gram.isdecimal() and len(gram) <= FIGURES:
        return QUARTER + OF_LETTERS + int(gram) + _shorter(len(gram))
    digest = blake2b(gram.encode(), digest_size=4).digest()
    return HALF + (int.from_bytes(digest) >> 2)


def _shorter(length: int) -> int:
    """Give how many runs of figures are shorter."""
    return int("1" * length) - 1


def _rank(character: str) -> int:
    """Give 1 … 27,584 to the common Chinese characters, 0 to all others."""
    point = ord(character)
    if BASIC <= point < BASIC + 20992:
        return point - BASIC + 1
    if EXTENSION <= point < EXTENSION + 6592:
        return point - EXTENSION + 20993
    return 0
