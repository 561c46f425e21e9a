"""From the draft to the end of the contract: every act, what it refuses, and where it leads."""

import pytest

from negotiate.law.words import Stage
from tests.negotiate.contract import LATER, Agreed


@pytest.mark.parametrize("stage", LATER)
def test_every_stage_after_the_draft_is_reached(db: None, stage: Stage) -> None:
    Agreed().on(stage)
