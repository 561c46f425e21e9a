"""Rooms as they stand, each read once for everybody who looks at it.

A reading holds what no single audience may see together: a `Board` chooses from it, and templates
never get it.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final, cast

from django.db.models import prefetch_related_objects

from negotiate.ballots.models import HandCount, Poll
from negotiate.clocks.seen import ClockView
from negotiate.law.words import Side, Stage, TermState
from negotiate.rooms.models import Room
from negotiate.rooms.sight import questions as ask
from negotiate.rooms.sight.facts import BreakView, RoomView, TermFacts
from negotiate.rooms.sight.lineage import OnTable, on_tables
from negotiate.rooms.sight.people import PersonView, RollView, SeatView
from negotiate.rooms.sight.progress import Progress, progress_of
from negotiate.rooms.sight.ratified import RatificationFacts, ratifications
from negotiate.rooms.sight.seen import ConfirmationView
from negotiate.rooms.sight.talks import NOTHING, Talks, talks_of
from negotiate.rooms.sight.timed import clocks_of

Facts = Mapping[int, tuple[int, RoomView]]  # by room: its version, and what it is
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
    talks: Talks
    progress: Progress
    ratifications: tuple[RatificationFacts, ...]
    clocks: tuple[ClockView, ...]


def read(room_id: int) -> Reading:
    """The room now. Raises Room.DoesNotExist."""
    found = read_all([room_id])
    if room_id not in found:
        raise Room.DoesNotExist
    return found[room_id]


def read_all(rooms: Collection[int]) -> dict[int, Reading]:
    """These rooms now, in as many questions as one; a room that does not exist is left out."""
    facts = {
        room: (length + full, RoomView(*told))
        for room, rows in ask.ROOM.each(rooms).items()
        for length, full, *told in rows
    }
    seats = {
        room: tuple(SeatView(PersonView(*row[:2]), *row[2:]) for row in rows)
        for room, rows in ask.SEATS.each(facts).items()
    }
    rolls, terms, breaks = _rolls(facts), _terms(facts, seats), _breaks(facts)
    ratified, clocks = ratifications(facts), clocks_of(view for _, view in facts.values())
    talks = talks_of({room: view for room, (_, view) in facts.items()})
    return {
        room: Reading(
            version,
            view,
            seats[room],
            rolls.get(room),
            tuple(terms[room]),
            breaks.get(room),
            talks.get(room, NOTHING),
            progress_of((read.term for read in terms[room]), view.is_at),
            ratified.get(room, ()),
            clocks.get(room, ()),
        )
        for room, (version, view) in facts.items()
    }


def _rolls(facts: Facts) -> dict[int, RollView]:
    on_roll = {room: view.on_roll for room, (_, view) in facts.items() if view.on_roll}
    come = ask.STAFF_COME.each(on_roll)
    return {room: RollView(all_, sum(n for (n,) in come[room])) for room, all_ in on_roll.items()}


def _breaks(facts: Facts) -> dict[int, BreakView]:
    now = [room for room, (_, view) in facts.items() if view.is_at is Stage.SUSPENDED]
    return {room: BreakView(*row) for room, rows in ask.BREAK.each(now).items() for row in rows}


def _terms(facts: Facts, seats: Mapping[int, Collection[SeatView]]) -> dict[int, list[TermRead]]:
    """A congress's polls while it ratifies, and otherwise the sides' own."""
    tables = on_tables(seats)
    talked = [room for room, table in tables.items() if table]
    polls, confirmed = _polls(talked), _confirmed(talked)
    found: dict[int, list[TermRead]] = {}
    for room, rows in ask.TERMS.each(seats).items():
        chiefs = {seat.of: seat.person.name for seat in seats[room] if seat.is_chief}
        found[room] = []
        ratifying = facts[room][1].is_at is Stage.RATIFYING
        for pk, title, kind, state, acclaimed in rows:
            table = tables[room].get(pk)
            now = table.now.version.pk if table else 0
            by = confirmed.get(now, ())
            words = (ConfirmationView(s, chiefs[s], s.value in by) for s in Side if s in chiefs)
            term = TermFacts(pk, title, kind, TermState(state), acclaimed)
            now_asked = tuple(p for p in polls.get(now, ()) if bool(p.ratification_id) is ratifying)
            found[room].append(TermRead(term, table, now_asked, tuple(words)))
    return found


def _confirmed(rooms: Collection[int]) -> dict[int, set[str]]:
    """By version, the sides whose chief stands by it."""
    found: dict[int, set[str]] = {}
    for rows in ask.CONFIRMED.each(rooms).values():
        for version, side in rows:
            found.setdefault(version, set()).add(side)
    return found


def _polls(rooms: Collection[int]) -> dict[int, list[Poll]]:
    """By version, as `polled.with_counts` gives them."""
    found: dict[int, list[Poll]] = {}
    for rows in ask.POLLS.each(rooms).values():
        for row in rows:
            poll = _poll(*row)
            found.setdefault(poll.version_id, []).append(poll)
    open_ = [poll for them in found.values() for poll in them if poll.state == Poll.State.OPEN]
    counts = [count for poll in open_ if (count := _COUNT.get_cached_value(poll))]
    prefetch_related_objects(counts, "confirmations")
    return found


def _poll(voted: int, handed_out: int, of_bound: int | None, *row: Any) -> Poll:
    poll: Any = Poll.from_db(None, ask.OF_POLL, row[: len(ask.OF_POLL)])
    poll.voted, poll.handed_out = voted, handed_out
    poll.of_bound = of_bound
    figures: Any = row[len(ask.OF_POLL) :]
    count = HandCount.from_db(None, ask.OF_COUNT, figures) if figures[0] else None
    _COUNT.set_cached_value(poll, count)
    return cast(Poll, poll)
