"""A gram as one signed 32-bit number, which both databases index.

What decides permission and what most queries consist of has a number of its own, so that it can
never be taken for something else:

    0 … 2³⁰-1          a Chinese character or a pair of them
    2³⁰ … 2³¹-1        the same in the title
    -2³⁰ … -1          an enterprise
    -2³¹ … -2³⁰-1      everything else (letters, figures, rare characters, kinds), hashed
"""

from hashlib import blake2b

from agreements.archive.grams import ENTERPRISE, TITLE

HALF = 1 << 30
BITS = 15  # one common character: 20,992 of the basic block and 6,592 of extension A
BASIC, EXTENSION = 0x4E00, 0x3400


def code(gram: str) -> int:
    """Give the number of a gram or filter term. Raises OverflowError past 2³⁰ enterprises."""
    if gram[0] == ENTERPRISE:
        key = int(gram[1:])
        if not 0 <= key < HALF:
            raise OverflowError(f"enterprise {key} has no number of its own")
        return -1 - key
    chinese = gram.removeprefix(TITLE)
    if not is_exact(chinese):
        digest = blake2b(gram.encode(), digest_size=4).digest()
        return -HALF - 1 - int.from_bytes(digest) % HALF
    number = 0
    for character in chinese:
        number = (number << BITS) + _rank(character)
    return number + HALF if chinese != gram else number


def codes(grams: set[str]) -> frozenset[int]:
    return frozenset(map(code, grams))


def is_exact(gram: str) -> bool:
    """Say whether no other gram has this gram's number."""
    return len(gram) <= 2 and all(map(_rank, gram))


def _rank(character: str) -> int:
    """Give 1 … 27,584 to the common Chinese characters, 0 to all others."""
    point = ord(character)
    if BASIC <= point < BASIC + 20992:
        return point - BASIC + 1
    if EXTENSION <= point < EXTENSION + 6592:
        return point - EXTENSION + 20993
    return 0
