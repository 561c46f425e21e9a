"""A figure moved against the workers asks the gate again."""

import pytest

from negotiate.law.refusal import Refused
from negotiate.law.words import Side
from negotiate.rooms.actions import ledger
from negotiate.rooms.models import Version
from tests.negotiate.meeting import Meeting

W, E = Side.WORKER, Side.EMPLOYER


def worse(meeting: Meeting) -> Version:
    meeting.propose(30000, 500)
    return meeting.propose(20000, 500, side=E)


def test_a_worse_version_waits_for_the_gate(in_session: Meeting) -> None:
    assert worse(in_session).gate == Version.Gate.PENDING
    with pytest.raises(Refused, match="复核程序门槛"):
        in_session.ask()


def test_it_goes_on_once_a_named_person_has_answered(in_session: Meeting) -> None:
    version = worse(in_session)
    term = in_session.term.pk
    ledger.rescreen(in_session.chair, term, reduces_rights=False, reason="新增奖励")
    version.refresh_from_db()
    assert (version.gate, version.gate_reason) == ("passed", "新增奖励")
    in_session.vote()
    in_session.confirm()


def test_a_reduction_of_rights_bars_the_version(in_session: Meeting) -> None:
    worse(in_session)
    term = in_session.term.pk
    ledger.rescreen(in_session.chair, term, reduces_rights=True, reason="低于现行标准")
    with pytest.raises(Refused, match="减损职工权益"):
        in_session.ask()
    in_session.propose(31000, 500)
    in_session.ask()


def test_a_barred_figure_is_no_measure_for_the_next(in_session: Meeting) -> None:
    worse(in_session)
    term = in_session.term.pk
    ledger.rescreen(in_session.chair, term, reduces_rights=True, reason="低于现行标准")
    assert in_session.propose(20001, 500, side=E).gate == Version.Gate.PENDING


def test_nor_is_one_that_nobody_has_answered_for(in_session: Meeting) -> None:
    worse(in_session)
    assert in_session.propose(20001, 500, side=E).gate == Version.Gate.PENDING
    assert in_session.propose(30000, 500).gate == Version.Gate.CLEAR


def test_a_better_version_is_not_asked(in_session: Meeting) -> None:
    in_session.propose(30000, 500)
    assert in_session.propose(31000, 500).gate == Version.Gate.CLEAR
    with pytest.raises(Refused, match="不需要复核"):
        ledger.rescreen(in_session.chair, in_session.term.pk, reduces_rights=False, reason="无")
