"""A vote on paper is about the draft that there is, and the phones of those who keep a contract can
be replaced for as long as it holds."""

from dataclasses import replace
from datetime import timedelta

import pytest

from negotiate import moment
from negotiate.law.refusal import Refused
from negotiate.law.words import Electorate, Side, Stage
from negotiate.rooms.actions import on_paper, ratification, seating
from negotiate.rooms.actions.on_paper import OnPaper
from tests.negotiate.contract import Agreed


def test_nobody_has_voted_on_a_draft_before_there_was_one(db: None) -> None:
    draft = Agreed().on(Stage.RATIFYING)
    ratification.open_ratification(draft.desk, Electorate.CONGRESS)
    of = draft.room.ratifications.get()
    today = moment.today()
    paper = OnPaper(Electorate.CONGRESS, today, 9, 9, {draft.term.pk: (9, 0, 0)})
    before = replace(paper, held_on=today - timedelta(days=1))
    with pytest.raises(Refused, match="才形成"):
        on_paper.record_ratification(draft.desk, of.pk, before)
    on_paper.record_ratification(draft.desk, of.pk, paper)
    of.refresh_from_db()
    assert of.state == of.State.PASSED


@pytest.mark.parametrize("stage", [Stage.EFFECTIVE, Stage.PERFORMING])
def test_a_chief_with_a_new_phone_comes_in_again_while_the_contract_holds(
    db: None, stage: Stage
) -> None:
    held = Agreed().on(stage)
    chief = held.chief(Side.EMPLOYER)
    seating.reissue(held.desk, chief.pk)
    assert held.chief(Side.EMPLOYER).link_serial == chief.link_serial + 1
