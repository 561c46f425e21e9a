"""A draft before the congress: attendance first, then item by item against the whole roll."""

import pytest

from negotiate.ballots.models import Poll
from negotiate.law.refusal import Refused
from negotiate.law.words import Stage, TermState
from negotiate.rooms.actions import congress, ratification, seating
from negotiate.rooms.models import Ratification
from tests.negotiate.ratifying import CONGRESS, Ratifying

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
    ratification.conclude(draft.desk)
    assert draft.room.is_at is (Stage.RATIFIED if passes else Stage.IN_SESSION)
