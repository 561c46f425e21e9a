"""Is a link better than a guess? A permutation test over several polls.

Whoever knows nothing but the published list names for each voter, in the order of arrival, the
choices in an order that has nothing to do with it: every such order is as likely as any other. So
the hits of one order of papers, added up over all polls, are held against those of the same choices
shuffled many times.
"""

import random
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache

DRAWS = 20_000
SIGNIFICANT = 0.001  # how seldom chance alone may look like a link

Choices = Sequence[str]  # of one poll's voters, in the order of arrival
Guesses = Mapping[str, Choices]  # by the trace that the adversary followed


def hits(truth: Choices, guess: Choices) -> int:
    return sum(true == named for true, named in zip(truth, guess, strict=True))


def p_values(truths: Sequence[Choices], guesses: Sequence[Guesses]) -> dict[str, float]:
    """For each trace: how often chance would link as well or better, corrected for the number of
    traces tried (Bonferroni). A poll in which a trace was not found adds no hit: nobody guesses."""
    traces = {trace for poll in guesses for trace in poll}
    found = {}
    for trace in traces:
        polls = [n for n, poll in enumerate(guesses) if trace in poll]
        total = sum(hits(truths[n], guesses[n][trace]) for n in polls)
        by_chance = _by_chance(tuple(tuple(truths[n]) for n in polls))
        as_good = DRAWS - bisect_left(by_chance, total)
        found[trace] = min(1.0, (as_good + 1) / (DRAWS + 1) * len(traces))
    return found


@cache
def _by_chance(truths: tuple[tuple[str, ...], ...]) -> list[int]:
    """The hits of shuffled choices over these polls, sorted, for every draw."""
    dice = random.Random(0)  # noqa: S311  (statistics)
    shuffled = [list(truth) for truth in truths]

    def draw() -> int:
        total = 0
        for truth, guess in zip(truths, shuffled, strict=True):
            dice.shuffle(guess)
            total += hits(truth, guess)
        return total

    return sorted(draw() for _ in range(DRAWS))
