"""Paper and hands: counted once, confirmed by both chiefs on exactly these figures, then merged."""

import pytest

from negotiate.ballots.models import CountConfirmation, HandCount, Poll, Turnout
from negotiate.law.refusal import Refused
from negotiate.law.words import Means, Secrecy, Side
from negotiate.people.models import Seat
from negotiate.rooms import counts
from negotiate.rooms.actions import counting, ledger
from tests.negotiate.crowd import Crowd

W, E = Side.WORKER, Side.EMPLOYER

PAPER, HANDS = Means.PAPER, Means.HANDS


@pytest.fixture
def hall(db: None) -> Crowd:
    return Crowd()


def figures(poll: Poll) -> tuple[int, int, int]:
    return poll.yes, poll.no, poll.abstain


def test_paper_and_phones_are_counted_together(hall: Crowd) -> None:
    poll = hall.poll()
    hall.hand_out(poll, 0, 1, 2, 3, 4)
    hall.press(poll, "yes", hall.chief(W), hall.other(W), hall.seats["工5"])
    hall.confirm_count(poll, hall.count(poll, PAPER, 3, 1, 1))
    closed = hall.close(poll)
    assert figures(closed) == (6, 1, 1)
    assert closed.passed


def test_whoever_has_a_paper_cannot_vote_by_phone(hall: Crowd) -> None:
    poll = hall.poll()
    hall.hand_out(poll, 0)
    with pytest.raises(Refused, match="纸质票"):
        hall.press(poll, "yes", hall.seats["工0"])
    assert Poll.objects.get(pk=poll.pk).cast == 1


def test_whoever_voted_by_phone_gets_no_paper_and_nobody_gets_two(hall: Crowd) -> None:
    poll = hall.poll()
    hall.press(poll, "yes", hall.seats["工0"])
    hall.hand_out(poll, 1)
    for number in (0, 1):
        with pytest.raises(Refused, match="已经投过票"):
            hall.hand_out(poll, number)
    assert Turnout.objects.filter(poll=poll).count() == 2


def test_only_people_of_the_roll_get_a_paper(hall: Crowd) -> None:
    poll = hall.poll()
    with pytest.raises(Refused, match="不在这次表决的名册上"):
        counting.issue_paper(hall.recorder, poll.pk, hall.chief(E).pk)


def test_taking_a_paper_at_the_desk_is_arriving(hall: Crowd) -> None:
    absent = hall.seats["工0"]
    Seat.objects.filter(pk=absent.pk).update(arrived_at=None)
    hall.hand_out(hall.poll(), 0)
    assert Seat.objects.get(pk=absent.pk).arrived_at is not None


def test_more_papers_cannot_come_back_than_went_out(hall: Crowd) -> None:
    poll = hall.poll()
    hall.hand_out(poll, 0, 1)
    with pytest.raises(Refused, match="多于发出的纸质票 2 张"):
        hall.count(poll, PAPER, 2, 1)
    assert not HandCount.objects.exists()


def test_papers_that_did_not_come_back_are_no_votes(hall: Crowd) -> None:
    poll = hall.poll()
    hall.hand_out(poll, 0, 1, 2)
    hall.confirm_count(poll, hall.count(poll, PAPER, 0))
    closed = hall.close(poll)
    assert figures(closed) == (0, 0, 0)
    assert closed.passed is False


def test_a_poll_does_not_close_while_a_count_waits_and_says_for_whom(hall: Crowd) -> None:
    poll = hall.poll()
    hall.hand_out(poll, 0)
    confirm = hall.count(poll, PAPER, 1)
    with pytest.raises(Refused, match=f"{hall.chief(W).person}、{hall.chief(E).person}"):
        hall.close(poll)
    hall.confirm_count(poll, confirm, E)
    with pytest.raises(Refused, match=f"首席代表{hall.chief(W).person}确认"):
        hall.close(poll)
    hall.confirm_count(poll, confirm, W)
    assert figures(hall.close(poll)) == (1, 0, 0)


def test_papers_that_nobody_counted_are_no_votes_either(hall: Crowd) -> None:
    poll = hall.poll()
    hall.hand_out(poll, 0)
    hall.press(poll, "yes", hall.chief(W))
    assert counts.missing(poll) == (6, 1)
    assert figures(hall.close(poll)) == (1, 0, 0)


