"""Whom a poll asks, and what a press comes to: in secret, with names, with names and changeable."""

import pytest

from negotiate.ballots import actions as ballots
from negotiate.ballots.models import Poll, RecordedVote, Turnout
from negotiate.law.refusal import Refused
from negotiate.law.words import Capacity, Electorate, Secrecy, Side
from negotiate.people.models import Seat
from negotiate.rooms.actions import consent
from tests.boxes import papers_of
from tests.negotiate.ballots.staff import ask_staff, enrol, paper, papers
from tests.negotiate.meeting import Meeting

W, E = Side.WORKER, Side.EMPLOYER
ONE, TWO, THREE = "1" * 32, "2" * 32, "3" * 32


def named(meeting: Meeting, secrecy: Secrecy) -> tuple[Poll, Seat]:
    meeting.propose(30000, 500)
    consent.open_poll(meeting.chair, meeting.term.pk, [W], secrecy=secrecy)
    return Poll.objects.get(state=Poll.State.OPEN), meeting.other(W)


def stands(poll: Poll) -> tuple[str, int]:
    vote = RecordedVote.objects.get(poll=poll)
    return vote.choice, vote.press


def test_the_whole_workforce_is_its_staff_and_their_own_delegates(in_session: Meeting) -> None:
    staff = enrol(in_session, 3)
    poll = ask_staff(in_session)
    roll = {entry.seat_id for entry in poll.roll.all()}
    assert roll == {*(s.pk for s in staff), in_session.chief(W).pk, in_session.other(W).pk}
    assert poll.roll_size == 5


def test_staff_are_not_asked_where_only_delegates_are(in_session: Meeting) -> None:
    staff = enrol(in_session, 1)
    in_session.propose(30000, 500)
    poll = in_session.ask(W)[0]
    with pytest.raises(Refused, match="不在这次表决的名册上"):
        ballots.cast(staff[0], poll.pk, "yes", ONE)


def test_staff_who_have_not_come_cannot_vote(in_session: Meeting) -> None:
    seat = enrol(in_session, 1)[0]
    Seat.objects.filter(pk=seat.pk).update(arrived_at=None)
    with pytest.raises(Refused, match="请先签到"):
        ballots.cast(seat, ask_staff(in_session).pk, "yes", ONE)


def test_a_staff_s_poll_needs_a_roll_and_is_for_the_workers_alone(in_session: Meeting) -> None:
    with pytest.raises(Refused, match="还没有职工名册"):
        ask_staff(in_session)
    enrol(in_session, 1)
    with pytest.raises(Refused, match="只有职工方"):
        ballots.open_poll(
            room_id=in_session.room.pk,
            version_id=in_session.term.versions.get().pk,
            side=E,
            binding=True,
            electorate=Electorate.STAFF,
        )
    assert not Poll.objects.exists()


def test_of_a_whole_workforce_two_thirds_must_have_voted(in_session: Meeting) -> None:
    staff = enrol(in_session, 8)  # ten on the roll
    poll = ask_staff(in_session)
    ballots.cast_many(papers(staff[:6], poll))
    closed = ballots.close_poll(poll.pk)
    assert (closed.yes, closed.passed) == (6, False)
    assert "实到 6（须 ≥ 7）✗" in closed.verdict


def test_the_record_counts_the_staff_and_names_none_of_them(in_session: Meeting) -> None:
    staff = enrol(in_session, 8)
    poll = ask_staff(in_session)
    ballots.cast_many(papers(staff, poll))
    consent.close_poll(in_session.chair, poll.pk)
    late = Seat.objects.get(person__name="职工0")
    with pytest.raises(Refused, match="已经结束"):
        consent.vote(late, poll.pk, "yes", ONE)
    record = "".join(in_session.room.book.entries.values_list("body", flat=True))
    assert '"cast":8' in record
    assert "职工0" not in record
    assert "您的票没有计入" in record


