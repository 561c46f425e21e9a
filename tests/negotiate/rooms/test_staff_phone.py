"""What one of the staff sees: where the meeting is, the vote, the table; never a delegate's act."""

import re

import pytest

from negotiate.ballots import actions as ballots
from negotiate.law.words import Electorate, Side
from negotiate.people.models import Seat
from negotiate.rooms.actions import consent, ledger, seating, sitting
from negotiate.rooms.sight.board import Board
from negotiate.rooms.sight.faces import audience_of, audience_of_screen, draw_fragment
from negotiate.rooms.sight.reading import read
from tests.negotiate.meeting import Meeting, enrolled

W, E = Side.WORKER, Side.EMPLOYER


@pytest.fixture
def staff(meeting: Meeting) -> Seat:
    """One of three on the roll of a meeting in session; two have come."""
    people = enrolled(meeting.chair, ("赵一", "1"), ("钱二", "2"), ("孙三", "3"))
    meeting.open()
    for seat in people[:2]:
        seating.enter_hall(seat)
    return Seat.objects.select_related("room", "person").get(pk=people[0].pk)


def sees(seat: Seat) -> str:
    return draw_fragment(audience_of(seat))[1]


def board(seat: Seat) -> Board:
    return Board(read(seat.room_id), audience_of(seat))


def ask(meeting: Meeting, electorate: Electorate, side: Side = W) -> None:
    consent.open_poll(meeting.chair, meeting.term.pk, [side], electorate=electorate)


def test_staff_have_a_phone_of_the_workers_side(staff: Seat) -> None:
    audience = audience_of(staff)
    assert (audience.face, audience.side, audience.capacities) == ("phone", "worker", ("staff",))


def test_all_staff_see_the_same(meeting: Meeting, staff: Seat) -> None:
    assert len({audience_of(seat) for seat in meeting.room.seats.staff()}) == 1


def test_nothing_can_be_pressed_while_delegates_talk(meeting: Meeting, staff: Seat) -> None:
    assert "双方代表正在协商" in sees(staff)
    meeting.propose(30000, 500)
    shown = sees(staff)
    assert "第 1 版" in shown
    for text in ("<form", "propose/", "roster/", "staff/", "record/", "withdraw/"):
        assert text not in shown


def test_a_poll_of_all_staff_is_asked_of_them_and_of_their_delegates(
    meeting: Meeting, staff: Seat
) -> None:
    meeting.propose(30000, 500)
    ask(meeting, Electorate.STAFF)
    for seat in (staff, meeting.chief(W), meeting.other(W)):
        assert board(seat).my_poll
        assert "data-ballot" in sees(seat)
    assert board(meeting.chief(E)).my_poll is None
    assert "propose/" not in sees(staff)


def test_a_poll_of_the_delegates_is_looked_on_at(meeting: Meeting, staff: Seat) -> None:
    meeting.propose(30000, 500)
    ask(meeting, Electorate.DELEGATES)
    assert board(staff).my_poll is None
    assert "本方代表正在表决" in sees(staff)
    assert "data-ballot" not in sees(staff)
    assert board(meeting.chief(W)).my_poll


def test_a_poll_of_the_other_side_is_none_of_theirs(meeting: Meeting, staff: Seat) -> None:
    meeting.propose(30000, 500)
    ask(meeting, Electorate.DELEGATES, E)
    assert "企业方正在表决" in sees(staff)


def test_figures_of_the_delegates_poll_are_the_delegates_own(meeting: Meeting, staff: Seat) -> None:
    meeting.propose(30000, 500)
    ask(meeting, Electorate.DELEGATES)
    poll = meeting.room.polls.get()
    for entry in poll.roll.select_related("seat"):
        ballots.cast(entry.seat, poll.pk, "yes", ballots.new_key())
    consent.close_poll(meeting.chair, poll.pk)
    (term,) = [term for term in board(staff).terms if term.polls]
    assert [poll.steps for poll in term.polls] == [()]


def test_agreed_terms_are_read_and_the_paper_is_found(meeting: Meeting, staff: Seat) -> None:
    meeting.agree()
    assert "已达成" in sees(staff)
    assert ledger.current(meeting.term).wording().paragraphs[0] in sees(staff)
    meeting.sum_up()
    assert "等待签署" in sees(staff)
    assert "我要签" not in sees(staff)
    for side in (W, E):
        meeting.sign(side)
    assert "纪要已签署" in sees(staff)


def test_coming_of_staff_changes_no_phone(meeting: Meeting, staff: Seat) -> None:
    """Thousands come in within minutes: their screens are not drawn anew for each."""
    phones = [staff, meeting.chief(W), meeting.chief(E), meeting.other(W)]
    before = [sees(seat) for seat in phones]
    seating.enter_hall(meeting.room.seats.get(person__name="孙三"))
    assert [sees(seat) for seat in phones] == before


def test_chair_and_big_screen_show_the_roll_in_two_figures(meeting: Meeting, staff: Seat) -> None:
    for audience in (audience_of(meeting.chair), audience_of_screen(meeting.room)):
        shown = draw_fragment(audience)[1]
        assert "名册 3 人，已到 2 人" in shown
        assert not re.search("赵一|钱二|孙三", shown)


def test_a_room_without_a_roll_shows_none(meeting: Meeting) -> None:
    sitting.open_check_in(meeting.chair)
    for audience in (audience_of(meeting.chair), audience_of_screen(meeting.room)):
        shown = draw_fragment(audience)[1]
        assert "名册 " not in shown
        assert "hall-code" not in shown


def test_the_halls_code_is_on_the_screen_from_check_in_to_the_end_of_talks(
    meeting: Meeting,
) -> None:
    enrolled(meeting.chair, ("赵一", "1"))
    shown = []
    for step in (lambda: None, meeting.open, meeting.agree, meeting.sum_up):
        step()
        shown.append("hall-code" in draw_fragment(audience_of_screen(meeting.room))[1])
    assert shown == [False, True, True, False]
