"""Killed between any two steps of completing a paper, a server leaves it as it was, with the page
that goes on, or complete and sealed: never half."""

import pytest

from tests.faults.sealing import SIGNINGS, Left, deaths, first_other
from tests.server import Server

FIRST_HAND = Left("summed_up", False, 1, 0, 0, "", False, True)
TWO_PHONES = Left("summed_up", False, 2, 3, 2, "", False, False)
ONE_PHONE = Left("summed_up", False, 2, 3, 1, "", False, True)
UNSTAMPED = Left("summed_up", False, 2, 3, 0, "", False, True)
COMPARED = Left("summed_up", False, 0, 0, 0, "", False, True)
IN_INK = Left("signed", True, 0, 1, 0, "AUTHENTIC", True, False)
WHOLE = Left("signed", True, 2, 3, 0, "AUTHENTIC", True, False)
BEFORE_AND_AFTER = {
    "last_hand": (FIRST_HAND, WHOLE),
    "last_hand_before_a_phone": (FIRST_HAND, TWO_PHONES),
    "last_phone": (ONE_PHONE, WHOLE),
    "time_stamp": (UNSTAMPED, WHOLE),
    "scan_in_ink": (COMPARED, IN_INK),
}
FEWEST = 20  # deaths: fewer would mean that the statements were not counted


@pytest.mark.parametrize("kind", SIGNINGS)
def test_it_dies_before_or_after_and_never_between(server: Server, kind: str) -> None:
    before, after = BEFORE_AND_AFTER[kind]
    contents, *lefts = server.call(deaths, kind)
    assert len(contents) > FEWEST
    assert contents[0] not in contents[first_other(contents) :]
    assert [Left(*left) for left in lefts] == [before, after, after]