def test_a_recorded_vote_is_kept_with_its_name_and_its_first_press_counts(
    in_session: Meeting,
) -> None:
    poll, seat = named(in_session, Secrecy.RECORDED)
    receipt = ballots.cast(seat, poll.pk, "no", ONE)
    assert ballots.cast(seat, poll.pk, "no", ONE) == receipt
    with pytest.raises(Refused, match="先前已计入"):
        ballots.cast(seat, poll.pk, "yes", TWO, press=2)
    assert RecordedVote.objects.get(poll=poll, seat=seat).choice == "no"
    closed = ballots.close_poll(poll.pk)
    assert (closed.no, papers_of(poll)) == (1, {receipt: "no"})
    assert ballots.cast(seat, poll.pk, "no", ONE) == receipt


def test_a_later_press_replaces_a_vote_that_may_change(in_session: Meeting) -> None:
    poll, seat = named(in_session, Secrecy.CHANGEABLE)
    first = ballots.cast(seat, poll.pk, "yes", ONE)
    second = ballots.cast(seat, poll.pk, "no", TWO, press=2)
    assert first != second
    assert stands(poll) == ("no", 2)
    assert Turnout.objects.count() == 1
    assert ballots.cast(seat, poll.pk, "no", TWO, press=2) == second


def test_a_press_that_comes_late_does_not_undo_a_later_one(in_session: Meeting) -> None:
    poll, seat = named(in_session, Secrecy.CHANGEABLE)
    ballots.cast(seat, poll.pk, "no", THREE, press=3)
    with pytest.raises(Refused, match="后来改投的一票已经计入"):
        ballots.cast(seat, poll.pk, "yes", TWO, press=2)
    with pytest.raises(Refused, match="先前已计入"):
        ballots.cast(seat, poll.pk, "yes", ONE, press=3)
    assert stands(poll) == ("no", 3)


def test_a_phone_that_keeps_one_key_for_all_its_presses_changes_its_vote_too(
    in_session: Meeting,
) -> None:
    poll, seat = named(in_session, Secrecy.CHANGEABLE)
    receipt = ballots.cast(seat, poll.pk, "yes", ONE)
    assert ballots.cast(seat, poll.pk, "no", ONE, press=2) == receipt
    assert stands(poll) == ("no", 2)


def test_nothing_is_changed_after_the_close(in_session: Meeting) -> None:
    poll, seat = named(in_session, Secrecy.CHANGEABLE)
    receipt = ballots.cast(seat, poll.pk, "yes", ONE)
    ballots.close_poll(poll.pk)
    with pytest.raises(ballots.TooLate, match="已经结束"):
        ballots.cast(seat, poll.pk, "no", TWO, press=2)
    assert ballots.cast(seat, poll.pk, "yes", ONE) == receipt
    assert stands(poll) == ("yes", 1)


def test_of_several_presses_in_one_batch_the_latest_stands(in_session: Meeting) -> None:
    poll, seat = named(in_session, Secrecy.CHANGEABLE)
    presses = [
        paper(seat, poll, "yes", ONE, 1),
        paper(seat, poll, "abstain", THREE, 3),
        paper(seat, poll, "no", TWO, 2),
    ]
    first, last, between = ballots.cast_many(presses)
    assert last == ballots.receipt_of(poll.pk, THREE)
    assert "后来改投" in str(first)
    assert "后来改投" in str(between)
    assert stands(poll) == ("abstain", 3)


def test_a_void_poll_keeps_no_named_vote(in_session: Meeting) -> None:
    poll, seat = named(in_session, Secrecy.RECORDED)
    ballots.cast(seat, poll.pk, "no", ONE)
    in_session.propose(30000, 600, side=E)
    assert Poll.objects.get(pk=poll.pk).state == Poll.State.VOID
    assert not RecordedVote.objects.exists()
    with pytest.raises(Refused, match="这次表决作废"):
        ballots.cast(seat, poll.pk, "no", ONE)


def test_staff_only_vote(in_session: Meeting) -> None:
    seat = enrol(in_session, 1)[0]
    assert seat.capacities == {Capacity.STAFF}
    poll = ask_staff(in_session)
    assert ballots.cast(seat, poll.pk, "yes", ONE) == ballots.receipt_of(poll.pk, ONE)
