"""Single bits of a signed paper turned over at random: `python -m tests.agreements.verifying.flips
20000` says how the verifier answered; `all` in place of the number turns over each bit once. With
`stamped` after it, of a paper whose signatures a time authority has stamped.

A flip must be called altered unless it is harmless, and a harmless file may be called repacked at
best. Harmless means, and `is_harmless` decides it without the verifier's own code: two readers of
ZIPs, one that goes by the directory and one that goes by the headers before the parts, find parts
of the same names; each part is byte for byte what it was, but for three that no page shows; of
these the properties are still a list of plain words, and the two lists of relationships still lead
to the same parts in the same way, the signed ones under the same names.
"""

from __future__ import annotations

import random
import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from io import BytesIO
from struct import unpack_from
from typing import Final
from zipfile import ZipFile

from defusedxml.ElementTree import fromstring

from agreements.signing.digital.names import ORIGIN_RELS, PACKAGE_RELS, UNSIGNED_RELS
from agreements.verifying.answers import Answer
from agreements.verifying.content_types import CORE
from agreements.verifying.trust import Bundle
from agreements.verifying.verify import verify
from tests.agreements.signing.digital.stamped import knowing
from tests.agreements.signing.digital.stamped import stamped as stamped_paper
from tests.agreements.verifying.cases import bundle, genuine

Parts = dict[str, bytes]
UNSIGNED: Final = (CORE, PACKAGE_RELS, ORIGIN_RELS)


@dataclass(frozen=True)
class Whole:
    """The paper, and what the verifier knows of it."""

    docx: bytes
    bundle: Bundle

    @cached_property
    def parts(self) -> Parts:
        return by_directory(self.docx)


@cache
def plain() -> Whole:
    return Whole(genuine(), bundle())


@cache
def stamped() -> Whole:
    return Whole(stamped_paper(), knowing(stamped_paper()))


def at_random(of: Whole, times: int, seed: int) -> Iterator[int]:
    """Which bits to turn over."""
    chance = random.Random(seed)  # noqa: S311  no secret hangs on it
    return (chance.randrange(len(of.docx) * 8) for _ in range(times))


def flipped(of: Whole, at: int) -> bytes:
    """The paper with this bit turned over."""
    file = bytearray(of.docx)
    file[at // 8] ^= 1 << at % 8
    return bytes(file)


def is_harmless(of: Whole, file: bytes) -> bool:
    """Whether what can be read and what is trusted are provably what they were."""
    now, was = by_directory(file), of.parts
    if now != by_headers(file) or list(now) != list(was):
        return False
    if any(now[path] != was[path] for path in set(now) - set(UNSIGNED)):
        return False
    leads = all(_leading(now[path]) == _leading(was[path]) for path in (PACKAGE_RELS, ORIGIN_RELS))
    return leads and _tags(now[CORE]) == _tags(was[CORE])


def by_directory(file: bytes) -> Parts:
    with ZipFile(BytesIO(file)) as packed:
        return {entry.filename: packed.read(entry) for entry in packed.infolist()}


def by_headers(file: bytes) -> Parts:
    """As a reader finds them that reads on from the first byte."""
    found: Parts = {}
    at = 0
    while file[at : at + 4] == b"PK\x03\x04":
        method, packed, named, extra = (
            *unpack_from("<H", file, at + 8), *unpack_from("<L4x2H", file, at + 18),
        )  # fmt: skip
        start = at + 30 + named + extra
        content = file[start : start + packed]
        name = file[at + 30 : at + 30 + named].decode("ascii")
        found[name] = zlib.decompress(content, -15) if method else content
        at = start + packed
    return found


def _leading(rels: bytes) -> list[tuple[str, ...]]:
    """Each relationship's kind and target; and its name, if that is signed."""
    lines = [(e.attrib["Type"], e.attrib["Target"], e.attrib["Id"]) for e in fromstring(rels)]
    assert all(set(e.attrib) == {"Type", "Target", "Id"} for e in fromstring(rels))
    unsigned = UNSIGNED_RELS | {kind for kind, _, _ in lines if kind.endswith("/signature")}
    return sorted(line[:2] if line[0] in unsigned else line for line in lines)


def _tags(properties: bytes) -> list[tuple[str, dict[str, str]]]:
    return [(e.tag, e.attrib) for e in fromstring(properties).iter()]


def count(of: Whole, bits: Iterable[int]) -> Counter[Answer]:
    """Answers to these flips. Raises AssertionError at the first wrong one."""
    told: Counter[Answer] = Counter()
    for at in bits:
        file = flipped(of, at)
        answer = verify(file, of.bundle).answer
        told[answer] += 1
        assert answer in (Answer.ALTERED, Answer.REPACKED), (at, answer)
        assert answer is Answer.ALTERED or is_harmless(of, file), at
    return told


if __name__ == "__main__":
    whole = stamped() if "stamped" in sys.argv else plain()
    all_ = sys.argv[1] == "all"
    bits = range(len(whole.docx) * 8) if all_ else at_random(whole, int(sys.argv[1]), seed=2026)
    for answer, times in count(whole, bits).items():
        print(f"{answer.name}: {times}")
