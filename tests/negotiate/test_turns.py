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


def test_a_turn_is_given_back_once() -> None:
    turns = Turns(1, 0, "请过一会儿再来。")
    turn = turns.take()
    turn.give_back()
    turn.give_back()
    other = turns.take()
    with pytest.raises(Refused):
        turns.take()
    other.give_back()


def test_a_turn_that_nobody_has_any_more_is_free() -> None:
    turns = Turns(1, 0, "请过一会儿再来。")
    turn = turns.take()
    del turn
    with turns.taken():
        pass
