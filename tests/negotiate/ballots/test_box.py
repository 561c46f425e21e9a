"""A paper is counted once, whoever resends it, and nobody can be joined to it."""

import pytest

from negotiate.ballots import actions as ballots
from negotiate.ballots.models import BallotPaper, Poll, Turnout
from negotiate.law.refusal import Refused
from negotiate.law.words import Side
from negotiate.people.models import Seat
from negotiate.rooms.actions import consent, seating
from tests.boxes import papers_of
from tests.negotiate.meeting import Meeting

W, E = Side.WORKER, Side.EMPLOYER
KEY = "a" * 32


@pytest.fixture
def asked(in_session: Meeting) -> tuple[Meeting, Poll]:
    in_session.propose(30000, 500)
    return in_session, in_session.ask(W)[0]


Asked = tuple[Meeting, Poll]


def test_the_same_paper_again_gets_the_same_receipt_and_counts_once(asked: Asked) -> None:
    meeting, poll = asked
    seat = meeting.other(W)
    first = ballots.cast(seat, poll.pk, "yes", KEY)
    assert ballots.cast(seat, poll.pk, "yes", KEY) == first
    assert (len(papers_of(poll)), Turnout.objects.count()) == (1, 1)


def test_a_resend_after_the_close_still_gets_its_receipt(asked: Asked) -> None:
    meeting, poll = asked
    seat = meeting.other(W)
    first = ballots.cast(seat, poll.pk, "yes", KEY)
    consent.close_poll(meeting.chair, poll.pk)
    assert ballots.cast(seat, poll.pk, "yes", KEY) == first


def test_a_second_paper_of_the_same_seat_is_refused(asked: Asked) -> None:
    meeting, poll = asked
    ballots.cast(meeting.other(W), poll.pk, "yes", KEY)
    with pytest.raises(Refused, match="先前已计入"):
        ballots.cast(meeting.other(W), poll.pk, "no", "b" * 32)
    assert list(papers_of(poll).values()) == ["yes"]


def test_a_paper_after_the_close_is_refused(asked: Asked) -> None:
    meeting, poll = asked
    consent.close_poll(meeting.chair, poll.pk)
    with pytest.raises(Refused, match="已经结束"):
        ballots.cast(meeting.other(W), poll.pk, "yes", KEY)
    assert not papers_of(poll)


def test_the_other_side_cannot_vote_here(asked: Asked) -> None:
    meeting, poll = asked
    with pytest.raises(Refused, match="不是您这一方"):
        ballots.cast(meeting.chief(E), poll.pk, "yes", KEY)


def test_another_room_cannot_vote_here(asked: Asked) -> None:
    _, poll = asked
    stranger = Meeting("caterer").chief(W)
    with pytest.raises(Refused, match="不是您这一方"):
        ballots.cast(stranger, poll.pk, "yes", KEY)


@pytest.mark.parametrize("choice", ["", "maybe", "YES", "赞成"])
def test_an_unknown_choice_is_refused(asked: Asked, choice: str) -> None:
    meeting, poll = asked
    with pytest.raises(Refused, match="请选择"):
        ballots.cast(meeting.other(W), poll.pk, choice, KEY)


def test_a_vote_from_a_link_that_was_re_issued_is_refused(asked: Asked) -> None:
    meeting, poll = asked
    seat = meeting.other(W)
    seating.reissue(meeting.chair, seat.pk)
    with pytest.raises(Refused, match="您已不在这个会场的席位上"):
        ballots.cast(seat, poll.pk, "yes", KEY)
    assert not Turnout.objects.exists()
    ballots.cast(Seat.objects.get(pk=seat.pk), poll.pk, "yes", KEY)
    assert len(papers_of(poll)) == 1


def test_a_key_of_an_earlier_poll_is_another_paper_in_this_one(asked: Asked) -> None:
    meeting, poll = asked
    first = ballots.cast(meeting.other(W), poll.pk, "yes", KEY)
    meeting.propose(30000, 600)
    again = meeting.ask(W)[0]
    assert ballots.cast(meeting.other(W), again.pk, "no", KEY) != first
    assert list(papers_of(again).values()) == ["no"]


def test_nobody_gets_a_receipt_for_the_paper_of_somebody_else(asked: Asked) -> None:
    meeting, poll = asked
    ballots.cast(meeting.other(W), poll.pk, "yes", KEY)
    with pytest.raises(Refused, match="编号已经用过"):
        ballots.cast(meeting.chief(W), poll.pk, "no", KEY)
    assert (len(papers_of(poll)), Turnout.objects.count()) == (1, 1)


def test_the_roll_is_frozen_when_the_poll_opens(asked: Asked) -> None:
    meeting, poll = asked
    assert poll.roll_size == 2
    poll.roll.filter(seat=meeting.other(W)).delete()
    with pytest.raises(Refused, match="名册"):
        ballots.cast(meeting.other(W), poll.pk, "yes", KEY)


def test_a_no_show_is_not_a_yes(asked: Asked) -> None:
    meeting, poll = asked
    ballots.cast(meeting.other(W), poll.pk, "yes", KEY)
    consent.close_poll(meeting.chair, poll.pk)
    poll.refresh_from_db()
    assert (poll.yes, poll.roll_size, poll.passed) == (1, 2, False)
    assert "应到 2" in poll.verdict


def test_a_closed_poll_stays_closed(asked: Asked) -> None:
    meeting, poll = asked
    consent.close_poll(meeting.chair, poll.pk)
    with pytest.raises(Refused, match="已经结束"):
        consent.close_poll(meeting.chair, poll.pk)


def test_no_table_no_record_ties_a_voter_to_a_paper(asked: Asked) -> None:
    meeting, poll = asked
    ballots.cast(meeting.other(W), poll.pk, "no", KEY)
    consent.close_poll(meeting.chair, poll.pk)
    turnout = {field.name for field in Turnout._meta.get_fields()}
    paper = {field.name for field in BallotPaper._meta.get_fields()}
    assert turnout & paper == {"id", "poll"}  # and the rows' numbers are given after the count
    record = "".join(meeting.room.book.entries.values_list("body", flat=True))
    assert KEY not in record
    assert '"no"' not in record


def test_a_receipt_does_not_carry_the_choice(asked: Asked) -> None:
    _, poll = asked
    assert ballots.receipt_of(poll.pk, KEY) == ballots.receipt_of(poll.pk, KEY)
    assert ballots.receipt_of(poll.pk, KEY) != ballots.receipt_of(poll.pk, "b" * 32)
