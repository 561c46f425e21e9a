"""Whatever comes in whatever order, the box does what a plain dictionary would: every paper is
counted once or refused with the right sentence, and the close counts exactly those."""

from collections import Counter

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from negotiate.ballots import actions as ballots
from negotiate.ballots import published, verify
from negotiate.ballots.actions import Paper
from negotiate.ballots.few import set_apart_tells
from negotiate.ballots.models import CountConfirmation, HandCount, Poll, RecordedVote, Turnout
from negotiate.law.refusal import Refused
from negotiate.law.words import Choice, Means, Secrecy, Side
from negotiate.people.models import Seat
from negotiate.rooms.actions import consent, counting, seating
from tests.boxes import papers_of
from tests.faults.box_model import COUNTED, PlainBox, Press
from tests.negotiate.ballots.staff import ask_staff, enrol
from tests.negotiate.meeting import Meeting

VOTERS = 7
presses = st.builds(
    Press,
    seat=st.integers(0, VOTERS),  # the last one is not on the roll
    link=st.sampled_from([1, 1, 1, 2]),
    choice=st.sampled_from([*map(str, Choice), *map(str, Choice), "maybe"]),
    key=st.sampled_from("abcdefghijkl").map(lambda letter: letter * 32),
    press=st.integers(1, 3),
)
figures = st.integers(0, 3)


