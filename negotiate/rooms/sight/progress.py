"""How far all terms of a room are: the same for everybody who looks."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from negotiate.law.words import Stage, TermState
from negotiate.rooms.sight.facts import TermFacts

_ORDER: Final = (
    TermState.AGREED,
    TermState.PROPOSED,
    TermState.OPEN,
    TermState.DEFERRED,
    TermState.WITHDRAWN,
)
_UNDECIDED: Final = frozenset({TermState.OPEN, TermState.PROPOSED})
_TALKING: Final = frozenset({Stage.IN_SESSION, Stage.SUSPENDED})


class Progress(NamedTuple):
    """How many terms are in each state, those agreed first; and of each term because of which
    nothing can be signed yet, key and title."""

    tally: tuple[tuple[TermState, int], ...]
    undecided: tuple[tuple[int, str], ...]

    @property
    def states(self) -> tuple[TermState, ...]:
        """One for each term: the bar of the term board."""
        return tuple(state for state, count in self.tally for _ in range(count))


def progress_of(terms: Iterable[TermFacts], stage: Stage) -> Progress:
    terms = list(terms)
    states = [term.state for term in terms]
    undecided = [term for term in terms if term.state in _UNDECIDED and stage in _TALKING]
    return Progress(
        tuple((state, states.count(state)) for state in _ORDER if state in states),
        tuple((term.pk, term.title) for term in undecided),
    )
