"""The minutes of a sitting (会议记录): drawn from the record, with the recorder's corrections
beside what they correct, and the names of those who stand by it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, NamedTuple

from negotiate.law.canonical import digest
from negotiate.law.words import DELEGATES, Capacity
from negotiate.people.models import Seat
from negotiate.rooms.models import Approval, Correction, Room
from negotiate.rooms.recorders import unagreed
from negotiate.rooms.telling import Sitting, sittings

ALL = "representatives"
ATTENDING = "attending"
MORE: Final = frozenset({ALL, ATTENDING})
"""Who signs, where it is not the chiefs alone."""


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence, and what the recorder has set right in it since, oldest first."""

    entry: int
    sentence: str
    corrections: tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class Minutes:
    """One sitting's. `digest` is what is signed: it is another after every correction.
    `asked` is whose names belong under it; `signed` are the approvals of this text, `waiting` those
    who have not given theirs, `outdated` those who signed what stood there before a correction."""

    number: int
    opened_at: datetime
    over: bool
    lines: tuple[Line, ...]
    digest: str
    asked: tuple[Seat, ...]
    signed: tuple[Approval, ...]
    waiting: tuple[Seat, ...]
    outdated: tuple[Seat, ...]

    @property
    def is_complete(self) -> bool:
        return self.over and not self.waiting


def minutes_of(room: Room) -> list[Minutes]:
    """Those of every sitting so far."""
    seats = list(room.seats.at_table().select_related("person"))
    corrections = list(room.corrections.select_related("seat__person"))
    approvals = list(room.approvals.select_related("seat__person"))
    asking = _Asking(seats, room.rules.says("record_signed_by"), unagreed(room))
    held = sittings(room.book)
    return [_minutes(each, asking.under(each), corrections, approvals) for each in held]


class _Asking(NamedTuple):
    """Those at the table, the rule of the place, and the recorders on whom nobody has agreed."""

    seats: Sequence[Seat]
    rule: str
    unagreed: Collection[int]

    def under(self, sitting: Sitting) -> list[Seat]:
        """Whose names belong under its minutes: the recorder's, on whom both chiefs agreed; and by
        the rules of the place both chiefs', all representatives', or those of all who attended."""
        asked = {Capacity.RECORDER.value, Capacity.CHIEF.value}
        if self.rule in MORE:
            asked |= {capacity.value for capacity in DELEGATES}
        came = (s for s in self.seats if s.pk in sitting.came or self.rule == ALL or s.is_chief)
        return [seat for seat in came if seat.capacity in asked and seat.pk not in self.unagreed]


def _minutes(
    sitting: Sitting,
    asked: Sequence[Seat],
    corrections: Iterable[Correction],
    approvals: Iterable[Approval],
) -> Minutes:
    lines = tuple(
        Line(told.entry, told.sentence, tuple(c for c in corrections if c.entry == told.entry))
        for told in sitting.told
    )
    text = digest([[line.sentence, *(c.text for c in line.corrections)] for line in lines])
    own = [approval for approval in approvals if approval.sitting == sitting.number]
    signed = tuple(approval for approval in own if approval.digest == text)
    names = {approval.seat_id for approval in signed}
    waiting = tuple(seat for seat in asked if seat.pk not in names)
    before = {approval.seat_id for approval in own} - names
    return Minutes(
        sitting.number,
        sitting.opened_at,
        sitting.over,
        lines,
        text,
        tuple(asked),
        signed,
        waiting,
        tuple(seat for seat in waiting if seat.pk in before),
    )
