"""Paper and hands at the same moment as a phone, a close, or each other: nobody counts twice."""

import pytest

from negotiate.ballots.models import Poll, Turnout
from negotiate.law.refusal import Refused
from negotiate.law.words import Means, Secrecy, Side
from negotiate.rooms import counts
from negotiate.rooms.actions import consent, counting
from tests.negotiate.crowd import Crowd
from tests.negotiate.races.two import Outcome, race

pytestmark = pytest.mark.usefixtures("committing")
W, E = Side.WORKER, Side.EMPLOYER
KEY = "a" * 32
Asked = tuple[Crowd, Poll]


@pytest.fixture
def asked(committing: None) -> Asked:
    hall = Crowd()
    return hall, hall.poll(Secrecy.RECORDED)


def refused(outcome: Outcome, sentence: str) -> bool:
    return isinstance(outcome, Refused) and sentence in str(outcome)


def test_whoever_is_handed_a_paper_does_not_vote_by_phone_at_the_same_moment(asked: Asked) -> None:
    hall, poll = asked
    seat = hall.seats["工0"]
    came = race(
        lambda: counting.issue_paper(hall.recorder, poll.pk, seat.pk),
        lambda: consent.vote(seat, poll.pk, "yes", KEY),
    )
    assert came.first == "工0"
    assert refused(came.second, "纸质票")
    assert came.waited
    assert Turnout.objects.get(poll=poll).on_paper


def test_whoever_votes_by_phone_is_handed_no_paper_at_the_same_moment(asked: Asked) -> None:
    hall, poll = asked
    seat = hall.seats["工0"]
    came = race(
        lambda: consent.vote(seat, poll.pk, "yes", KEY),
        lambda: counting.issue_paper(hall.recorder, poll.pk, seat.pk),
    )
    assert refused(came.second, "已经投过票")
    assert not Turnout.objects.get(poll=poll).on_paper


def test_two_desks_hand_one_person_one_paper(asked: Asked) -> None:
    hall, poll = asked
    seat = hall.seats["工0"]
    came = race(
        lambda: counting.issue_paper(hall.recorder, poll.pk, seat.pk),
        lambda: counting.issue_paper(hall.chair, poll.pk, seat.pk),
    )
    assert refused(came.second, "已经领过纸质票")
    assert Turnout.objects.filter(poll=poll).count() == 1


def test_a_press_that_comes_as_hands_are_called_for_is_refused(asked: Asked) -> None:
    hall, poll = asked
    came = race(
        lambda: hall.count(poll, Means.HANDS, 0),
        lambda: consent.vote(hall.other(W), poll.pk, "yes", KEY),
    )
    assert refused(came.second, "举手")
    assert not Turnout.objects.filter(poll=poll).exists()


def test_hands_are_not_called_for_while_a_press_is_on_its_way(asked: Asked) -> None:
    hall, poll = asked
    came = race(
        lambda: consent.vote(hall.other(W), poll.pk, "yes", KEY),
        lambda: hall.count(poll, Means.HANDS, 0),
    )
    assert refused(came.second, "不能改为举手")


def test_a_close_does_not_slip_in_between_a_count_and_its_confirmation(asked: Asked) -> None:
    hall, poll = asked
    hall.hand_out(poll, 0, 1)
    figures = hall.count(poll, Means.PAPER, 1)
    hall.confirm_count(poll, figures)
    came = race(
        lambda: hall.count(poll, Means.PAPER, 2),
        lambda: consent.close_poll(hall.chair, poll.pk),
    )
    assert refused(came.second, "还等首席代表")
    assert Poll.objects.get(pk=poll.pk).state == Poll.State.OPEN


def test_figures_that_change_as_a_chief_confirms_are_not_confirmed(asked: Asked) -> None:
    hall, poll = asked
    hall.hand_out(poll, 0, 1)
    figures = hall.count(poll, Means.PAPER, 1)
    came = race(
        lambda: hall.count(poll, Means.PAPER, 2),
        lambda: counting.confirm_count(hall.chief(E), poll.pk, figures),
    )
    assert refused(came.second, "刚刚改过")
    count = counts.count_of(poll)
    assert count is not None
    assert not count.confirmations.exists()
