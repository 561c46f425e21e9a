"""ZIPs written byte by byte, so that each lie about a part can be told by itself."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from agreements.papers.package import unpack

STORED, DEFLATED = 0, 8


@dataclass(frozen=True)
class Entry:
    """A part as it is packed, with everything that its two headers say of it. `own`: what the
    header before the part says otherwise than the directory."""

    name: str
    packed: bytes
    crc: int
    size: int
    method: int = DEFLATED
    version: int = 20
    flags: int = 0
    extra: bytes = b""
    comment: bytes = b""
    attributes: int = 0
    own: dict[str, object] = field(default_factory=dict)
    before: bytes = b""

    def header(self) -> bytes:
        """Both headers have this in common."""
        return struct.pack(
            "<5H3L2H", self.version, self.flags, self.method, 0, 33, self.crc, len(self.packed),
            self.size, len(self.name), len(self.extra),
        )  # fmt: skip


def entry(name: str, content: bytes, method: int = DEFLATED) -> Entry:
    """An honest one."""
    packed = deflated(content) if method == DEFLATED else content
    return Entry(name, packed, zlib.crc32(content), len(content), method)


def deflated(content: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush()


def entries(docx: bytes) -> dict[str, Entry]:
    return {name: entry(name, content) for name, content in unpack(docx).items()}


def written(
    all_: Iterable[Entry], shift: int = 0, between: bytes = b"", count: int | None = None
) -> bytes:
    """The ZIP. `shift`: by how much the directory lies about every place; `between`: what stands
    before the directory; `count`: how many parts its end claims."""
    body = directory = b""
    listed = list(all_)
    for one in listed:
        own = replace(one, **one.own)  # type: ignore[arg-type]  # a lie may be about any of them
        body += one.before
        place = len(body) + shift
        directory += (
            b"PK\x01\x02\x14\0" + one.header()
            + struct.pack("<3H2L", len(one.comment), 0, 0, one.attributes, place)
            + one.name.encode() + one.extra + one.comment
        )  # fmt: skip
        body += b"PK\x03\x04" + own.header() + own.name.encode() + own.extra + one.packed
    body += between
    claimed = len(listed) if count is None else count
    end = struct.pack("<4H2LH", 0, 0, claimed, claimed, len(directory), len(body) + shift, 0)
    return body + directory + b"PK\x05\x06" + end
