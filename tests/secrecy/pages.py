"""The rows in a PostgreSQL table's file, dead ones too: a page is read as src/include/storage/
bufpage.h, itemid.h and access/htup_details.h describe it (PostgreSQL 14 to 18, little-endian)."""

import struct
from collections.abc import Iterator
from typing import NamedTuple

PAGE = 8192  # bytes
_HEADER = struct.Struct("<QHHHHHHI")  # lsn, checksum, flags, lower, upper, special, size, prune
_ITEM = struct.Struct("<I")  # offset: 15 bits, state: 2 bits, length: 15 bits
_ROW = struct.Struct("<III")  # xmin, xmax, command
_REDIRECTED = 2


class Row(NamedTuple):
    """A row as it lies there: which transactions made and ended it, its place, and its bytes."""

    xmin: int
    xmax: int
    block: int
    item: int
    body: bytes


def rows(file: bytes) -> Iterator[Row]:
    """Every row of a heap, in the order of its places."""
    for block in range(len(file) // PAGE):
        page = file[block * PAGE : (block + 1) * PAGE]
        lower = _HEADER.unpack_from(page)[3]
        for item, at in enumerate(range(_HEADER.size, lower, _ITEM.size), 1):
            (word,) = _ITEM.unpack_from(page, at)
            offset, state, length = word & 0x7FFF, word >> 15 & 3, word >> 17
            if length and state != _REDIRECTED:
                xmin, xmax, _ = _ROW.unpack_from(page, offset)
                yield Row(xmin, xmax, block, item, page[offset : offset + length])
