"""A room as it stands, read once for everybody who looks at it.

A reading holds what no single audience may see together: a `Board` chooses from it, and templates
never get it.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import prefetch_related_objects

from negotiate.ballots.models import HandCount, Poll
from negotiate.law.words import Side, Stage, TermState
from negotiate.rooms.models import Room
from negotiate.rooms.sight import questions as ask
from negotiate.rooms.sight.facts import (
    BreakView,
    PersonView,
    RollView,
    RoomView,
    SeatView,
    TermFacts,
)
from negotiate.rooms.sight.lineage import OnTable, on_table
from negotiate.rooms.sight.seen import ConfirmationView

_COUNT: Final[Any] = Poll._meta.get_field("hand_count")


@dataclass(frozen=True, slots=True)
class TermRead:
    """One term, the polls on its newest version (of both sides, with figures), and who has
    confirmed that version."""

    term: TermFacts
    table: OnTable | None
    polls: tuple[Poll, ...]
    confirmations: tuple[ConfirmationView, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """`version` was read first: what stands beside it may be newer, and never older."""

    version: int
    room: RoomView
    seats: tuple[SeatView, ...]
    roll: RollView | None
    terms: tuple[TermRead, ...]
    suspension: BreakView | None


def read(room_id: int) -> Reading:
    """The room now. Raises Room.DoesNotExist."""
    for length, full, *facts in ask.ROOM.of(room_id):
        room = RoomView(*facts)
        suspended = room.is_at is Stage.SUSPENDED
        seats = tuple(SeatView(PersonView(*row[:2]), *row[2:]) for row in ask.SEATS.of(room_id))
        return Reading(
            length + full,
            room,
            seats,
            _roll(room),
            tuple(_terms(room_id, seats)),
            next((BreakView(*row) for row in ask.BREAK.of(room_id)), None) if suspended else None,
        )
    raise Room.DoesNotExist


def _roll(room: RoomView) -> RollView | None:
    if not room.on_roll:
        return None
    return RollView(room.on_roll, sum(count for (count,) in ask.STAFF_COME.of(room.pk)))


def _terms(room_id: int, seats: Collection[SeatView]) -> Iterator[TermRead]:
    chiefs = {seat.of: seat.person.name for seat in seats if seat.is_chief}
    tables = on_table(room_id)
    polls, confirmed = (_polls(room_id), _confirmed(room_id)) if tables else ({}, {})
    for pk, title, kind, state, acclaimed in ask.TERMS.of(room_id):
        term = TermFacts(pk, title, kind, TermState(state), acclaimed)
        table = tables.get(term.pk)
        now = table.now.version.pk if table else 0
        by = confirmed.get(now, ())
        words = (ConfirmationView(s, chiefs[s], s.value in by) for s in Side if s in chiefs)
        yield TermRead(term, table, tuple(polls.get(now, ())), tuple(words))


def _confirmed(room_id: int) -> dict[int, set[str]]:
    """By version, the sides whose chief stands by it."""
    found: dict[int, set[str]] = {}
    for version, side in ask.CONFIRMED.of(room_id):
        found.setdefault(version, set()).add(side)
    return found


def _polls(room_id: int) -> dict[int, list[Poll]]:
    """By version, as `polled.with_counts` gives them."""
    found: dict[int, list[Poll]] = {}
    being_counted = []
    for voted, handed_out, *row in ask.POLLS.of(room_id):
        poll: Any = Poll.from_db(None, ask.OF_POLL, row[: len(ask.OF_POLL)])
        poll.voted, poll.handed_out = voted, handed_out
        figures: Any = row[len(ask.OF_POLL) :]
        count = HandCount.from_db(None, ask.OF_COUNT, figures) if figures[0] else None
        _COUNT.set_cached_value(poll, count)
        if count and poll.state == Poll.State.OPEN:
            being_counted.append(count)
        found.setdefault(poll.version_id, []).append(poll)
    prefetch_related_objects(being_counted, "confirmations")
    return found
