"""The ordinary procedure from the offer to the door of a session."""

import pytest

from negotiate.law.words import Stage
from tests.negotiate.ordinary import WAYS, Ordinary


@pytest.mark.parametrize("stage", WAYS)
def test_every_stage_is_reached_on_a_lawful_way(db: None, stage: Stage) -> None:
    assert Ordinary().to(stage).room.is_at is stage