def test_a_chief_confirms_the_figures_he_has_seen_and_no_others(hall: Crowd) -> None:
    poll = hall.poll()
    hall.hand_out(poll, 0, 1)
    stale = hall.count(poll, PAPER, 2)
    hall.count(poll, PAPER, 1, 1)
    with pytest.raises(Refused, match="刚刚改过"):
        hall.confirm_count(poll, stale, W)


def test_counting_again_takes_back_what_was_confirmed(hall: Crowd) -> None:
    poll = hall.poll()
    hall.hand_out(poll, 0, 1)
    hall.confirm_count(poll, hall.count(poll, PAPER, 2), W)
    hall.confirm_count(poll, hall.count(poll, PAPER, 1, 1), E)
    with pytest.raises(Refused, match=f"首席代表{hall.chief(W).person}确认"):
        hall.close(poll)


def test_a_count_is_confirmed_once_by_each_chief(hall: Crowd) -> None:
    poll = hall.poll()
    hall.hand_out(poll, 0)
    confirm = hall.count(poll, PAPER, 1)
    hall.confirm_count(poll, confirm, W)
    with pytest.raises(Refused, match="已确认过"):
        hall.confirm_count(poll, confirm, W)
    with pytest.raises(Refused, match="只有首席代表"):
        counting.confirm_count(hall.other(W), poll.pk, confirm)


def test_hands_are_raised_only_where_nobody_has_voted(hall: Crowd) -> None:
    poll = hall.poll(Secrecy.RECORDED)
    hall.press(poll, "yes", hall.chief(W))
    with pytest.raises(Refused, match="不能改为举手"):
        hall.count(poll, HANDS, 5)


def test_hands_shut_the_phones_out_and_papers_too(hall: Crowd) -> None:
    poll = hall.poll(Secrecy.RECORDED)
    hall.count(poll, HANDS, 0)
    with pytest.raises(Refused, match="举手"):
        hall.press(poll, "yes", hall.chief(W))
    with pytest.raises(Refused, match="举手"):
        hall.hand_out(poll, 0)
    with pytest.raises(Refused, match="还等记录员记录员甲登记票数"):
        hall.close(poll)


def test_hands_may_be_taken_down_again(hall: Crowd) -> None:
    poll = hall.poll(Secrecy.RECORDED)
    hall.count(poll, HANDS, 0)
    hall.count(poll, PAPER, 0)
    hall.press(poll, "yes", hall.chief(W))
    assert figures(hall.close(poll)) == (1, 0, 0)


def test_no_more_hands_are_raised_than_people_are_there(hall: Crowd) -> None:
    poll = hall.poll(Secrecy.RECORDED)
    Seat.objects.filter(pk=hall.seats["工0"].pk).update(arrived_at=None)
    with pytest.raises(Refused, match="多于名册上到会的 7 人"):
        hall.count(poll, HANDS, 8)
    hall.confirm_count(poll, hall.count(poll, HANDS, 5, 2))
    assert figures(hall.close(poll)) == (5, 2, 0)


def test_only_the_desk_hands_out_and_only_the_recorder_counts(hall: Crowd) -> None:
    poll = hall.poll()
    with pytest.raises(Refused, match="只有"):
        counting.issue_paper(hall.chief(W), poll.pk, hall.seats["工0"].pk)
    with pytest.raises(Refused, match="只有记录员"):
        counting.enter_count(hall.chair, poll.pk, PAPER, yes=0, no=0, abstain=0)


def test_nothing_is_counted_into_a_poll_that_is_over(hall: Crowd) -> None:
    poll = hall.poll()
    hall.close(poll)
    with pytest.raises(Refused, match="已经结束"):
        hall.hand_out(poll, 0)
    with pytest.raises(Refused, match="已经结束"):
        hall.count(poll, HANDS, 1)


def test_a_new_version_leaves_papers_and_counts_behind(hall: Crowd) -> None:
    poll = hall.poll()
    hall.hand_out(poll, 0)
    hall.confirm_count(poll, hall.count(poll, PAPER, 1), W)
    ledger.propose(hall.chief(E), hall.term.pk, hall.tiers(31000, 500), answers=1)
    assert not HandCount.objects.exists()
    assert not CountConfirmation.objects.exists()
    again = hall.poll()
    assert again.pk != poll.pk
    assert figures(hall.close(again)) == (0, 0, 0)
