"""A draft before the congress: attendance first, then item by item against the whole roll."""

import pytest

from negotiate.ballots.models import Poll
from negotiate.law.refusal import Refused
from negotiate.law.words import Electorate, Means, Side, SideRule, Stage, TermState
from negotiate.rooms import counts
from negotiate.rooms.actions import (
    concluding,
    congress,
    consent,
    counting,
    ledger,
    ratification,
    seating,
)
from negotiate.rooms.models import Room, Term
from tests.negotiate.meeting import enrolled
from tests.negotiate.ordinary import RECORDER
from tests.negotiate.ratifying import CONGRESS, E, Ratifying, W

ROLL = 180


@pytest.fixture
def draft(db: None) -> Ratifying:
    """Six delegates, a draft of two terms."""
    return Ratifying()


@pytest.mark.parametrize(("present", "enough"), [(119, False), (120, True)])
def test_two_thirds_of_the_roll_must_have_come_before_anything_is_voted_on(
    db: None, present: int, enough: bool
) -> None:
    draft = Ratifying(ROLL)
    of = draft.summon()
    draft.come(draft.delegates[:present])
    if enough:
        draft.ask(draft.terms[0])
        of.refresh_from_db()
        assert (of.roll_size, of.present) == (ROLL, present)
        return
    with pytest.raises(Refused, match=r"应到 180 人，实到 119 < 120 人，还差 1 人.*第三十六条"):
        draft.ask(draft.terms[0])
    assert not Poll.objects.filter(ratification=of).exists()


@pytest.mark.parametrize(
    ("rules", "yes", "passes"),
    [
        ("national", 89, False), ("national", 90, True), ("national", 91, True),
        ("jiangsu", 89, False), ("jiangsu", 90, False), ("jiangsu", 91, True),
    ],
)  # fmt: skip
def test_an_item_passes_by_the_whole_roll_as_the_place_counts(
    db: None, rules: str, yes: int, passes: bool
) -> None:
    draft = Ratifying(ROLL, rules)
    of = draft.summon()
    draft.come(draft.delegates[:120])
    draft.vote(yes)
    of.refresh_from_db()
    assert of.is_decided
    assert {poll.passed for poll in of.polls.all()} == {passes}
    concluding.conclude(draft.desk)
    assert draft.room.is_at is (Stage.RATIFIED if passes else Stage.IN_SESSION)


def test_who_comes_after_the_first_item_was_opened_has_no_vote(draft: Ratifying) -> None:
    draft.summon()
    *there, late = draft.delegates
    draft.come(there)
    first = draft.ask(draft.terms[0])
    seating.check_in(late, remote=False)
    with pytest.raises(Refused, match="不在这次表决的名册上"):
        consent.vote(late, first.pk, "yes", "a" * 32)
    draft.press(first, "yes", there)
    draft.close(first)
    second = draft.ask(draft.terms[1])
    with pytest.raises(Refused, match="不在这次表决的名册上"):
        consent.vote(late, second.pk, "yes", "b" * 32)
    assert second.roll_size == len(draft.delegates)


def test_attendance_is_asked_anew_and_only_of_those_who_can_vote(draft: Ratifying) -> None:
    draft.summon()
    workers = congress.workers(draft.room)
    assert not workers.exclude(arrived_at=None).exists()
    assert draft.chief(E).arrived_at is not None


def test_the_employer_side_and_those_outside_the_congress_have_no_vote(draft: Ratifying) -> None:
    outside = draft.enrol(1, in_congress=False)
    draft.summon()
    draft.come([*draft.delegates, *outside])
    poll = draft.ask(draft.terms[0])
    for seat in (*outside, draft.chief(E), draft.chief(W)):
        with pytest.raises(Refused):
            consent.vote(seat, poll.pk, "yes", "c" * 32)
    assert poll.turnout.count() == 0


def test_the_whole_staff_is_the_roll_where_it_ratifies_itself(draft: Ratifying) -> None:
    draft.enrol(3, in_congress=False)
    of = draft.summon(Electorate.STAFF)
    everybody = list(congress.on_roll(of).select_related("room", "person"))
    assert len(everybody) == len(draft.delegates) + 3 + 3  # with the workers' own delegates
    draft.come(everybody)
    poll = draft.ask(draft.terms[0])
    assert poll.roll_size == len(everybody)


def test_a_whole_staff_without_a_roll_is_refused(db: None) -> None:
    draft = Ratifying(0)
    of = draft.summon(Electorate.STAFF)
    with pytest.raises(Refused, match="请先导入名册"):
        ratification.open_item(draft.desk, of.pk, draft.terms[0].pk)


