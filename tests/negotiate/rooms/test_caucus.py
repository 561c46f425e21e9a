"""What a side does by itself: notes, drafts, straw polls. The room knows nothing of it."""

from collections.abc import Iterator

import pytest

from negotiate.law.words import Capacity, Side, Stage
from negotiate.people.models import Seat
from negotiate.people.roster_file import RosterRow
from negotiate.rooms.actions import seating, straw
from negotiate.rooms.actions.caucus import (
    add_note,
    delete_draft,
    delete_note,
    keep_draft,
    table_of,
)
from negotiate.rooms.models import Caucus, CaucusDraft, CaucusNote, StrawMark, StrawPoll
from tests.negotiate.meeting import Meeting
from tests.negotiate.refusing import refused
from tests.negotiate.rooms.everything import Hall
from tests.trace import trace

W, E = Side.WORKER, Side.EMPLOYER
PRIVATE = {"Caucus", "CaucusNote", "CaucusDraft", "StrawPoll", "StrawMark", "WouldAccept"}


@pytest.fixture
def nothing_moves(meeting: Meeting) -> Iterator[None]:
    """Nothing outside a side's own tables has changed in the end, and no screen is out of date."""
    before, version = trace(without=PRIVATE), meeting.room.version
    yield
    assert trace(without=PRIVATE) == before
    assert meeting.room.version == version


def three(meeting: Meeting) -> list[Seat]:
    """The worker side's chief, its representative, and a third one."""
    rows = [RosterRow("丙", "", "", W, Capacity.REPRESENTATIVE)]
    seating.seat_persons(meeting.chair, rows)
    return list(Seat.objects.filter(room=meeting.room, side=W).select_related("room", "person"))


@pytest.mark.usefixtures("nothing_moves")
def test_notes_stand_newest_first_and_go_when_their_author_says(meeting: Meeting) -> None:
    chief, other = meeting.chief(W), meeting.other(W)
    for seat, text in ((chief, "先听"), (other, "再说")):
        add_note(seat, text)
    assert [note.text for note in table_of(chief).notes.all()] == ["再说", "先听"]
    newest = table_of(chief).notes.first()
    assert newest
    assert "写的人" in refused(delete_note, chief, newest.number)
    delete_note(other, newest.number)
    assert [note.text for note in table_of(chief).notes.all()] == ["先听"]


@pytest.mark.usefixtures("nothing_moves")
def test_each_side_has_a_table_of_its_own(meeting: Meeting) -> None:
    for side in Side:
        add_note(meeting.chief(side), side.label)
    for side in Side:
        (note,) = table_of(meeting.other(side)).notes.all()
        assert (note.text, note.number) == (side.label, 1)
    (number,) = table_of(meeting.chief(E)).notes.values_list("number", flat=True)
    delete_note(meeting.chief(E), number)
    assert CaucusNote.objects.get().text == W.label


@pytest.mark.usefixtures("nothing_moves")
def test_a_draft_is_kept_as_it_was_typed_complete_or_not(meeting: Meeting) -> None:
    raw = {"rows": [{"rank": "一等", "amount": "三万左右"}]}
    keep_draft(meeting.chief(W), meeting.term.pk, raw)
    assert CaucusDraft.objects.get().raw == raw


def test_who_opens_an_own_draft_changes_it_and_anothers_is_kept_beside(meeting: Meeting) -> None:
    chief, other, term = meeting.chief(W), meeting.other(W), meeting.term.pk
    keep_draft(chief, term, {"rows": [{"rank": "甲"}]})
    keep_draft(chief, term, {"rows": [{"rank": "乙"}]}, CaucusDraft.objects.get().number)
    keep_draft(other, term, {"rows": [{"rank": "丙"}]}, CaucusDraft.objects.get().number)
    drafts = list(table_of(chief).drafts.all())
    assert [draft.raw["rows"][0]["rank"] for draft in drafts] == ["丙", "乙"]
    assert "写的人" in refused(delete_draft, chief, drafts[0].number)
    delete_draft(chief, drafts[1].number)
    assert CaucusDraft.objects.get().seat == other


@pytest.mark.parametrize("typed", ["a\0b", "\ud800", "\u202e1"])
def test_a_draft_has_only_signs_that_are_seen(meeting: Meeting, typed: str) -> None:
    assert "特殊符号" in refused(
        keep_draft, meeting.chief(W), meeting.term.pk, {"rows": [{"rank": typed}], "other": "1"}
    )


