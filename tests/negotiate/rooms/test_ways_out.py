"""No negotiation is stuck: with a side that does not come, a draft that nobody passes, a chief who
will not sign, a chief who is gone, or an objection that is written down a day late."""

from datetime import timedelta

import pytest

from agreements.papers.models import Paper
from agreements.papers.standing import Standing, standing_of
from negotiate import moment
from negotiate.ballots import actions as ballots
from negotiate.ballots.models import Poll
from negotiate.law.words import Action, Capacity, Side, Stage
from negotiate.people.roster_file import RosterRow
from negotiate.record.chain import read
from negotiate.rooms.actions import (
    composing,
    concluding,
    consent,
    impasse,
    keeping,
    ledger,
    seating,
)
from negotiate.rooms.models import Bound, Package, Ratification, Room, Term
from tests.negotiate.contract import Agreed
from tests.negotiate.ordinary import Ordinary
from tests.negotiate.ratifying import Ratifying
from tests.negotiate.refusing import refuses

W, E = Side.WORKER, Side.EMPLOYER
S = Stage


@pytest.mark.parametrize("stage", [S.COMPOSING, S.PREPARING, S.WAITING, S.CHECK_IN])
def test_talks_can_be_ended_when_a_side_does_not_come(db: None, stage: Stage) -> None:
    told = Ordinary().to(stage)
    impasse.end_talks(told.desk, reason="企业方一直不派代表")
    assert told.room.is_at is S.ENDED
    assert told.room.ended_because == "企业方一直不派代表"


@pytest.mark.parametrize("stage", [S.DRAFTED, S.RATIFYING, S.RATIFIED])
def test_talks_can_be_ended_over_a_draft(db: None, stage: Stage) -> None:
    told = Agreed().on(stage)
    impasse.end_talks(told.desk, reason="企业方不签")
    assert told.room.is_at is S.ENDED
    assert not told.paper.is_complete


def test_a_ratified_draft_that_a_chief_will_not_sign_goes_back_to_the_table(db: None) -> None:
    told = Agreed().on(S.RATIFIED)
    told.sign(W)
    impasse.recall(told.desk, reason="企业方不签")
    assert told.room.is_at is S.IN_SESSION
    left = told.paper
    assert standing_of(left) == Standing.VOID
    told.draft()
    assert Paper.objects.of_room(told.room.pk).count() == 2
    assert told.paper.pk != left.pk


def test_a_ratification_that_nobody_comes_to_can_be_given_up(db: None) -> None:
    told = Ratifying()
    told.summon()
    impasse.recall(told.desk, reason="人到不齐")
    assert told.room.is_at is S.IN_SESSION
    assert {of.state for of in Ratification.objects.filter(room=told.room)} == {"void"}


def test_a_draft_is_not_taken_back_while_it_is_voted_on(db: None) -> None:
    told = Ratifying()
    told.summon()
    told.come(told.delegates)
    told.ask(told.terms[0])
    refuses("正在表决", impasse.recall, told.desk, reason="不谈了")


@pytest.mark.parametrize("stage", [S.DRAFTED, S.RATIFIED, S.PERFORMING])
def test_a_chief_who_is_gone_is_followed_by_another(db: None, stage: Stage) -> None:
    told = Agreed().on(stage)
    composing.vacate(told.desk, told.chief(E).pk, reason="调走")
    row = RosterRow("赵新", "", "总经理", E, Capacity.CHIEF)
    seating.seat_persons(told.desk, [row])
    assert told.chief(E).person.name == "赵新"


def test_an_objection_of_the_last_day_counts_when_it_is_written_down_the_day_after(
    db: None,
) -> None:
    told = Agreed().on(S.SIGNED)
    told.received()
    last = told.room.clocks.get(kind="effect").due
    moment.move((last - moment.today() + timedelta(days=1)) * 1)
    keeping.keep_time()
    assert told.room.stage == S.EFFECTIVE.value
    told.object_to(objected_on=last)
    assert told.room.is_at is S.OBJECTED
    assert told.drawn.effective_on is None
    assert not told.room.clocks.going().exists()


def test_what_was_agreed_in_one_package_goes_back_together(db: None) -> None:
    told = Ratifying()
    seat = told.chief(W)
    package = Package.objects.create(
        room=told.room, number=1, seat=seat, side=W.value, agreed_at=moment.now()
    )
    for term in told.terms:
        Bound.objects.create(package=package, term=term, version=ledger.current(term))
    Room.objects.filter(pk=told.room.pk).update(has_packages=True)
    told.summon()
    told.come(told.delegates)
    for term, choice in zip(told.terms, ("no", "yes"), strict=True):
        poll = told.ask(term)
        told.press(poll, choice, told.delegates)
        told.close(poll)
    concluding.conclude(told.desk)
    states = Term.objects.filter(item__room=told.room).values_list("state", flat=True)
    assert set(states) == {"open"}
    (act,) = (a for a in read(told.room.book) if a["action"] == Action.CONCLUDE)
    assert act["data"]["reopened"] == [term.title for term in told.terms]


def test_who_presides_does_not_cut_short_the_other_sides_vote(db: None) -> None:
    told = Ordinary().to(S.IN_SESSION)
    ledger.propose(told.chief(W), told.term.pk, {"body": "每周检查一次。"}, answers=None)
    leading = told.presiding()
    assert leading.of is W
    consent.open_poll(leading, told.term.pk, list(Side))
    theirs = Poll.objects.get(room=told.room, side=E.value)
    refuses("企业方的票还没有收齐", consent.close_poll, leading, theirs.pk)
    for entry in theirs.roll.select_related("seat__person", "seat__room"):
        ballots.cast(entry.seat, theirs.pk, "yes", ballots.new_key())
    consent.close_poll(leading, theirs.pk)
    consent.close_poll(leading, Poll.objects.get(room=told.room, side=W.value).pk)
