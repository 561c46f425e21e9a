"""From everything that is kept after the close, nobody who knows the order of arrival links voters
to choices better than by chance. Before the close, the same adversary links them all."""

import pytest

from negotiate.people.models import Seat
from negotiate.rooms.actions import consent
from tests.negotiate.meeting import Meeting
from tests.secrecy.adversary import Voted, hold
from tests.secrecy.chance import SIGNIFICANT, Choices, Guesses, p_values

POLLS = 5
ONE_BY_ONE, IN_PAIRS = 1, 2
together = pytest.mark.parametrize("together", [ONE_BY_ONE, IN_PAIRS])


def attacked(
    meeting: Meeting, seats: list[Seat], together: int, *, closed: bool, seed: int = 0
) -> tuple[list[Choices], list[Guesses]]:
    """What was chosen in several polls, and what the adversary makes of it, before their close or
    after."""
    polls: list[Voted] = []
    guesses: list[Guesses] = []
    for number in range(POLLS):
        voted = hold(meeting, seats, together, seed + number)
        if closed:
            consent.close_poll(meeting.chair, voted.poll.pk)
        polls.append(voted)
        guesses.append(voted.guesses())
    return [voted.truth for voted in polls], guesses


@together
def test_after_the_close_no_trace_links_better_than_chance(
    meeting: Meeting, seats: list[Seat], together: int
) -> None:
    found = p_values(*attacked(meeting, seats, together, closed=True))
    assert len(found) > 1, "the adversary has found nothing to look at"
    linking = {trace for trace, p in found.items() if p < SIGNIFICANT}
    if linking:  # what chance did once, in a thousand runs of this test, it does not do twice
        again = p_values(*attacked(meeting, seats, together, closed=True, seed=POLLS))
        linking &= {trace for trace, p in again.items() if p < SIGNIFICANT}
    assert linking == set()


@together
def test_before_the_close_the_same_adversary_links_them(
    meeting: Meeting, seats: list[Seat], together: int
) -> None:
    truths, guesses = attacked(meeting, seats, together, closed=False)
    found = p_values(truths, guesses)
    assert min(found.values()) < SIGNIFICANT
    sure = {
        trace
        for trace in found
        if all(poll.get(trace) == truth for poll, truth in zip(guesses, truths, strict=True))
    }
    assert bool(sure) is (together == ONE_BY_ONE), found
