"""One voter at the same moment in two batches, or in a batch and by another way, has one vote."""

from collections.abc import Callable

import pytest

from negotiate.ballots import actions as ballots
from negotiate.ballots.models import HandCount, Poll, RecordedVote, Turnout
from negotiate.law.refusal import Refused
from negotiate.law.words import Means, Secrecy
from negotiate.people.models import Seat
from negotiate.rooms.actions import counting, seating
from tests.boxes import papers_of
from tests.negotiate.ballots.staff import ask_staff, paper, papers
from tests.negotiate.meeting import Meeting
from tests.negotiate.races.batches import casting, each
from tests.negotiate.races.two import race

pytestmark = pytest.mark.usefixtures("committing")


ONE, TWO = "1" * 32, "2" * 32


def test_one_voter_in_two_batches_at_once_has_one_paper(staff: list[Seat], poll: Poll) -> None:
    first = [paper(seat, poll, "yes", f"a{seat.pk:031x}") for seat in staff]
    second = [paper(seat, poll, "no", f"b{seat.pk:031x}") for seat in reversed(staff)]
    came = race(casting(first), casting(second))
    assert came.waited
    assert {str(answer) for answer in each(came.second)} == {"您的票先前已计入，不会重复计票。"}
    assert set(papers_of(poll).values()) == {"yes"}
    assert (len(papers_of(poll)), Turnout.objects.count()) == (len(staff), len(staff))


def test_one_batch_delivered_twice_at_once_gets_the_same_receipts(
    staff: list[Seat], poll: Poll
) -> None:
    came = race(casting(papers(staff, poll)), casting(papers(staff, poll)[::-1]))
    assert came.waited
    assert came.first == each(came.second)[::-1]
    assert len(papers_of(poll)) == len(staff)


def test_one_number_of_two_seats_in_two_batches_is_one_paper(staff: list[Seat], poll: Poll) -> None:
    came = race(
        casting([paper(staff[0], poll, key=ONE)]), casting([paper(staff[1], poll, key=ONE)])
    )
    assert came.waited
    assert "编号已经用过" in str(each(came.second)[0])
    assert (len(papers_of(poll)), Turnout.objects.get().seat_id) == (1, staff[0].pk)


def test_a_press_that_waits_for_a_later_one_does_not_undo_it(
    meeting: Meeting, staff: list[Seat]
) -> None:
    poll = ask_staff(meeting, Secrecy.CHANGEABLE)
    later, earlier = paper(staff[0], poll, "no", TWO, 2), paper(staff[0], poll, "yes", ONE, 1)
    came = race(casting([later]), casting([earlier]))
    assert came.waited
    assert "后来改投的一票已经计入" in str(each(came.second)[0])
    assert RecordedVote.objects.get().choice == "no"


def test_a_later_press_that_waits_for_an_earlier_one_replaces_it(
    meeting: Meeting, staff: list[Seat]
) -> None:
    poll = ask_staff(meeting, Secrecy.CHANGEABLE)
    later, earlier = paper(staff[0], poll, "no", TWO, 2), paper(staff[0], poll, "yes", ONE, 1)
    came = race(casting([earlier]), casting([later]))
    assert came.waited
    assert came.second == [ballots.receipt_of(poll.pk, TWO)]
    assert (RecordedVote.objects.get().choice, Turnout.objects.count()) == ("no", 1)


def test_no_vote_of_a_batch_is_counted_from_a_link_that_is_being_re_issued(
    meeting: Meeting, staff: list[Seat], poll: Poll
) -> None:
    came = race(lambda: seating.reissue(meeting.chair, staff[3].pk), casting(papers(staff, poll)))
    assert came.waited
    refused = {n for n, answer in enumerate(each(came.second)) if isinstance(answer, Refused)}
    assert refused == {3}
    assert not Turnout.objects.filter(seat=staff[3]).exists()


def test_a_link_dies_only_after_the_batch_that_is_under_way(
    meeting: Meeting, staff: list[Seat], poll: Poll
) -> None:
    came = race(casting(papers(staff, poll)), lambda: seating.reissue(meeting.chair, staff[3].pk))
    assert came.waited
    assert Turnout.objects.filter(seat=staff[3]).exists()
    assert Seat.objects.get(pk=staff[3].pk).link_serial == 2


def test_a_paper_ballot_and_a_vote_by_phone_are_not_both_had(
    meeting: Meeting, staff: list[Seat], poll: Poll
) -> None:
    def hand_out(seat: Seat) -> Callable[[], str]:
        return lambda: counting.issue_paper(meeting.chair, poll.pk, seat.pk)

    came = race(hand_out(staff[0]), casting(papers(staff[:1], poll)))
    assert (came.waited, "纸质票" in str(came.second)) == (True, True)
    came = race(casting(papers(staff[1:2], poll)), hand_out(staff[1]))
    assert (came.waited, "已经投过票" in str(came.second)) == (True, True)
    assert len(papers_of(poll)) == 1


def test_a_vote_that_comes_as_hands_are_called_for_is_refused(
    meeting: Meeting, staff: list[Seat], poll: Poll
) -> None:
    def call_for_hands() -> None:
        ballots.hold(meeting.room.pk)
        HandCount.objects.create(
            poll=poll, means=Means.HANDS.value, yes=0, no=0, abstain=0, seat=meeting.chair
        )

    came = race(call_for_hands, casting(papers(staff[:1], poll)))
    assert came.waited
    assert "举手表决" in str(came.second)
    assert not papers_of(poll)
