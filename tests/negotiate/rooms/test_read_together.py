"""Rooms that have news at the same time are read together: each looks as it does by itself."""

from itertools import islice
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from negotiate.live.audience import Audience
from negotiate.rooms.desk import draw
from negotiate.rooms.models import Room
from negotiate.rooms.sight.faces import Sight, draw_fragments
from negotiate.rooms.sight.reading import read, read_all
from tests.negotiate.meeting import Meeting
from tests.negotiate.rooms.anew import nothing_kept
from tests.negotiate.rooms.course import Course, audiences


def test_rooms_at_different_stages_look_as_each_does_alone(db: None) -> None:
    """One goes three acts while the other goes one, so that every stage meets others."""
    quick, slow = Course(1), Course(2)
    quick_acts, slow_acts = quick.acts(), slow.acts()
    rooms = [course.chair.room_id for course in (quick, slow)]
    while any([*islice(quick_acts, 3), *islice(slow_acts, 1)]):
        who = [audience for room in rooms for audience in audiences(room)]
        together = draw_fragments(who)
        with nothing_kept():
            alone = [draw_fragments(audiences(room)) for room in rooms]
        assert together == alone[0] | alone[1]


def queries(*rooms: int) -> int:
    with CaptureQueriesContext(connection) as asked:
        read_all(rooms)
    return len(asked)


def test_many_rooms_are_read_in_as_many_questions_as_one(db: None) -> None:
    meetings = [Meeting(scenario) for scenario in ("award", "award", "caterer")]
    for meeting in meetings:
        meeting.open()
    meetings[0].propose(30000, 500)
    rooms = [meeting.chair.room_id for meeting in meetings]
    queries(rooms[0])  # the first time words are found for its version, too
    assert queries(*rooms) == queries(rooms[0])


def test_a_room_that_is_gone_is_left_out(in_session: Meeting) -> None:
    room = in_session.chair.room_id
    assert read_all([room, 0]) == {room: read(room)}
    with pytest.raises(Room.DoesNotExist):
        read(0)


def test_what_is_wrong_with_one_room_spoils_no_other(
    in_session: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound, broken = in_session.chair.room_id, Meeting("caterer").chair.room_id
    drawn = Sight.drawn

    def breaking(sight: Sight, *who: Any) -> str:
        if sight.room.pk == broken:
            raise ZeroDivisionError
        return drawn(sight, *who)

    monkeypatch.setattr(Sight, "drawn", breaking)
    who = [*audiences(broken), *audiences(sound), Audience(0, "screen", "", (), "en")]
    found = draw(who)
    assert {audience: found[audience] for audience in audiences(sound)} == draw_fragments(
        audiences(sound)
    )
    assert all(isinstance(found[audience], ZeroDivisionError) for audience in audiences(broken))
    assert isinstance(found[who[-1]], KeyError)
