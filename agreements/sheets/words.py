"""What several of these papers say in the same way."""

from collections.abc import Iterable
from datetime import date, datetime

from agreements.papers.text import SignatureBlock
from negotiate.law.words import Capacity, Side
from negotiate.people.models import Seat
from negotiate.rooms.models import Room
from negotiate.rooms.telling import LOCAL, written

BLANK = "　　　　　　"


def day(on: date | datetime | None) -> str:
    """A day as a Chinese paper writes it; room for ink where it is not known."""
    if on is None:
        return "　　　　年　　月　　日"
    local = on.astimezone(LOCAL) if isinstance(on, datetime) else on
    return f"{local.year}年{local.month}月{local.day}日"


def at(moment: datetime) -> str:
    return written(moment)


def party(room: Room, side: Side) -> str:
    """A side by the name that its seal bears."""
    union = f"{room.enterprise}工会委员会"
    return union if side is Side.WORKER else room.enterprise.name


def role(seat: Seat) -> str:
    return f"{seat.of.label if seat.of else ''}{Capacity(seat.capacity).label}"


def place(room: Room, seat: Seat, *, sealed: bool = True) -> SignatureBlock:
    """An open place for somebody's ink, with the side's seal beside it."""
    seal = party(room, seat.of) if sealed and seat.of else ""
    return SignatureBlock(role(seat), seat.person.name, seal)


def of_side(seats: Iterable[Seat], side: Side) -> list[Seat]:
    return [seat for seat in seats if seat.of is side]


def marks(seat: Seat) -> str:
    """What a list says of somebody besides the post."""
    said = (
        ("首席", seat.is_chief),
        ("女", seat.woman),
        ("一线", seat.front_line),
        ("外聘", seat.outside),
    )
    return "、".join(word for word, holds in said if holds)