def test_a_draft_is_of_a_term_of_this_room_and_of_a_size(meeting: Meeting) -> None:
    elsewhere = Meeting("caterer").term.pk
    assert "没有这个条款" in refused(keep_draft, meeting.chief(W), elsewhere, {})
    long = {"rows": [{"rank": "长" * 40_000}]}
    assert "太长" in refused(keep_draft, meeting.chief(W), meeting.term.pk, long)


def test_a_straw_poll_tells_figures_when_all_have_voted_and_not_before(meeting: Meeting) -> None:
    seats = three(meeting)
    straw.ask(seats[0], "现在就答应吗")
    for seat, option in zip(seats, (0, 1, 0), strict=True):
        assert not StrawPoll.objects.get().ended
        straw.vote(seat, 1, option)
    poll = StrawPoll.objects.get()
    assert (poll.ended, poll.told, poll.counts, poll.voted) == (True, True, [2, 1, 0], 3)


def test_ended_early_with_too_few_votes_it_forgets_them(meeting: Meeting) -> None:
    seats = three(meeting)
    straw.ask(seats[1], "要哪一个", ["甲", "乙"])
    straw.vote(seats[0], 1, 1)
    straw.end(seats[1], 1)
    poll = StrawPoll.objects.get()
    assert (poll.ended, poll.told, poll.counts, poll.voted) == (True, False, [0, 0], 1)


def test_ended_early_with_three_votes_it_tells_them(meeting: Meeting) -> None:
    seats = three(meeting)
    rows = [RosterRow("丁", "", "", W, Capacity.EXPERT)]
    seating.seat_persons(meeting.chair, rows)
    straw.ask(seats[1], "要哪一个", ["甲", "乙"])
    for seat in seats:
        straw.vote(seat, 1, 1)
    straw.end(seats[0], 1)
    assert (StrawPoll.objects.get().told, StrawPoll.objects.get().counts) == (True, [0, 3])


def test_nothing_says_who_voted_once_it_has_ended(meeting: Meeting) -> None:
    seats = three(meeting)
    straw.ask(seats[0], "行不行")
    straw.vote(seats[0], 1, 0)
    assert StrawMark.objects.count() == 1
    straw.end(seats[0], 1)
    assert not StrawMark.objects.exists()


def test_everybody_of_the_side_votes_once_and_only_while_it_runs(meeting: Meeting) -> None:
    seats = three(meeting)
    straw.ask(seats[1], "行不行")
    straw.vote(seats[0], 1, 0)
    assert "已经选过" in refused(straw.vote, seats[0], 1, 1)
    assert "先选一项" in refused(straw.vote, seats[1], 1, 3)
    assert "先选一项" in refused(straw.vote, seats[1], 1, -1)
    assert "提问的人" in refused(straw.end, seats[2], 1)
    assert "没有这个" in refused(straw.vote, meeting.chief(E), 1, 0)
    straw.end(seats[1], 1)
    assert "已经结束" in refused(straw.vote, seats[1], 1, 0)


@pytest.mark.parametrize("options", [["甲"], ["甲", "甲"], list("甲乙丙丁戊己庚")])
def test_a_straw_poll_has_two_to_six_different_options(
    meeting: Meeting, options: list[str]
) -> None:
    refused(straw.ask, meeting.chief(W), "要哪一个", options)


def test_nobody_confers_who_is_of_no_side(db: None) -> None:
    hall = Hall()
    for name in ("记录", "旁听", "职工"):
        assert "只有" in refused(add_note, hall.seats[name], "偷看")
    assert "只有" in refused(add_note, hall.chair, "偷看")
    add_note(hall.seats["专家"], "我有话说")


@pytest.mark.parametrize("stage", [Stage.WAITING, Stage.CHECK_IN, Stage.SUSPENDED])
def test_a_side_confers_before_the_session_and_in_its_breaks(db: None, stage: Stage) -> None:
    hall = Hall()
    hall.reach(stage)
    add_note(hall.chief(W), "想一想")
    assert Caucus.objects.get().serial == 1


def test_when_all_is_summed_up_there_is_no_more_to_confer(db: None) -> None:
    hall = Hall()
    hall.reach(Stage.SUMMED_UP)
    assert "已归纳" in refused(add_note, hall.chief(W), "太晚了")


def test_who_loses_the_seat_before_the_meeting_leaves_notes_to_the_side(meeting: Meeting) -> None:
    """Taking a seat away must neither fail nor show that there were any."""
    other = meeting.other(W)
    add_note(other, "留给大家")
    straw.ask(other, "行不行")
    straw.vote(other, 2, 0)
    seating.unseat(meeting.chair, other.pk)
    note = table_of(meeting.chief(W)).notes.get()
    assert (note.by, note.seat) == (other.person.name, None)
    assert StrawPoll.objects.get().voted == 1
