"""Batches of papers at the same moment as each other, or as an order that changes what they are
held against."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from negotiate.ballots import actions as ballots
from negotiate.ballots.actions import Paper, TooLate
from negotiate.ballots.models import HandCount, Poll, RecordedVote, Turnout
from negotiate.law.refusal import Refused
from negotiate.law.words import Means, Secrecy, Side
from negotiate.people.models import Seat
from negotiate.rooms.actions import consent, counting, seating
from tests.boxes import papers_of
from tests.negotiate.ballots.staff import ask_staff, enrol, paper, papers
from tests.negotiate.meeting import Meeting
from tests.negotiate.races.two import Outcome, in_line, race

pytestmark = pytest.mark.usefixtures("committing")
W = Side.WORKER
ONE, TWO = "1" * 32, "2" * 32
Answers = list[str | Refused]


@pytest.fixture
def meeting(committing: None) -> Meeting:
    meeting = Meeting("award")
    meeting.open()
    return meeting


@pytest.fixture
def staff(meeting: Meeting) -> list[Seat]:
    return enrol(meeting, 8)


@pytest.fixture
def poll(meeting: Meeting, staff: list[Seat]) -> Poll:
    return ask_staff(meeting)


def each(outcome: Outcome) -> Answers:
    """The answers of a batch."""
    assert isinstance(outcome, list)
    return outcome


def casting(given: Sequence[Paper]) -> Callable[[], Answers]:
    return lambda: consent.vote_many(given)


def closing(meeting: Meeting, poll: Poll) -> Callable[[], None]:
    return lambda: consent.close_poll(meeting.chair, poll.pk)


def test_two_batches_go_in_side_by_side(staff: list[Seat], poll: Poll) -> None:
    came = race(casting(papers(staff[:4], poll)), casting(papers(staff[4:], poll)))
    assert came.waited is (connection.vendor == "sqlite")
    assert len(papers_of(poll)) == len(staff)


def test_a_batch_on_its_way_is_counted_by_a_close_that_waits_for_it(
    meeting: Meeting, staff: list[Seat], poll: Poll
) -> None:
    came = race(casting(papers(staff, poll)), closing(meeting, poll))
    assert came.waited
    poll.refresh_from_db()
    assert (poll.state, poll.yes) == (Poll.State.CLOSED, len(staff))
    assert set(papers_of(poll)) == set(each(came.first))


def test_a_batch_that_comes_during_the_count_is_too_late_as_a_whole(
    meeting: Meeting, staff: list[Seat], poll: Poll
) -> None:
    ballots.cast_many(papers(staff[:2], poll))
    came = race(closing(meeting, poll), casting(papers(staff, poll)))
    assert came.waited
    assert [isinstance(answer, TooLate) for answer in each(came.second)] == [False] * 2 + [True] * 6
    poll.refresh_from_db()
    assert (poll.yes, len(papers_of(poll)), Turnout.objects.count()) == (2, 2, 2)


def test_papers_that_come_after_a_close_has_begun_to_wait_do_not_pass_it(
    meeting: Meeting, staff: list[Seat], poll: Poll
) -> None:
    outcomes, waited = in_line(
        casting(papers(staff[:3], poll)), closing(meeting, poll), casting(papers(staff[3:], poll))
    )
    assert waited == [True, True]
    assert all(isinstance(answer, str) for answer in each(outcomes[0]))
    if connection.vendor == "postgresql":  # SQLite has no queue: there whoever asks in time is next
        assert all(isinstance(answer, TooLate) for answer in each(outcomes[2]))
    poll.refresh_from_db()
    assert poll.yes == len(papers_of(poll)) == poll.turnout.count()


def test_a_batch_that_comes_while_the_poll_is_made_void_is_refused(
    meeting: Meeting, staff: list[Seat], poll: Poll
) -> None:
    came = race(lambda: meeting.propose(30000, 600), casting(papers(staff, poll)))
    assert came.waited
    assert {str(answer) for answer in each(came.second)} == {
        "方案已经改动，这次表决作废；请等新的表决。"
    }
    assert not Turnout.objects.exists()


def test_a_poll_with_names_is_made_void_only_after_the_batch_that_is_under_way(
    meeting: Meeting, staff: list[Seat]
) -> None:
    poll = ask_staff(meeting, Secrecy.RECORDED)
    came = race(casting(papers(staff, poll)), lambda: meeting.propose(30000, 600))
    assert came.waited
    poll.refresh_from_db()
    assert (poll.state, poll.votes.count()) == (Poll.State.VOID, 0)


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


@pytest.fixture
def slow_marks(committing: None) -> Iterator[None]:
    """On PostgreSQL each mark takes 5 ms, so that two batches write theirs at the same time."""
    slow = """
        CREATE FUNCTION doze() RETURNS trigger LANGUAGE plpgsql
            AS 'BEGIN PERFORM pg_sleep(0.005); RETURN NEW; END';
        CREATE TRIGGER doze BEFORE INSERT ON negotiate_turnout FOR EACH ROW EXECUTE FUNCTION doze()
    """
    if connection.vendor == "sqlite":  # where one batch waits for the other from its beginning
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute(slow)
        yield
        cursor.execute("DROP FUNCTION doze() CASCADE")


def test_batches_of_the_same_voters_in_opposite_orders_do_not_lock_each_other_out(
    meeting: Meeting, slow_marks: None
) -> None:
    seats = enrol(meeting, 40)
    poll = ask_staff(meeting)
    there, back = papers(seats, poll), papers(seats[::-1], poll, "no")
    barrier = Barrier(2, timeout=30)

    def vote(given: list[Paper]) -> Answers:
        try:
            barrier.wait()
            return consent.vote_many(given)
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=2) as apart:
        both = [apart.submit(vote, given) for given in (there, back)]
        first, second = (voting.result() for voting in both)
    assert first == second[::-1]
    assert len(papers_of(poll)) == poll.turnout.count() == len(seats)
