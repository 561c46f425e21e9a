"""Batches of papers at the same moment as each other, or as an order that changes what they are
held against."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from negotiate.ballots import actions as ballots
from negotiate.ballots.actions import Paper, TooLate
from negotiate.ballots.models import Poll, Turnout
from negotiate.law.words import Secrecy
from negotiate.people.models import Seat
from negotiate.rooms.actions import consent
from tests.boxes import papers_of
from tests.negotiate.ballots.staff import ask_staff, enrol, papers
from tests.negotiate.meeting import Meeting
from tests.negotiate.races.batches import Answers, casting, each
from tests.negotiate.races.two import in_line, race

pytestmark = pytest.mark.usefixtures("committing")


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
