"""The ledger: what is put on the table, taken back, laid aside and brought back."""

import pytest

from negotiate.law.refusal import Refused
from negotiate.law.words import Side, TermState
from negotiate.people.models import Seat
from negotiate.rooms.actions import ledger, sitting
from negotiate.rooms.models import Term, Version
from tests.negotiate.meeting import Meeting

W, E = Side.WORKER, Side.EMPLOYER


def state_of(meeting: Meeting) -> TermState:
    return Term.objects.get(pk=meeting.term.pk).is_at


def test_two_proposals_at_once_do_not_overwrite_each_other(in_session: Meeting) -> None:
    in_session.propose(30000, 500)
    seat: Seat = in_session.chief(E)
    with pytest.raises(Refused, match="刚有人提出了新方案"):
        ledger.propose(seat, in_session.term.pk, in_session.tiers(1, 2), answers=None)


def test_the_same_text_again_is_no_counter_proposal(in_session: Meeting) -> None:
    in_session.propose(30000, 500)
    with pytest.raises(Refused, match="完全相同"):
        in_session.propose(30000, 500, side=E)


def test_bad_figures_change_nothing(in_session: Meeting) -> None:
    before = in_session.room.version
    with pytest.raises(Refused):
        in_session.propose(500, 500)
    assert in_session.room.version == before
    assert not Version.objects.exists()


def test_only_the_side_that_raised_a_term_takes_it_back(in_session: Meeting) -> None:
    in_session.propose(30000, 500)
    with pytest.raises(Refused, match="由对方提出"):
        ledger.withdraw(in_session.chief(E), in_session.term.pk, reason="不谈")
    ledger.withdraw(in_session.chief(W), in_session.term.pk, reason="不谈")
    assert state_of(in_session) is TermState.WITHDRAWN


def test_a_deferred_term_comes_back_with_its_history(in_session: Meeting) -> None:
    in_session.propose(30000, 500)
    ledger.defer(in_session.chair, in_session.term.pk, reason="下次再谈")
    assert state_of(in_session) is TermState.DEFERRED
    ledger.reopen(in_session.chair, in_session.term.pk)
    assert state_of(in_session) is TermState.OPEN
    assert in_session.propose(30000, 500).number == 2
    in_session.vote()
    in_session.confirm()
    assert state_of(in_session) is TermState.AGREED


def test_an_agreed_term_is_reopened_to_mend_its_text(in_session: Meeting) -> None:
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


def test_another_rooms_term_cannot_even_be_named(in_session: Meeting) -> None:
    other = Meeting("caterer")
    with pytest.raises(Refused, match="没有这个条款"):
        ledger.propose(in_session.chief(W), other.term.pk, {}, answers=None)
