"""Batches of papers, for whoever lets them race."""

from collections.abc import Callable, Sequence

from negotiate.ballots.actions import Paper
from negotiate.law.refusal import Refused
from negotiate.rooms.actions import consent
from tests.negotiate.races.two import Outcome

Answers = list[str | Refused]


def each(outcome: Outcome) -> Answers:
    """The answers of a batch."""
    assert isinstance(outcome, list)
    return outcome


def casting(given: Sequence[Paper]) -> Callable[[], Answers]:
    return lambda: consent.vote_many(given)
