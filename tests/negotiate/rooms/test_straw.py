"""Straw polls of a side from which somebody leaves, or in which there are but two; and how much a
side may heap on its table."""

import pytest

from negotiate.law.words import Capacity, Side, Stage
from negotiate.people.roster_file import RosterRow
from negotiate.rooms.actions import caucus, composing, seating, straw
from negotiate.rooms.models import Caucus, StrawPoll
from tests.negotiate.meeting import Meeting
from tests.negotiate.ordinary import CHAIR, WORKERS, Ordinary
from tests.negotiate.refusing import refuses

W, E = Side.WORKER, Side.EMPLOYER


def test_two_who_have_both_voted_read_the_figures(meeting: Meeting) -> None:
    seats = [meeting.chief(W), meeting.other(W)]
    straw.ask(seats[0], "行不行")
    for seat in seats:
        straw.vote(seat, 1, 1)
    poll = StrawPoll.objects.get()
    assert (poll.ended, poll.told, poll.counts) == (True, True, [0, 2, 0])


def test_what_somebody_chose_who_was_then_unseated_is_not_told_to_the_one_left(
    meeting: Meeting,
) -> None:
    chief, other = meeting.chief(W), meeting.other(W)
    straw.ask(chief, "行不行")
    straw.vote(other, 1, 1)
    seating.unseat(meeting.chair, other.pk)
    straw.end(chief, 1)
    poll = StrawPoll.objects.get()
    assert (poll.told, poll.counts) == (False, [0, 0, 0])


def test_the_vote_of_somebody_unseated_takes_nobodys_place(meeting: Meeting) -> None:
    rows = [RosterRow("丙", "", "", W, Capacity.REPRESENTATIVE)]
    seating.seat_persons(meeting.chair, rows)
    chief, other = meeting.chief(W), meeting.other(W)
    third = meeting.room.seats.get(person__name="丙")
    straw.ask(chief, "行不行")
    straw.vote(other, 1, 1)
    seating.unseat(meeting.chair, other.pk)
    straw.vote(chief, 1, 0)
    assert not StrawPoll.objects.get().ended
    straw.vote(third, 1, 0)
    assert (StrawPoll.objects.get().ended, StrawPoll.objects.get().counts) == (True, [2, 1, 0])


@pytest.mark.parametrize("voted", [True, False])
def test_who_leaves_the_talks_is_waited_for_no_more(db: None, voted: bool) -> None:
    talks = Ordinary().to(Stage.IN_SESSION)
    left, *rest = [talks.seat(name) for name in (*WORKERS, CHAIR)]
    straw.ask(rest[0], "行不行")
    if voted:
        straw.vote(left, 1, 2)
    composing.vacate(talks.desk, left.pk, reason="调走")
    straw.vote(rest[0], 1, 0)
    assert not StrawPoll.objects.get().ended
    straw.vote(rest[1], 1, 0)
    poll = StrawPoll.objects.get()
    assert (poll.ended, poll.told, poll.counts) == (True, True, [2, 0, int(voted)])


def test_a_side_heaps_up_no_more_than_a_page_can_show(
    meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(caucus, "MOST", 1)
    monkeypatch.setattr(straw, "MOST", 1)
    chief, term = meeting.chief(W), meeting.term.pk
    caucus.add_note(chief, "一张")
    caucus.keep_draft(chief, term, {"rows": [{"rank": "一"}]})
    straw.ask(chief, "行不行")
    refuses("便条太多了", caucus.add_note, chief, "又一张")
    refuses("草案太长或者太多了", caucus.keep_draft, chief, term, {"rows": [{"rank": "二"}]})
    refuses("摸底太多了", straw.ask, chief, "再问一次")
    caucus.add_note(meeting.chief(E), "对方的不算在内")
    assert Caucus.objects.count() == 2
