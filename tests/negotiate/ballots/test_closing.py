"""A close: its figures, with those counted by hand; what is not told of few; the room's version."""

import pytest

from negotiate.ballots import actions as ballots
from negotiate.ballots import published, verify
from negotiate.ballots.models import CountConfirmation, HandCount, Poll, Turnout
from negotiate.law.refusal import Refused
from negotiate.law.words import Means, Secrecy, Side
from negotiate.people.models import Seat
from negotiate.rooms.actions import consent, ledger
from negotiate.rooms.models import Room
from tests.negotiate.ballots.staff import ask_staff, enrol, papers
from tests.negotiate.meeting import Meeting

W, E = Side.WORKER, Side.EMPLOYER


@pytest.fixture
def staff(in_session: Meeting) -> list[Seat]:
    return enrol(in_session, 18)  # twenty on the roll


def counted_by_hand(meeting: Meeting, poll: Poll, *votes: int, means: Means = Means.PAPER) -> None:
    """Both chiefs stand by these figures (yes, no, abstain)."""
    yes, no, abstain = votes
    count = HandCount.objects.create(
        poll=poll, means=means.value, yes=yes, no=no, abstain=abstain, seat=meeting.chair
    )
    for side in Side:
        CountConfirmation.objects.create(count=count, side=side.value, seat=meeting.chief(side))


def closed(poll: Poll) -> Poll:
    ballots.close_poll(poll.pk)
    return Poll.objects.get(pk=poll.pk)


def test_what_was_counted_by_hand_is_added_to_what_phones_have_cast(
    in_session: Meeting, staff: list[Seat]
) -> None:
    poll = ask_staff(in_session)
    ballots.cast_many([*papers(staff[:6], poll), *papers(staff[6:9], poll, "no")])
    counted_by_hand(in_session, poll, 5, 0, 1)
    poll = closed(poll)
    assert (poll.yes, poll.no, poll.abstain, poll.passed) == (11, 3, 1, True)
    assert "实到 15 ≥ 14 ✓ 同意 11 > 10 ✓" in poll.verdict


def test_a_count_that_not_both_chiefs_have_confirmed_holds_the_close_up(
    in_session: Meeting, staff: list[Seat]
) -> None:
    poll = ask_staff(in_session)
    counted_by_hand(in_session, poll, 5, 0, 1)
    CountConfirmation.objects.filter(side=E).delete()
    with pytest.raises(Refused, match="还没有经双方首席代表确认"):
        ballots.close_poll(poll.pk)
    poll.refresh_from_db()
    assert (poll.state, bool(poll.box)) == (Poll.State.OPEN, True)


def test_more_votes_than_people_are_refused_and_the_box_stays_shut(
    in_session: Meeting, staff: list[Seat]
) -> None:
    poll = ask_staff(in_session)
    ballots.cast_many(papers(staff, poll))
    counted_by_hand(in_session, poll, 3, 0, 0)
    with pytest.raises(Refused, match="多于应到"):
        consent.close_poll(in_session.chair, poll.pk)
    assert poll.papers.count() == 0
    assert isinstance(ballots.cast(in_session.other(W), poll.pk, "yes", "a" * 32), str)


def test_a_list_is_published_when_enough_have_voted(in_session: Meeting, staff: list[Seat]) -> None:
    poll = ask_staff(in_session)
    ballots.cast_many(papers(staff[:5], poll))
    poll = closed(poll)
    assert not published.is_hidden(poll)
    assert len(poll.list_digest) == 64


def test_fewer_than_five_votes_have_no_list(in_session: Meeting, staff: list[Seat]) -> None:
    poll = ask_staff(in_session)
    ballots.cast_many(papers(staff[:4], poll))
    poll = closed(poll)
    assert (published.is_hidden(poll), poll.list_digest) == (True, "")


@pytest.mark.parametrize(
    ("by_phone", "by_hand", "means", "is_apart"),
    [
        (5, 5, Means.PAPER, True),
        (0, 5, Means.PAPER, True),
        (6, 2, Means.PAPER, False),
        (2, 6, Means.PAPER, False),
        (0, 6, Means.HANDS, True),
    ],
)
def test_a_part_of_fewer_than_five_is_not_told_apart_but_listed_among_the_others(
    in_session: Meeting,
    staff: list[Seat],
    by_phone: int,
    by_hand: int,
    means: Means,
    *,
    is_apart: bool,
) -> None:
    poll = ask_staff(in_session)
    ballots.cast_many(papers(staff[:by_phone], poll))
    counted_by_hand(in_session, poll, by_hand, 0, 0, means=means)
    poll = closed(poll)
    assert not published.is_hidden(poll)
    assert poll.papers.count() == by_phone + (0 if is_apart else by_hand)
    assert HandCount.objects.get(poll=poll).cast == (by_hand if is_apart else 0)
    assert list(verify.faults(published.export(poll), poll.list_digest)) == []


def test_votes_with_names_are_published_however_few(in_session: Meeting) -> None:
    in_session.propose(30000, 500)
    consent.open_poll(in_session.chair, in_session.term.pk, [W], secrecy=Secrecy.RECORDED)
    poll = Poll.objects.get(state=Poll.State.OPEN)
    ballots.cast(in_session.chief(W), poll.pk, "yes", "a" * 32)
    poll = closed(poll)
    assert not published.is_hidden(poll)
    number = ballots.receipt_of(poll.pk, "a" * 32)
    assert published.lines(poll) == [(number, "yes", in_session.chief(W).person.name)]


def test_the_record_of_the_close_has_the_fingerprint_of_the_list(
    in_session: Meeting, staff: list[Seat]
) -> None:
    poll = ask_staff(in_session)
    ballots.cast_many(papers(staff, poll))
    consent.close_poll(in_session.chair, poll.pk)
    poll.refresh_from_db()
    assert poll.list_digest in in_session.room.book.entries.last().body  # type: ignore[union-attr]


def test_marks_on_paper_stay_marks_on_paper_after_the_close(
    in_session: Meeting, staff: list[Seat]
) -> None:
    poll = ask_staff(in_session)
    Turnout.objects.create(poll=poll, seat=staff[3], on_paper=True)
    ballots.cast_many(papers(staff[4:6], poll))
    closed(poll)
    marks = Turnout.objects.filter(poll=poll).values_list("seat", "on_paper")
    assert dict(marks) == {staff[3].pk: True, staff[4].pk: False, staff[5].pk: False}


def version(meeting: Meeting) -> int:
    return Room.objects.get(pk=meeting.room.pk).version


def test_the_version_grows_when_a_box_is_full_and_never_shrinks(in_session: Meeting) -> None:
    in_session.propose(30000, 500)
    poll = in_session.ask(W)[0]
    before = version(in_session)
    ballots.cast(in_session.chief(W), poll.pk, "yes", "a" * 32)
    assert version(in_session) == before
    ballots.cast(in_session.other(W), poll.pk, "yes", "b" * 32)
    assert version(in_session) == before + 1
    consent.close_poll(in_session.chair, poll.pk)
    assert version(in_session) == before + 2
    in_session.propose(30000, 600, side=E)
    again = in_session.ask(W)[0]
    for letter, seat in zip("cd", (in_session.chief(W), in_session.other(W)), strict=True):
        ballots.cast(seat, again.pk, "no", letter * 32)
    full = version(in_session)
    ledger.defer(in_session.chair, in_session.term.pk, reason="改日再谈")
    assert Poll.objects.get(pk=again.pk).state == Poll.State.VOID
    assert version(in_session) == full + 1
