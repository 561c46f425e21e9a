"""Papers that come together are answered one by one, each as if it had come alone."""

from typing import cast

import pytest

from negotiate.ballots import actions as ballots
from negotiate.ballots.actions import Paper, TooLate
from negotiate.ballots.models import HandCount, Poll, Turnout
from negotiate.law.refusal import Refused
from negotiate.law.words import Means, Secrecy, Side
from negotiate.people.models import Seat
from negotiate.rooms.actions import consent
from tests.boxes import papers_of
from tests.negotiate.ballots.staff import ask_staff, enrol, paper, papers
from tests.negotiate.meeting import Meeting

W, E = Side.WORKER, Side.EMPLOYER
KEY, OTHER = "a" * 32, "b" * 32


@pytest.fixture
def staff(in_session: Meeting) -> list[Seat]:
    return enrol(in_session, 8)


@pytest.fixture
def poll(in_session: Meeting, staff: list[Seat]) -> Poll:
    return ask_staff(in_session)


def sentences(answers: list[str | Refused]) -> list[str]:
    return [str(answer) for answer in answers if isinstance(answer, Refused)]


@pytest.mark.django_db
def test_no_papers_have_no_answers() -> None:
    assert ballots.cast_many([]) == []


def test_each_paper_has_its_own_answer_in_the_order_given(
    in_session: Meeting, staff: list[Seat], poll: Poll
) -> None:
    stranger = Meeting("caterer").chief(W)
    given = [
        paper(staff[0], poll),
        paper(staff[1], poll, "maybe"),
        Paper(staff[2].pk, 99, poll.pk, "yes", KEY),
        paper(in_session.chief(E), poll),
        paper(staff[3], poll, "no"),
        paper(stranger, poll),
        Paper(staff[4].pk, 1, poll.pk + 1000, "yes", KEY),
        Paper(10**9, 1, poll.pk, "yes", KEY),
        paper(in_session.chair, poll),
    ]
    answers = ballots.cast_many(given)
    counted = [answer for answer in answers if isinstance(answer, str)]
    assert counted == [answers[0], answers[4]]
    assert sentences(answers) == [
        "请选择赞成、反对或弃权。",
        "您已不在这个会场的席位上。",
        "这不是您这一方的表决。",
        "这不是您这一方的表决。",
        "这不是您这一方的表决。",
        "您已不在这个会场的席位上。",
        "这不是您这一方的表决。",
    ]
    assert sorted(papers_of(poll).values()) == ["no", "yes"]


@pytest.mark.parametrize("number", [0, 2**31, 2**63 - 1, 2**63, 2**200])
def test_a_poll_that_there_is_not_is_nobody_s(staff: list[Seat], number: int) -> None:
    (answer,) = ballots.cast_many([Paper(staff[0].pk, 1, number, "yes", KEY)])
    assert "这不是您这一方的表决" in str(answer)


def test_papers_of_several_polls_go_each_into_its_box(in_session: Meeting) -> None:
    in_session.propose(30000, 500)
    workers, employers = in_session.ask()
    given = [paper(in_session.chief(E), employers, "no"), paper(in_session.chief(W), workers)]
    assert all(isinstance(answer, str) for answer in ballots.cast_many(given))
    assert list(papers_of(workers).values()) == ["yes"]
    assert list(papers_of(employers).values()) == ["no"]


def test_of_two_papers_of_one_seat_in_a_batch_the_first_counts(
    staff: list[Seat], poll: Poll
) -> None:
    given = [paper(staff[0], poll, "no", KEY), paper(staff[0], poll, "yes", OTHER)]
    first, second = ballots.cast_many(given)
    assert first == ballots.receipt_of(poll.pk, KEY)
    assert sentences([second]) == ["您的票先前已计入，不会重复计票。"]
    assert papers_of(poll) == {first: "no"}


def test_one_paper_twice_in_a_batch_gets_one_receipt(staff: list[Seat], poll: Poll) -> None:
    first, second = ballots.cast_many([paper(staff[0], poll, "no", KEY)] * 2)
    assert first == second
    assert papers_of(poll) == {first: "no"}


def test_two_seats_with_one_key_in_a_batch_are_one_paper(staff: list[Seat], poll: Poll) -> None:
    given = [paper(seat, poll, key=KEY) for seat in staff[:2]]
    _, second = ballots.cast_many(given)
    assert "编号已经用过" in str(second)
    assert (len(papers_of(poll)), Turnout.objects.count()) == (1, 1)
    again = ballots.cast_many([paper(staff[1], poll, key=OTHER)])
    assert again == [ballots.receipt_of(poll.pk, OTHER)]


def test_a_batch_sent_again_gets_the_same_receipts_now_and_after_the_close(
    in_session: Meeting, staff: list[Seat], poll: Poll
) -> None:
    receipts = ballots.cast_many(papers(staff, poll))
    assert ballots.cast_many(papers(staff, poll)) == receipts
    consent.close_poll(in_session.chair, poll.pk)
    assert ballots.cast_many(papers(staff, poll)) == receipts
    assert set(papers_of(poll)) == set(receipts)


def test_late_papers_of_a_batch_are_told_apart_from_those_counted_before(
    in_session: Meeting, staff: list[Seat], poll: Poll
) -> None:
    before = ballots.cast_many(papers(staff[:5], poll))
    consent.close_poll(in_session.chair, poll.pk)
    answers = consent.vote_many(papers(staff, poll))
    assert answers[:5] == before
    assert all(isinstance(answer, TooLate) for answer in answers[5:])


@pytest.mark.parametrize("secrecy", list(Secrecy))
def test_whoever_took_a_paper_ballot_does_not_vote_by_phone(
    in_session: Meeting, staff: list[Seat], secrecy: Secrecy
) -> None:
    poll = ask_staff(in_session, secrecy)
    Turnout.objects.create(poll=poll, seat=staff[0], on_paper=True)
    refused, counted = ballots.cast_many(papers(staff[:2], poll))
    assert "您这次用的是纸质票" in str(refused)
    assert papers_of(poll) == {cast(str, counted): "yes"}


def test_where_hands_are_counted_phones_do_not_vote(
    in_session: Meeting, staff: list[Seat], poll: Poll
) -> None:
    HandCount.objects.create(
        poll=poll, means=Means.HANDS.value, yes=0, no=0, abstain=0, seat=in_session.chair
    )
    with pytest.raises(Refused, match="举手表决"):
        ballots.cast(staff[0], poll.pk, "yes", KEY)
    assert not Turnout.objects.exists()


def test_a_refused_batch_leaves_no_trace(in_session: Meeting, staff: list[Seat]) -> None:
    poll = ask_staff(in_session)
    before = (len(papers_of(poll)), Turnout.objects.count())
    ballots.cast_many([paper(seat, poll, "maybe") for seat in staff])
    assert (len(papers_of(poll)), Turnout.objects.count()) == before == (0, 0)
