"""Small scans for tests, and broken ones."""

import struct
import zlib
from io import BytesIO

from PIL import Image

from agreements.papers.models import Paper
from agreements.signing.accepting import accept_scan
from agreements.signing.comparing import find, points_of
from agreements.signing.scan_draft import add_files
from agreements.signing.scan_models import Scan
from negotiate.law.words import Capacity
from negotiate.people.models import Seat

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


def bring(seat: Seat, *contents: bytes) -> Scan:
    """A draft with these files, by default one."""
    add_files(seat, contents or (PDF,))
    return Scan.objects.get(paper=newest(seat))


def newest(seat: Seat) -> Paper:
    paper = Paper.objects.of_room(seat.room_id).first()
    assert paper is not None
    return paper


def agree(seat: Seat, *without: str) -> None:
    """Find every point of the scan equal, but for those named by their keys; and have the other
    side's chief, or both, find so of their own hands and seals."""
    scan = Scan.objects.get(paper=newest(seat))
    own = {"": seat, seat.side: seat}
    chiefs = Seat.objects.filter(room=seat.room_id, capacity=Capacity.CHIEF)
    whose = {**{chief.side: chief for chief in chiefs}, **own}
    for point in points_of(scan.paper):
        if point.key not in without:
            find(whose[point.side], point=point.key, edition=scan.edition)


def accept(seat: Seat) -> Paper:
    return accept_scan(seat, edition=Scan.objects.get(paper=newest(seat)).edition)


def sign_in_ink(seat: Seat, *contents: bytes) -> Paper:
    """The whole path of ink: brought, compared and accepted."""
    bring(seat, *contents)
    agree(seat)
    return accept(seat)