class BoxMachine(RuleBasedStateMachine):
    meeting: Meeting
    seats: list[Seat]

    @initialize(secrecy=st.sampled_from(Secrecy))
    def open(self, secrecy: Secrecy) -> None:
        """Everything of one run is undone at its end."""
        self.saved = transaction.savepoint()
        self.poll = ask_staff(self.meeting, secrecy)
        late = self.seats[VOTERS]
        self.poll.roll.filter(seat=late).delete()
        here = range(VOTERS + 1)
        self.plain = PlainBox(
            secrecy, set(range(VOTERS)), dict.fromkeys(here, 1), set(here), "open"
        )
        self.version = self.meeting.room.version
        self.by_hand: Counter[str] = Counter()
        self.confirmed: set[str] | None = None  # by which sides, if hands or papers are counted

    def teardown(self) -> None:
        if hasattr(self, "saved"):
            transaction.savepoint_rollback(self.saved)

    @rule(batch=st.lists(presses, min_size=1, max_size=6))
    def deliver(self, batch: list[Press]) -> None:
        given = [
            Paper(self.seats[p.seat].pk, p.link, self.poll.pk, p.choice, p.key, p.press)
            for p in batch
        ]
        expected = self.plain.deliver(batch)
        for press, answer, word in zip(batch, ballots.cast_many(given), expected, strict=True):
            if word == COUNTED:
                assert answer == ballots.receipt_of(self.poll.pk, press.key)
            else:
                assert word in str(answer), (press, answer, word)

    @rule(seat=st.integers(0, VOTERS - 1))
    def re_issue(self, seat: int) -> None:
        seating.reissue(self.meeting.chair, self.seats[seat].pk)
        self.plain.links[seat] += 1

    @rule(seat=st.integers(0, VOTERS - 1))
    def leave_or_come_back(self, seat: int) -> None:
        come = seat not in self.plain.present
        at = self.seats[seat].arrived_at if come else None
        Seat.objects.filter(pk=self.seats[seat].pk).update(arrived_at=at)
        self.plain.present ^= {seat}

    @precondition(lambda self: self.plain.state == "open")
    @rule(seat=st.integers(0, VOTERS - 1))
    def hand_out_paper(self, seat: int) -> None:
        try:
            counting.issue_paper(self.meeting.chair, self.poll.pk, self.seats[seat].pk)
        except Refused:
            assert self.plain.hands or seat in self.plain.on_paper | self.plain.votes.keys()
        else:
            self.plain.on_paper.add(seat)
            self.plain.present.add(seat)

    @precondition(lambda self: self.plain.state == "open")
    @rule(means=st.sampled_from(Means), yes=figures, no=figures, abstain=figures)
    def count_by_hand(self, means: Means, yes: int, no: int, abstain: int) -> None:
        HandCount.objects.filter(poll=self.poll).delete()
        HandCount.objects.create(
            poll=self.poll, means=means, yes=yes, no=no, abstain=abstain, seat=self.meeting.chair
        )
        self.by_hand = Counter({Choice.YES: yes, Choice.NO: no, Choice.ABSTAIN: abstain})
        self.plain.hands, self.confirmed = means is Means.HANDS, set()

    @precondition(lambda self: self.plain.state == "open" and self.confirmed is not None)
    @rule(side=st.sampled_from(Side))
    def confirm(self, side: Side) -> None:
        assert self.confirmed is not None
        if side not in self.confirmed:
            count, chief = HandCount.objects.get(poll=self.poll), self.meeting.chief(side)
            CountConfirmation.objects.create(count=count, side=side, seat=chief)
            self.confirmed.add(side)

    @precondition(lambda self: self.plain.state == "open")
    @rule()
    def close(self) -> None:
        votes = self.plain.counted() + self.by_hand
        unconfirmed = self.confirmed is not None and len(self.confirmed) < len(Side)
        uncounted = self.plain.hands and not self.by_hand.total()
        if unconfirmed or uncounted or votes.total() > self.poll.roll_size:
            with pytest.raises(Refused, match=r"确认|登记票数|多于应到"):
                consent.close_poll(self.meeting.chair, self.poll.pk)
            return
        consent.close_poll(self.meeting.chair, self.poll.pk)
        self.plain.state = "closed"
        poll = Poll.objects.get(pk=self.poll.pk)
        assert [poll.yes, poll.no, poll.abstain] == [votes[choice] for choice in Choice]
        if poll.list_digest:
            assert list(verify.faults(published.export(poll), poll.list_digest)) == []
        assert published.is_hidden(poll) is (not poll.list_digest)

    @precondition(lambda self: self.plain.state == "open")
    @rule()
    def make_void(self) -> None:
        ballots.void_open(self.meeting.room.pk)
        self.plain.state = "void"

    @invariant()
    def the_box_holds_what_the_plain_one_does(self) -> None:
        if not hasattr(self, "plain"):
            return
        votes = self.plain.votes if self.plain.state != "void" else {}
        if self.poll.is_secret:
            numbers = {ballots.receipt_of(self.poll.pk, v.key): v.choice for v in votes.values()}
            kept = papers_of(self.poll)
            # A few papers counted by hand are put among the others at the close.
            among = set_apart_tells(len(numbers), self.by_hand.total())
            added = self.by_hand if among and self.plain.state == "closed" else Counter()
            assert kept | numbers == kept
            assert Counter(kept.values()) == Counter(numbers.values()) + added
        named = RecordedVote.objects.filter(poll=self.poll)
        expected = (
            []
            if self.poll.is_secret
            else [
                (self.seats[n].pk, ballots.receipt_of(self.poll.pk, v.key), v.choice, v.press)
                for n, v in votes.items()
            ]
        )
        assert sorted(named.values_list("seat", "number", "choice", "press")) == sorted(expected)
        marked = {self.seats[n].pk for n in self.plain.votes.keys() | self.plain.on_paper}
        assert set(Turnout.objects.filter(poll=self.poll).values_list("seat", flat=True)) == marked

    @invariant()
    def the_room_s_version_never_shrinks(self) -> None:
        if hasattr(self, "version"):
            now = self.meeting.room.version
            assert now >= self.version
            self.version = now


@pytest.mark.django_db
def test_a_box_does_what_a_plain_one_would() -> None:
    meeting = Meeting("award")
    meeting.open()
    enrol(meeting, VOTERS - 1)
    BoxMachine.meeting = meeting
    delegates = [meeting.chief(Side.WORKER), meeting.other(Side.WORKER)]
    staff = list(Seat.objects.filter(room=meeting.room).staff())
    BoxMachine.seats = [*staff, *delegates]
    run_state_machine_as_test(
        BoxMachine,
        settings=settings(
            max_examples=40,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )
