"""A vote on paper, held elsewhere: the roll it is counted against is the enrolled one, or what
somebody has declared."""

from typing import Any

import pytest

from negotiate import moment
from negotiate.law.words import Electorate
from negotiate.record.chain import read
from negotiate.rooms.actions import concluding, on_paper
from negotiate.rooms.actions.on_paper import OnPaper
from negotiate.rooms.models import Ratification
from tests.negotiate.meeting import enrolled
from tests.negotiate.ratifying import CONGRESS, Ratifying
from tests.negotiate.refusing import refuses

DECLARED = "应到人数由周卫东申报。"


def enter(draft: Ratifying, body: Electorate = CONGRESS, **changed: Any) -> Ratification:
    votes = {term.pk: (5, 0, 0) for term in draft.terms}
    facts = {"body": body, "held_on": moment.today(), "roll": None, "present": 5, "votes": votes}
    of = draft.room.ratifications.standing().get()
    on_paper.record_ratification(draft.desk, of.pk, OnPaper(**{**facts, **changed}))
    of.refresh_from_db()
    return of


def concluded(draft: Ratifying) -> str:
    concluding.conclude(draft.desk)
    return draft.room.ratifications.get().resolution


def test_the_enrolled_roll_is_counted_against_and_nobodys_word(db: None) -> None:
    draft = Ratifying(6)
    draft.summon()
    refuses("名册上有 6 人，应到人数以名册为准，不能填 5 人", enter, draft, roll=5)
    of = enter(draft)
    assert (of.roll_size, of.is_declared) == (6, False)
    assert {poll.roll_size for poll in of.polls.all()} == {6}
    last = list(read(draft.room.book))[-1]
    assert (last["data"]["roll"], last["data"]["roll_sha256"]) == (6, of.roll_digest)
    told = concluded(draft)
    assert "应到职工代表 6 人" in told
    assert "申报" not in told


def test_without_a_roll_its_size_is_declared_and_the_resolution_says_by_whom(db: None) -> None:
    draft = Ratifying(0)
    draft.summon()
    refuses("请填写应到人数", enter, draft)
    of = enter(draft, roll=7)
    assert (of.roll_size, of.roll_digest, of.is_declared) == (7, "", True)
    assert f"应到职工代表 7 人，实到 5 人（须 ≥ 5 人）。{DECLARED}" in concluded(draft)


def test_delegates_alone_are_no_roll_of_the_whole_staff(db: None) -> None:
    draft = Ratifying(6)
    draft.summon()
    assert enter(draft, Electorate.STAFF, roll=7).is_declared
    assert DECLARED in concluded(draft)


def test_the_whole_staffs_roll_is_everybody_on_it(db: None) -> None:
    draft = Ratifying(2)
    draft.enrol(1, in_congress=False)
    draft.summon()
    of = enter(draft, Electorate.STAFF)
    assert of.roll_size == 2 + 1 + 3  # with the workers' own delegates
    assert not of.is_declared


def test_entered_again_it_is_counted_against_the_roll_of_the_first_time(db: None) -> None:
    draft = Ratifying(6)
    draft.summon()
    first = enter(draft).roll_digest
    enrolled(draft.desk, ("新人", "9001"))
    draft.enrol(3)
    again = enter(draft, present=6)
    assert (again.roll_size, again.present, again.roll_digest) == (6, 6, first)


@pytest.mark.parametrize("present", [3, 7])
def test_who_came_is_held_against_the_enrolled_roll(db: None, present: int) -> None:
    draft = Ratifying(6)
    draft.summon()
    refuses("应到 6 人", enter, draft, present=present)
