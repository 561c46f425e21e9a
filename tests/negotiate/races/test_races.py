"""Of two orders at the same moment the second finds what the first has left, or is refused."""

import pytest

from agreements.papers.models import Paper
from agreements.scenarios.handwriting import scrawl
from agreements.signing.actions import sign
from agreements.signing.models import Signature
from negotiate.ballots import actions as ballots
from negotiate.ballots.models import Poll, Turnout
from negotiate.law.refusal import Refused
from negotiate.law.words import Side, Stage
from negotiate.people.models import Seat
from negotiate.rooms.actions import consent, ledger, seating, sitting
from negotiate.rooms.models import Version
from tests.boxes import papers_of
from tests.negotiate.meeting import Meeting
from tests.negotiate.races.two import Outcome, race

pytestmark = pytest.mark.usefixtures("committing")
W, E = Side.WORKER, Side.EMPLOYER
KEY, OTHER_KEY = "a" * 32, "b" * 32


@pytest.fixture
def sitting_room(committing: None) -> Meeting:
    """A meeting in session, stored for every connection to see."""
    meeting = Meeting("award")
    meeting.open()
    return meeting


@pytest.fixture
def asked(sitting_room: Meeting) -> tuple[Meeting, Poll]:
    sitting_room.propose(30000, 500)
    return sitting_room, sitting_room.ask(W)[0]


Asked = tuple[Meeting, Poll]


def refused(outcome: Outcome, sentence: str) -> bool:
    return isinstance(outcome, Refused) and sentence in str(outcome)


def test_of_two_first_proposals_one_is_refused(sitting_room: Meeting) -> None:
    meeting, term = sitting_room, sitting_room.term.pk

    def propose(side: Side, most: int) -> Version:
        return ledger.propose(meeting.chief(side), term, meeting.tiers(most, 500), answers=None)

    came = race(lambda: propose(W, 30000), lambda: propose(E, 40000))
    assert isinstance(came.first, Version)
    assert refused(came.second, "刚有人提出了新方案")
    assert Version.objects.get() == came.first


def test_a_paper_that_comes_during_the_count_is_refused(asked: Asked) -> None:
    meeting, poll = asked
    came = race(
        lambda: consent.close_poll(meeting.chair, poll.pk),
        lambda: consent.vote(meeting.other(W), poll.pk, "yes", KEY),
    )
    assert refused(came.second, "您的票没有计入")
    poll.refresh_from_db()
    assert (poll.yes, len(papers_of(poll)), Turnout.objects.count()) == (0, 0, 0)


def test_a_paper_that_is_in_the_box_is_counted(asked: Asked) -> None:
    meeting, poll = asked
    came = race(
        lambda: consent.vote(meeting.other(W), poll.pk, "yes", KEY),
        lambda: consent.close_poll(meeting.chair, poll.pk),
    )
    assert came.first == ballots.receipt_of(poll.pk, KEY)
    poll.refresh_from_db()
    assert (poll.state, poll.yes) == (Poll.State.CLOSED, 1)


def test_a_paper_delivered_twice_at_once_gets_the_same_receipt(asked: Asked) -> None:
    meeting, poll = asked

    def deliver() -> str:
        return consent.vote(meeting.other(W), poll.pk, "yes", KEY)

    came = race(deliver, deliver)
    assert came.first == came.second == ballots.receipt_of(poll.pk, KEY)
    assert (len(papers_of(poll)), Turnout.objects.count()) == (1, 1)


def test_of_two_papers_of_one_seat_one_is_refused(asked: Asked) -> None:
    meeting, poll = asked
    came = race(
        lambda: consent.vote(meeting.other(W), poll.pk, "yes", KEY),
        lambda: consent.vote(meeting.other(W), poll.pk, "no", OTHER_KEY),
    )
    assert came.first == ballots.receipt_of(poll.pk, KEY)
    assert refused(came.second, "先前已计入")
    assert list(papers_of(poll).values()) == ["yes"]


def test_a_vote_from_a_link_that_is_being_re_issued_is_refused(asked: Asked) -> None:
    meeting, poll = asked
    seat = meeting.other(W)
    came = race(
        lambda: seating.reissue(meeting.chair, seat.pk),
        lambda: consent.vote(seat, poll.pk, "yes", KEY),
    )
    assert refused(came.second, "您已不在这个会场的席位上")
    assert not Turnout.objects.exists()


def test_a_link_is_re_issued_only_after_the_vote_that_is_under_way(asked: Asked) -> None:
    meeting, poll = asked
    seat = meeting.other(W)
    came = race(
        lambda: consent.vote(seat, poll.pk, "yes", KEY),
        lambda: seating.reissue(meeting.chair, seat.pk),
    )
    assert came.waited
    assert came.first == ballots.receipt_of(poll.pk, KEY)
    assert Seat.objects.get(pk=seat.pk).link_serial == seat.link_serial + 1


def test_of_two_phones_with_one_link_the_second_is_refused(sitting_room: Meeting) -> None:
    seat = sitting_room.other(W)
    came = race(lambda: seating.enter(seat), lambda: seating.enter(seat))
    assert isinstance(came.first, Seat)
    assert refused(came.second, "已在另一部手机上打开")
    assert Seat.objects.get(pk=seat.pk).device == came.first.device


def test_a_paper_that_is_being_signed_is_not_taken_back(sitting_room: Meeting) -> None:
    sitting_room.agree()
    sitting_room.sum_up()
    came = race(lambda: sitting_room.sign(W), lambda: sitting.return_to_session(sitting_room.chair))
    assert isinstance(came.first, Paper)
    assert refused(came.second, "已有人签署")
    assert sitting_room.room.is_at is Stage.SUMMED_UP
    assert Signature.objects.get().paper == came.first


def test_a_paper_that_is_being_taken_back_is_not_signed(sitting_room: Meeting) -> None:
    sitting_room.agree()
    digest, chief = sitting_room.sum_up().digest, sitting_room.chief(W)
    came = race(
        lambda: sitting.return_to_session(sitting_room.chair),
        lambda: sign(chief, text_digest=digest, strokes=scrawl(chief.person.name)),
    )
    assert refused(came.second, "不能办理：签署")
    assert sitting_room.room.is_at is Stage.IN_SESSION
    assert not Signature.objects.exists()
