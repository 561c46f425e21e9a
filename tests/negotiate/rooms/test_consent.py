"""A term is agreed when each side's rule is met and both chiefs confirm one text; nothing less."""

import pytest

from negotiate.ballots import actions as ballots
from negotiate.ballots.models import Poll
from negotiate.law.refusal import Refused
from negotiate.law.words import Side, SideRule, TermState
from negotiate.record.chain import read
from negotiate.rooms.actions import consent, sitting
from negotiate.rooms.models import Confirmation, Term
from tests.negotiate.meeting import Meeting

W, E = Side.WORKER, Side.EMPLOYER


def state_of(meeting: Meeting) -> TermState:
    return Term.objects.get(pk=meeting.term.pk).is_at


def test_both_sides_and_both_chiefs_make_a_term_agreed(in_session: Meeting) -> None:
    in_session.propose(30000, 500)
    in_session.vote()
    in_session.confirm(W)
    assert state_of(in_session) is TermState.PROPOSED
    in_session.confirm(E)
    assert state_of(in_session) is TermState.AGREED


def test_a_chief_cannot_confirm_before_his_side_has_passed_it(in_session: Meeting) -> None:
    in_session.propose(30000, 500)
    with pytest.raises(Refused, match="本方还没有表决通过"):
        in_session.confirm(W)


def test_the_other_sides_yes_does_not_count_for_mine(in_session: Meeting) -> None:
    in_session.propose(30000, 500)
    in_session.vote("yes", E)
    with pytest.raises(Refused, match="本方还没有表决通过"):
        in_session.confirm(W)
    in_session.confirm(E)


def test_a_side_whose_chief_decides_needs_no_poll(in_session: Meeting) -> None:
    room = in_session.room
    room.employer_rule = SideRule.CHIEF.value
    room.save(update_fields=["employer_rule"])
    in_session.propose(30000, 500)
    in_session.confirm(E)
    assert Confirmation.objects.count() == 1


def test_a_straw_poll_advises_and_does_not_bind(in_session: Meeting) -> None:
    room = in_session.room
    room.employer_rule = SideRule.CHIEF.value
    room.save(update_fields=["employer_rule"])
    in_session.propose(30000, 500)
    in_session.vote("no", E)
    poll = Poll.objects.get()
    assert not poll.binding
    assert poll.passed is False
    in_session.confirm(E)


def test_a_changed_figure_voids_the_first_confirmation(in_session: Meeting) -> None:
    in_session.propose(30000, 500)
    in_session.vote()
    in_session.confirm(W)
    in_session.propose(30000, 600)
    assert in_session.term.versions.last().confirmations.count() == 0  # type: ignore[union-attr]
    with pytest.raises(Refused, match="本方还没有表决通过"):
        in_session.confirm(E)


def test_a_changed_figure_voids_an_open_poll(in_session: Meeting) -> None:
    in_session.propose(30000, 500)
    polls = in_session.ask()
    in_session.propose(30000, 600)
    states = {Poll.objects.get(pk=poll.pk).state for poll in polls}
    assert states == {Poll.State.VOID}


def test_confirming_an_older_text_is_refused_and_recorded(in_session: Meeting) -> None:
    old = in_session.propose(30000, 500)
    in_session.propose(30000, 600)
    in_session.vote()
    with pytest.raises(Refused, match="文本刚刚改过"):
        consent.confirm(in_session.chief(W), in_session.term.pk, old.digest)
    last = in_session.room.book.entries.last()
    assert last is not None
    assert '"action":"refused"' in last.body
    assert not Confirmation.objects.exists()


def test_a_refusal_again_and_again_is_recorded_once(in_session: Meeting) -> None:
    in_session.propose(30000, 500)
    before = in_session.room.book.length
    for _ in range(5):
        with pytest.raises(Refused):
            consent.confirm(in_session.chief(W), in_session.term.pk, "0" * 64)
    for _ in range(5):
        with pytest.raises(Refused):
            consent.confirm(in_session.other(W), in_session.term.pk, "0" * 64)
    assert in_session.room.book.length == before + 1


def test_a_confirmation_is_given_once(in_session: Meeting) -> None:
    in_session.propose(30000, 500)
    in_session.vote()
    in_session.confirm(W)
    with pytest.raises(Refused, match="已确认过"):
        in_session.confirm(W)


def test_a_representative_who_is_not_chief_cannot_confirm(in_session: Meeting) -> None:
    version = in_session.propose(30000, 500)
    in_session.vote()
    with pytest.raises(Refused, match="首席代表"):
        consent.confirm(in_session.other(W), in_session.term.pk, version.digest)


def test_a_chief_opens_and_closes_only_his_own_sides_poll(in_session: Meeting) -> None:
    in_session.propose(30000, 500)
    with pytest.raises(Refused, match="只能发起本方"):
        consent.open_poll(in_session.chief(W), in_session.term.pk, [E])
    consent.open_poll(in_session.chief(W), in_session.term.pk, [W])
    poll = Poll.objects.get()
    with pytest.raises(Refused, match="只能结束本方"):
        consent.close_poll(in_session.chief(E), poll.pk)
    consent.close_poll(in_session.chief(W), poll.pk)


def test_a_side_is_asked_once_about_one_version(in_session: Meeting) -> None:
    in_session.propose(30000, 500)
    in_session.vote("no")
    with pytest.raises(Refused, match="已就这个方案表决过"):
        in_session.ask(W)


def test_advice_asked_too_late_ends_with_the_agreement(in_session: Meeting) -> None:
    room = in_session.room
    room.employer_rule = SideRule.CHIEF.value
    room.save(update_fields=["employer_rule"])
    in_session.propose(30000, 500)
    in_session.confirm(E)
    worker = next(poll for poll in in_session.ask() if poll.of is W)
    for entry in worker.roll.select_related("seat__room", "seat__person"):
        ballots.cast(entry.seat, worker.pk, "yes", ballots.new_key())
    consent.close_poll(in_session.chair, worker.pk)
    in_session.confirm(W)
    assert state_of(in_session) is TermState.AGREED
    assert not Poll.objects.filter(state=Poll.State.OPEN).exists()


def test_applause_for_one_version_is_none_for_the_next(in_session: Meeting) -> None:
    in_session.propose(30000, 500)
    consent.acclaim(in_session.chair, in_session.term.pk)
    in_session.propose(31000, 500)
    consent.acclaim(in_session.chair, in_session.term.pk)
    acts = [act["action"] for act in read(in_session.room.book)]
    assert acts.count("acclaim") == 2


def test_applause_is_written_down_and_confirms_nothing(in_session: Meeting) -> None:
    in_session.propose(30000, 500)
    consent.acclaim(in_session.chair, in_session.term.pk)
    assert Term.objects.get(pk=in_session.term.pk).acclaimed
    assert state_of(in_session) is TermState.PROPOSED
    with pytest.raises(Refused, match="已记录"):
        consent.acclaim(in_session.chair, in_session.term.pk)


def test_nothing_is_summed_up_while_a_term_is_open(in_session: Meeting) -> None:
    in_session.propose(30000, 500)
    with pytest.raises(Refused, match="没有谈定"):
        sitting.sum_up(in_session.chair)
    assert in_session.room.stage == "in_session"
