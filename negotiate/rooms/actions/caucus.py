"""What a side keeps for itself: notes, and drafts of what it may put on the table."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final

from negotiate.law import terms
from negotiate.law.canonical import canonical
from negotiate.law.legible import is_legible, tidied
from negotiate.law.refusal import Refused
from negotiate.law.terms import Field, Kind
from negotiate.law.words import Action
from negotiate.people.models import Seat
from negotiate.rooms.models import Caucus, CaucusDraft, CaucusNote, Room, Term
from negotiate.rooms.order import privately

MOST: Final = 200  # things of a kind on a side's table
LARGEST: Final = 100_000  # bytes of a draft: room for the longest table, two hundred rows


@contextmanager
def conferring(seat: Seat) -> Iterator[tuple[Seat, Caucus]]:
    """Let through by the law, and the side's own table held, with its next serial on it. Nothing
    that the other side could wait for is locked."""
    with privately(seat, Action.CONFER) as order:
        tables = Caucus.objects.select_for_update(of=("self",))
        caucus, _ = tables.get_or_create(room=order.room, side=order.seat.side)
        caucus.serial += 1
        yield order.seat, caucus
        caucus.save(update_fields=["serial"])


def add_note(seat: Seat, text: str) -> None:
    with conferring(seat) as (own, caucus):
        if caucus.notes.count() >= MOST:
            raise Refused("便条太多了，请先删掉一些。")
        CaucusNote.objects.create(
            caucus=caucus, number=caucus.serial, seat=own, by=own.person.name, text=text
        )


def delete_note(seat: Seat, number: int) -> None:
    with conferring(seat) as (own, caucus):
        gone, _ = caucus.notes.filter(number=number, seat=own).delete()
        if not gone:
            raise Refused("只有写的人可以删掉。")


def keep_draft(seat: Seat, term_id: int, raw: Mapping[str, Any], number: int | None = None) -> None:
    """Keep a sheet as it was typed, complete or not. `number`: over the draft that it was opened
    from, if that is one's own; another's stays as it is beside it."""
    with conferring(seat) as (own, caucus):
        term = Term.objects.filter(pk=term_id, item__room=caucus.room_id).first()
        if term is None:
            raise Refused("没有这个条款。")
        sheet = _sheet(terms.kind(term.kind), raw)
        if len(canonical(sheet)) > LARGEST or caucus.drafts.count() >= MOST:
            raise Refused("草案太长或者太多了，请先删掉一些。")
        if number is not None:
            caucus.drafts.filter(number=number, seat=own).delete()
        CaucusDraft.objects.create(
            caucus=caucus, number=caucus.serial, seat=own, by=own.person.name, term=term, raw=sheet
        )


def delete_draft(seat: Seat, number: int) -> None:
    with conferring(seat) as (own, caucus):
        gone, _ = caucus.drafts.filter(number=number, seat=own).delete()
        if not gone:
            raise Refused("只有写的人可以删掉。")


def table_of(seat: Seat) -> Caucus:
    """The own side's, to be looked at; with serial 0, and no row behind it, where nothing was ever
    put on it."""
    room: Room = seat.room
    found = Caucus.objects.filter(room=room, side=seat.side).first()
    return found or Caucus(room=room, side=seat.side)


def _sheet(kind: Kind, raw: Mapping[str, Any]) -> dict[str, Any]:
    """What the kind has blanks for, tidied."""
    sheet: dict[str, Any] = _filled(kind.fields, raw)
    if kind.columns:
        sheet["rows"] = [_filled(kind.columns, row) for row in raw.get("rows", [])]
    return sheet


def _filled(fields: Iterable[Field], raw: Mapping[str, Any]) -> dict[str, str]:
    filled = {field.name: tidied(str(raw[field.name])) for field in fields if field.name in raw}
    if not all(is_legible(text, lines=True) for text in filled.values()):
        raise Refused("草案里有看不见的特殊符号，请删掉后重新填写。")
    return filled
