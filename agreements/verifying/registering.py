"""What the register keeps of a paper, and which of its papers a file is."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from agreements.verifying.answers import Registered
from agreements.verifying.container import parts_of
from agreements.verifying.markup import Foreign
from agreements.verifying.package import signature_parts
from agreements.verifying.trust import Bundle
from agreements.verifying.wording import lines_of

LONGEST_NUMBER: Final = 40
MOST_NUMBERS: Final = 10
"""Numbers that a file is looked up under: it may name other papers beside its own."""
_IN_NUMBERS: Final = "〔"


def entry(
    docx: bytes, number: str, title: str, sha256: str, certificates: Sequence[str]
) -> Registered:
    """The register's entry of a sealed paper. A file that was spoilt where it is kept has one too,
    which no file is like."""
    try:
        parts = parts_of(docx)
        seals = seals_of(parts, signature_parts(parts).values())
    except Foreign:
        parts, seals = {}, ()
    return Registered(number, title, sha256, tuple(certificates), seals, lines_of(parts))


def seals_of(parts: Mapping[str, bytes], paths: Iterable[str]) -> tuple[str, ...]:
    """Of each signature the hex SHA-256 of the whole part that it is."""
    return tuple(hashlib.sha256(parts[path]).hexdigest() for path in paths)


def named_by(lines: Sequence[str], bundle: Bundle) -> Registered | None:
    """The registered paper that a text says it is: its number stands in it as a line, its title in
    one or in two. Anybody can write that: nothing is believed for it."""
    said = "".join(lines)
    numbers = (line for line in lines if _IN_NUMBERS in line and len(line) <= LONGEST_NUMBER)
    for number in list(dict.fromkeys(numbers))[:MOST_NUMBERS]:
        for one in bundle.register(number):
            if one.title in said:
                return one
    return None
