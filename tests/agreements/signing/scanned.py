"""Small scans for tests, and broken ones."""

import struct
import zlib
from io import BytesIO

from PIL import Image

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def picture(kind: str) -> bytes:
    """A page with something on it, in Pillow's name of a format."""
    page = Image.linear_gradient("L").resize((200, 300)).convert("RGB")
    packed = BytesIO()
    page.save(packed, kind)
    return packed.getvalue()


def immense(side: int) -> bytes:
    """A PNG of a few hundred bytes that says it has `side` by `side` pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        whole = name + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    parts = [
        chunk(b"IHDR", head),
        chunk(b"IDAT", zlib.compress(b"\0" * 10_000)),
        chunk(b"IEND", b""),
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)
