"""Nothing that a side does by itself reaches anybody else: neither what it is nor that it was.

A thousand random meetings are played twice: as they are, and without what each side did by itself.
All that others can see has to be the same, byte for byte and step by step.
"""

from collections.abc import Callable, Iterator
from typing import Any
from unittest.mock import patch

import pytest
from django.db import connection
from django.utils import timezone

from negotiate.live import announce
from negotiate.people.models import Seat
from negotiate.record.actions import append
from negotiate.rooms.actions import accepting, caucus
from negotiate.rooms.models import Caucus, CaucusNote, Version
from negotiate.rooms.sight.faces import Sight
from tests.negotiate.rooms.conferring import Act, Dice
from tests.negotiate.rooms.watched import Room, Seen, Step

pytestmark = pytest.mark.on_one_database

# What everybody sees; and how often, with other private acts among it. What is drawn does not hang
# on the kind of database: on services, where each of these takes three times as long, a hundred do.
MEETINGS, EACH = (1000 if connection.vendor == "sqlite" else 100), 20


@pytest.fixture
def room(db: None) -> Iterator[Room]:
    room = Room()
    with room.made():
        yield room


def mixed(dice: Dice, course: list[Act]) -> list[Act]:
    """The course with private acts before, between and after."""
    acts: list[Act] = []
    for public in [*course, None]:
        acts += [dice.private() for _ in range(dice.of.choice((0, 1, 1, 2)))]
        acts += [public] if public else []
    return acts


def without(steps: list[Step]) -> list[Act]:
    """What is left of a meeting without its private acts. What both chiefs said is public from the
    moment of the second; when the first one said it is nobody's business."""
    acts: list[Act] = []
    for place, step in enumerate(steps):
        if step.act.accepts and step.outcome is True:
            others = (s.act for s in reversed(steps[:place]) if s.act.accepts)
            acts += [next(act for act in others if act.side is not step.act.side), step.act]
        elif step.act.side is None:
            acts.append(step.act)
    return acts


def outcomes(steps: list[Step]) -> list[object]:
    """What everybody sees came of it."""
    public = (step for step in steps if step.act.side is None or step.outcome is True)
    return [step.outcome if isinstance(step.outcome, str | bool) else None for step in public]


def watched(room: Room, acts: list[Act]) -> tuple[list[Step], list[Seen]]:
    """Played, and seen before every act that everybody sees, by some of them in turn, and by all in
    the end."""
    seen: list[Seen] = []
    gaps = sum(act.side is None for act in acts)

    def before() -> None:
        some = room.audiences[len(seen) % 3 :: 3] if len(seen) < gaps else room.audiences
        seen.append(room.look(some))

    return room.play(acts, before), seen


def hold(room: Room, courses: int, each: int) -> int:
    """Play so many meetings and compare them; how many were played."""
    played = 0
    for seed in range(courses):
        dice = Dice(seed)
        course = [dice.public() for _ in range(dice.of.choice((2, 3)))]
        known: dict[tuple[Act, ...], tuple[list[object], list[Seen]]] = {}
        for again in range(each):
            acts = mixed(Dice(1000 + seed * each + again), course)
            steps, seen = watched(room, acts)
            rest = without(steps)
            if tuple(rest) not in known:
                alone, alone_seen = watched(room, rest)
                known[tuple(rest)] = outcomes(alone), alone_seen
            assert (outcomes(steps), seen) == known[tuple(rest)], seed
            shown = seen[-1].everything()
            assert not [mark for act in acts for mark in act.marks if mark in shown]
            played += 1
    return played


def test_meetings_look_the_same_without_what_each_side_did_by_itself(
    room: Room,
) -> None:
    played = hold(room, MEETINGS // EACH, EACH)
    print(f"{played} meetings")
    assert played >= MEETINGS


# ---- A test that cannot fail proves nothing: each of these leaks in another way ------------------


def _written_down(table: Caucus) -> None:
    append(table.room.book_id, "conferred", {"side": table.side}, {})


def _told(table: Caucus) -> None:
    announce.news(table.room_id)


def _on_the_desk(table: Caucus) -> None:
    Seat.objects.filter(room=table.room_id, presides=True).update(second_device_at=timezone.now())


@pytest.mark.parametrize("leak", [_written_down, _told, _on_the_desk])
def test_a_side_that_leaves_a_trace_is_caught(room: Room, leak: Callable[[Caucus], None]) -> None:
    kept = caucus.add_note

    def leaky(seat: Seat, text: str) -> None:
        kept(seat, text)
        leak(caucus.table_of(seat))

    with patch.object(caucus, "add_note", leaky), pytest.raises(AssertionError):
        hold(room, 2, 10)


def test_a_screen_that_knows_how_much_was_written_is_caught(room: Room) -> None:
    drawn = Sight.drawn

    def leaky(sight: Sight, *given: Any) -> str:
        return f"{drawn(sight, *given)}<!--{CaucusNote.objects.count() // 2}-->"

    with patch.object(Sight, "drawn", leaky), pytest.raises(AssertionError):
        hold(room, 2, 10)


def test_a_secret_word_that_is_shown_before_both_have_said_it_is_caught(room: Room) -> None:
    said = accepting.accept_if

    def leaky(seat: Seat, term_id: int, text_hash: str) -> bool:
        Version.objects.filter(term=term_id, digest=text_hash).update(both_would=True)
        return said(seat, term_id, text_hash)

    with patch.object(accepting, "accept_if", leaky), pytest.raises(AssertionError):
        hold(room, 2, 10)