def test_the_roll_is_not_changed_while_items_are_voted_on(draft: Ratifying) -> None:
    draft.summon()
    draft.come(draft.delegates)
    draft.ask(draft.terms[0])
    with pytest.raises(Refused, match="名册已经定下"):
        enrolled(draft.desk, ("新人", "9001"))


def test_too_few_means_another_time_with_the_same_draft(draft: Ratifying) -> None:
    first = draft.summon()
    draft.come(draft.delegates[:3])
    ratification.call_again(draft.desk, first.pk, CONGRESS)
    first.refresh_from_db()
    assert (first.state, first.present, first.roll_size) == ("void", 3, 6)
    second = draft.standing()
    assert second.attempt == 2
    assert congress.figures(second) == (6, 0)
    assert draft.room.is_at is Stage.RATIFYING


def test_a_rejected_item_goes_back_to_the_table_and_the_result_stays(draft: Ratifying) -> None:
    of = draft.summon()
    draft.come(draft.delegates)
    for term, yes in zip(draft.terms, (6, 3), strict=True):
        poll = draft.ask(term)
        draft.press(poll, "yes", draft.delegates[:yes])
        draft.press(poll, "no", draft.delegates[yes:])
        draft.close(poll)
    concluding.conclude(draft.desk)
    assert draft.room.is_at is Stage.IN_SESSION
    states = list(Term.objects.filter(item__room=draft.room).values_list("state", flat=True))
    assert states == [TermState.AGREED, TermState.OPEN]
    of.refresh_from_db()
    assert of.state == "rejected"
    assert "第二条：赞成 3 票，反对 3 票" in of.resolution
    assert "未通过的条款：第二条" in of.resolution


def test_a_second_vote_stands_beside_the_first(draft: Ratifying) -> None:
    draft.summon()
    draft.come(draft.delegates)
    draft.vote(yes=0, no=6)
    concluding.conclude(draft.desk)
    first = draft.room.ratifications.get()
    for speaker in (draft.chief(W), draft.chief(E)):
        if speaker.arrived_at is None:
            seating.check_in(speaker, remote=False)
    for term in draft.terms:
        draft.agree("改过的内容。", term)
    Room.objects.filter(pk=draft.room.pk).update(stage=Stage.RATIFYING.value)
    draft.summon()
    draft.come(draft.delegates)
    draft.vote(yes=6)
    concluding.conclude(draft.desk)
    attempts = [(of.attempt, of.state) for of in draft.room.ratifications.all()]
    assert attempts == [(1, "rejected"), (2, "passed")]
    assert "（第 2 次审议）" in draft.room.ratifications.get(attempt=2).resolution
    first_now = draft.room.ratifications.get(attempt=1)
    assert (first_now.resolution, first_now.digest) == (first.resolution, first.digest)
    assert draft.room.is_at is Stage.RATIFIED


def test_the_polls_of_a_ratification_do_not_count_for_a_side(draft: Ratifying) -> None:
    """A worker side that decides by poll asks its delegates, whatever the congress has said."""
    draft.summon()
    draft.come(draft.delegates)
    draft.vote(yes=6)
    version = ledger.current(draft.terms[0])
    assert not consent.may_confirm(version, W, SideRule.POLL)


def test_nobody_raises_hands_over_a_draft(draft: Ratifying) -> None:
    draft.summon()
    draft.come(draft.delegates)
    poll = draft.ask(draft.terms[0])
    with pytest.raises(Refused, match="无记名"):
        counting.enter_count(draft.seat(RECORDER), poll.pk, Means.HANDS, yes=3, no=0, abstain=0)


def test_papers_are_handed_out_counted_and_confirmed_as_in_a_session(draft: Ratifying) -> None:
    draft.summon()
    draft.come([*draft.delegates, draft.chief(W)])
    poll = draft.ask(draft.terms[0])
    for seat in draft.delegates[:5]:
        counting.issue_paper(draft.desk, poll.pk, seat.pk)
    recorder = draft.seat(RECORDER)
    counting.enter_count(recorder, poll.pk, Means.PAPER, yes=5, no=0, abstain=0)
    count = counts.count_of(poll)
    assert count is not None
    for side in Side:
        counting.confirm_count(draft.chief(side), poll.pk, counts.entry_of(count))
    closed = draft.close(poll)
    assert (closed.yes, closed.passed) == (5, True)


def test_nothing_is_announced_before_every_item_was_voted_on(draft: Ratifying) -> None:
    draft.summon()
    draft.come(draft.delegates)
    poll = draft.ask(draft.terms[0])
    draft.press(poll, "yes", draft.delegates)
    draft.close(poll)
    with pytest.raises(Refused, match="还有条款没有表决"):
        concluding.conclude(draft.desk)
    with pytest.raises(Refused, match="已经表决过了"):
        draft.ask(draft.terms[0])
