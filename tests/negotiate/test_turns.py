"""Heavy work is done in turns, and nobody waits for ever."""

import pytest

from negotiate.law.refusal import Refused
from negotiate.turns import Turns


def test_whoever_finds_no_turn_is_told_so_and_the_next_finds_one() -> None:
    turns = Turns(2, 0, "请过一会儿再来。")
    with turns.taken():
        with turns.taken(), pytest.raises(Refused, match="请过一会儿"), turns.taken():
            pass
        with turns.taken():
            pass
