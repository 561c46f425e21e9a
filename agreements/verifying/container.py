"""The ZIP, read without trusting it: bounded, and only in the one form that cannot be read in two
ways.

Programmes find the parts of a ZIP by its directory, by the headers before the parts, or by looking
for anything that resembles one. Here all three must find the same, so nothing of Python's own
reader is used, which mends what it can.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from agreements.papers.package import TYPES
from agreements.verifying.markup import Foreign

MAX_FILE: Final = 20_000_000
"""Bytes of an uploaded paper."""
MAX_UNPACKED: Final = 50_000_000
MAX_PARTS: Final = 400
LONGEST_NAME: Final = 200

_LOCAL: Final = 30  # bytes of a header before the name, after "PK\3\4" the directory's [6:32]
_LISTED: Final = struct.Struct("<4s2x5H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")
_STORED, _DEFLATED = 0, 8
_VERSIONS: Final = (10, 20)  # what a reader must be able to do: no more than inflate
_HARMLESS: Final = 0x0002 | 0x0004 | 0x0800  # how well it is packed; that names are UTF-8
_FOLDER: Final = 0x10
_KINDS: Final = (0, 0x8)  # Unix: not said, an ordinary file; no link, no device
_LETTERS: Final = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.")


class Unreadable(Foreign):
    """No ZIP that this product could have written."""


@dataclass(frozen=True)
class _Entry:
    name: str
    at: int
    head: bytes
    """What the directory says of the part, as its own header must say it too."""
    method: int
    crc: int
    packed: int
    size: int

    @property
    def start(self) -> int:
        return self.at + _LOCAL + len(self.name)


def parts_of(file: bytes) -> dict[str, bytes]:
    """Every part by its name. Raises Unreadable."""
    if len(file) > MAX_FILE:
        raise Unreadable("the file is too large")
    try:
        directory, count = _directory(file)
        entries = list(_entries(file, directory, count))
    except (struct.error, UnicodeDecodeError) as fault:
        raise Unreadable(f"{fault}") from fault
    _require(sum(one.size for one in entries) <= MAX_UNPACKED, "too much unpacked")
    _require(len({one.name.casefold() for one in entries}) == len(entries), "a part is there twice")
    _require_gapless(file, entries, directory)
    return {one.name: _unpacked(file, one) for one in entries}


def _require(holds: bool, why: str) -> None:
    if not holds:
        raise Unreadable(why)


def _directory(file: bytes) -> tuple[int, int]:
    """Where the directory begins, and how many parts it lists. It ends where the file's last bytes
    say so and nothing more."""
    _require(len(file) >= _END.size, "the file is cut off")
    mark, disk, first, here, all_, size, at, comment = _END.unpack(file[-_END.size :])
    _require(mark == b"PK\x05\x06" and not comment, "something stands after the parts")
    _require(
        (disk, first, here) == (0, 0, all_) and here <= MAX_PARTS,
        "too many parts, or in several files",
    )
    _require(at + size + _END.size == len(file), "something stands beside the directory")
    return at, here


def _entries(file: bytes, at: int, count: int) -> Iterator[_Entry]:
    """So many entries of the directory, one after the other up to its end."""
    for _ in range(count):
        entry, length = _entry(file, at)
        yield entry
        at += length
    _require(at == len(file) - _END.size, "the directory does not end where it says")


def _entry(file: bytes, at: int) -> tuple[_Entry, int]:
    (
        mark, version, flags, method, _, _, crc, packed, size, length, extra, comment, disk,
        _, attributes, start,
    ) = _LISTED.unpack_from(file, at)  # fmt: skip
    name = file[at + _LISTED.size : at + _LISTED.size + length].decode("ascii")
    plain = version in _VERSIONS and not flags & ~_HARMLESS and method in (_STORED, _DEFLATED)
    _require(mark == b"PK\x01\x02" and plain, "a part is packed in an unknown way")
    _require(not (extra or comment or disk), "a part says more than it must")
    ordinary = attributes >> 28 in _KINDS and not attributes & _FOLDER
    _require(ordinary and _is_name(name), f"{name!r} is no name of a part")
    head = file[at + 6 : at + 32]
    return _Entry(name, start, head, method, crc, packed, size), _LISTED.size + length


def _is_name(name: str) -> bool:
    """Whether it names something inside the package, in one way only."""
    steps = name.split("/")
    plain = all(step and step[-1] != "." and _LETTERS.issuperset(step) for step in steps)
    return len(name) <= LONGEST_NAME and (plain or name == TYPES)


def _require_gapless(file: bytes, entries: list[_Entry], directory: int) -> None:
    """Each header says what the directory says, one part follows the other from the first byte to
    the directory, and nothing stands between."""
    at = 0
    for one in sorted(entries, key=lambda one: one.at):
        own = b"PK\x03\x04" + one.head + one.name.encode()
        _require(one.at == at, "something stands between the parts")
        _require(file[at : one.start] == own, f"{one.name} says two things of itself")
        at = one.start + one.packed
    _require(at == directory, "something stands beside the parts")


def _unpacked(file: bytes, one: _Entry) -> bytes:
    """The part, unpacked as far as it says of itself; there is no more of it to unpack."""
    content = packed = file[one.start : one.start + one.packed]
    if one.method == _DEFLATED:
        inflating = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            content = inflating.decompress(packed, one.size + 1)
        except zlib.error as fault:
            raise Unreadable(f"{one.name}: {fault}") from fault
        whole = inflating.eof and not inflating.unused_data
        _require(whole, f"{one.name} does not end where it says")
    right = len(content) == one.size and zlib.crc32(content) == one.crc
    _require(right, f"{one.name} is not what it says")
    return content
