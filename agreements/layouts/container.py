"""The ZIP of an uploaded layout, unpacked no further than a layout can need."""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import Final
from zipfile import BadZipFile, ZipFile, ZipInfo

from negotiate.law.refusal import N_, Refused

MAX_FILE: Final = 4_000_000
"""Bytes of an uploaded layout: a page of tags, a letterhead, perhaps an emblem."""
MAX_UNPACKED: Final = 20_000_000
MAX_XML: Final = 3_000_000
"""Bytes of one XML part: read as a tree it takes twenty times as much."""
MAX_PARTS: Final = 200
_CHUNK: Final = 65_536
_ENCRYPTED: Final = 0x1


def parts_of(file: bytes) -> dict[str, bytes]:
    """Every part by its name. Raises Refused."""
    require_small(len(file))
    try:
        with ZipFile(BytesIO(file)) as packed:
            entries = packed.infolist()
            _require_bounded(entries)
            return {entry.filename: unpacked(packed, entry) for entry in entries}
    except (BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError) as fault:
        raise Refused(
            N_("这不是能用的 Word 文档。请在 Word 里另存为 .docx，不要加密码，再上传。")
        ) from fault


def require_small(size: int) -> None:
    """`size` in bytes. Raises Refused."""
    if size > MAX_FILE:
        raise Refused(N_("文件超过4兆，太大了。请缩小里面的图片再上传。"))


def _require_bounded(entries: list[ZipInfo]) -> None:
    if len(entries) > MAX_PARTS:
        raise Refused(
            N_("文件里有%(count)s个部件，超过%(most)s个，不是正常的 Word 文档。"),
            count=len(entries),
            most=MAX_PARTS,
        )
    names = [entry.filename.casefold() for entry in entries]
    if len(set(names)) != len(names):
        raise Refused(N_("文件里有重名的部件，不是正常的 Word 文档。"))
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise BadZipFile("encrypted")
    xml = [entry for entry in entries if is_xml(entry.filename)]
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED or any(
        entry.file_size > MAX_XML for entry in xml
    ):
        raise Refused(N_("文件解开以后太大，不是正常的 Word 文档。"))


def is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def unpacked(packed: ZipFile, entry: ZipInfo) -> bytes:
    """The part, chunk by chunk, and never more than it says of itself: what a bomb says was
    bounded before."""
    content = bytearray()
    with packed.open(entry) as part:
        while chunk := part.read(_CHUNK):
            content += chunk
            if len(content) > entry.file_size:
                raise BadZipFile("longer than it says")
    return bytes(content)
