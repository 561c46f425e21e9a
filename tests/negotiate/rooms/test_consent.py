"""A term is agreed when each side's rule is met and both chiefs confirm one text; nothing less."""

import pytest

from negotiate.ballots import actions as ballots
from negotiate.ballots.models import Poll
from negotiate.law.refusal import Refused
from negotiate.law.words import Side, SideRule, TermState
from negotiate.people.models import Seat
from negotiate.record.chain import read
from negotiate.rooms.actions import consent, ledger, sitting
from negotiate.rooms.models import Confirmation, Term, Version
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


class TestGate:
    """A figure moved against the workers asks the gate again."""

    def worse(self, meeting: Meeting) -> Version:
        meeting.propose(30000, 500)
        return meeting.propose(20000, 500, side=E)

    def test_a_worse_version_waits_for_the_gate(self, in_session: Meeting) -> None:
        assert self.worse(in_session).gate == Version.Gate.PENDING
        with pytest.raises(Refused, match="复核程序门槛"):
            in_session.ask()

    def test_it_goes_on_once_a_named_person_has_answered(self, in_session: Meeting) -> None:
        version = self.worse(in_session)
        term = in_session.term.pk
        ledger.rescreen(in_session.chair, term, reduces_rights=False, reason="新增奖励")
        version.refresh_from_db()
        assert (version.gate, version.gate_reason) == ("passed", "新增奖励")
        in_session.vote()
        in_session.confirm()

    def test_a_reduction_of_rights_bars_the_version(self, in_session: Meeting) -> None:
        self.worse(in_session)
        term = in_session.term.pk
        ledger.rescreen(in_session.chair, term, reduces_rights=True, reason="低于现行标准")
        with pytest.raises(Refused, match="减损职工权益"):
            in_session.ask()
        in_session.propose(31000, 500)
        in_session.ask()

    def test_a_barred_figure_is_no_measure_for_the_next(self, in_session: Meeting) -> None:
        self.worse(in_session)
        term = in_session.term.pk
        ledger.rescreen(in_session.chair, term, reduces_rights=True, reason="低于现行标准")
        assert in_session.propose(20001, 500, side=E).gate == Version.Gate.PENDING

    def test_nor_is_one_that_nobody_has_answered_for(self, in_session: Meeting) -> None:
        self.worse(in_session)
        assert in_session.propose(20001, 500, side=E).gate == Version.Gate.PENDING
        assert in_session.propose(30000, 500).gate == Version.Gate.CLEAR

    def test_a_better_version_is_not_asked(self, in_session: Meeting) -> None:
        in_session.propose(30000, 500)
        assert in_session.propose(31000, 500).gate == Version.Gate.CLEAR
        with pytest.raises(Refused, match="不需要复核"):
            ledger.rescreen(in_session.chair, in_session.term.pk, reduces_rights=False, reason="无")


class TestLedger:
    def test_two_proposals_at_once_do_not_overwrite_each_other(self, in_session: Meeting) -> None:
        in_session.propose(30000, 500)
        seat: Seat = in_session.chief(E)
        with pytest.raises(Refused, match="刚有人提出了新方案"):
            ledger.propose(seat, in_session.term.pk, in_session.tiers(1, 2), answers=None)

    def test_the_same_text_again_is_no_counter_proposal(self, in_session: Meeting) -> None:
        in_session.propose(30000, 500)
        with pytest.raises(Refused, match="完全相同"):
            in_session.propose(30000, 500, side=E)

    def test_bad_figures_change_nothing(self, in_session: Meeting) -> None:
        before = in_session.room.version
        with pytest.raises(Refused):
            in_session.propose(500, 500)
        assert in_session.room.version == before
        assert not Version.objects.exists()

    def test_only_the_side_that_raised_a_term_takes_it_back(self, in_session: Meeting) -> None:
        in_session.propose(30000, 500)
        with pytest.raises(Refused, match="由对方提出"):
            ledger.withdraw(in_session.chief(E), in_session.term.pk, reason="不谈")
        ledger.withdraw(in_session.chief(W), in_session.term.pk, reason="不谈")
        assert state_of(in_session) is TermState.WITHDRAWN

    def test_a_deferred_term_comes_back_with_its_history(self, in_session: Meeting) -> None:
        in_session.propose(30000, 500)
        ledger.defer(in_session.chair, in_session.term.pk, reason="下次再谈")
        assert state_of(in_session) is TermState.DEFERRED
        ledger.reopen(in_session.chair, in_session.term.pk)
        assert state_of(in_session) is TermState.OPEN
        assert in_session.propose(30000, 500).number == 2
        in_session.vote()
        in_session.confirm()
        assert state_of(in_session) is TermState.AGREED

    def test_an_agreed_term_is_reopened_to_mend_its_text(self, in_session: Meeting) -> None:
        in_session.agree()
        in_session.sum_up()
        sitting.return_to_session(in_session.chair)
        ledger.reopen(in_session.chair, in_session.term.pk)
        in_session.propose(31000, 500)
        with pytest.raises(Refused, match="本方还没有表决通过"):
            in_session.confirm(W)
        in_session.vote()
        in_session.confirm()
        in_session.sum_up()

    def test_another_rooms_term_cannot_even_be_named(self, in_session: Meeting) -> None:
        other = Meeting("caterer")
        with pytest.raises(Refused, match="没有这个条款"):
            ledger.propose(in_session.chief(W), other.term.pk, {}, answers=None)


def test_nothing_is_summed_up_while_a_term_is_open(in_session: Meeting) -> None:
    in_session.propose(30000, 500)
    with pytest.raises(Refused, match="没有谈定"):
        sitting.sum_up(in_session.chair)
    assert in_session.room.stage == "in_session"
