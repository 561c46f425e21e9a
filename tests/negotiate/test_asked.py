"""A question made into SQL once says what its queryset says."""

import pytest
from django.db import DatabaseError, transaction

from negotiate.asked import Asked
from negotiate.law.words import Capacity
from negotiate.people.models import Seat
from tests.negotiate.meeting import Meeting

FIELDS = ("pk", "person__name", "presides", "arrived_at")
CHIEFS = Asked(
    lambda room: Seat.objects.filter(room=room, capacity=Capacity.CHIEF).values_list(*FIELDS)
)
OF_ROOMS = Asked(lambda room: Seat.objects.filter(room__in=[room]).values_list("room", "pk"))


def test_a_question_says_what_its_queryset_says(in_session: Meeting) -> None:
    room, other = in_session.chair.room_id, Meeting("caterer").chair.room_id
    for key in (room, other, room, 0):
        chiefs = Seat.objects.filter(room=key, capacity=Capacity.CHIEF).values_list(*FIELDS)
        assert CHIEFS.of(key) == list(chiefs)


def test_one_question_is_asked_about_many_at_once(meeting: Meeting) -> None:
    rooms = [meeting.chair.room_id, Meeting("caterer").chair.room_id]
    for keys in (rooms, rooms[:1], [], [*rooms, 0], {rooms[1]: "any"}):
        seats = Seat.objects.filter(room__in=list(keys)).values_list("room", "pk")
        assert sorted(OF_ROOMS.of_all(keys)) == sorted(seats)


def test_it_sees_what_its_own_transaction_has_written(meeting: Meeting) -> None:
    room = meeting.chair.room_id
    before = [row[3] for row in CHIEFS.of(room)]
    meeting.open()
    assert before == [None, None]
    assert None not in [row[3] for row in CHIEFS.of(room)]


def broken_off(meeting: Meeting) -> None:
    """Ask between a change and a fault that undoes it."""
    room = meeting.chair.room_id
    with transaction.atomic():
        Seat.objects.filter(room=room).update(capacity=Capacity.ATTENDEE)
        assert CHIEFS.of(room) == []
        Seat.objects.create(room_id=room, person=meeting.chair.person, capacity="attendee")


def test_after_a_fault_and_a_rollback_it_is_asked_again(meeting: Meeting) -> None:
    before = CHIEFS.of(meeting.chair.room_id)
    with pytest.raises(DatabaseError):
        broken_off(meeting)
    assert CHIEFS.of(meeting.chair.room_id) == before
