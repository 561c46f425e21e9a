"""What a board says of all terms together, and of what was asked."""

from functools import cached_property
from typing import Final, NamedTuple

from negotiate.law.words import Side, Stage, TermState
from negotiate.rooms.sight.seen import TermView
from negotiate.rooms.sight.talks import RequestView

# What is still to be done comes first; what is done stands at the left of the bar.
DUE: Final = (
    TermState.PROPOSED,
    TermState.OPEN,
    TermState.AGREED,
    TermState.DEFERRED,
    TermState.WITHDRAWN,
)
DONE: Final = (TermState.AGREED, *(state for state in DUE if state is not TermState.AGREED))
TALKING: Final = frozenset({Stage.IN_SESSION, Stage.SUSPENDED})


class Progress(NamedTuple):
    """How many terms are in each state; and of each term because of which nothing can be signed
    yet, key and title."""

    tally: tuple[tuple[TermState, int], ...]
    undecided: tuple[tuple[int, str], ...]

    @property
    def states(self) -> tuple[TermState, ...]:
        """One for each term, those agreed first: the bar of the term board."""
        return tuple(state for state, count in self.tally for _ in range(count))


class Overview:
    """Of the terms as this audience sees them."""

    stage: Stage
    side: Side | None
    terms: tuple[TermView, ...]
    requests: tuple[RequestView, ...]

    @property
    def progress(self) -> "Progress":
        states = [term.state for term in self.terms]
        undecided = [term for term in self.terms if term.unsettled]
        return Progress(
            tuple((state, states.count(state)) for state in DONE if state in states),
            tuple((term.term.pk, term.term.title) for term in undecided if self.stage in TALKING),
        )

    @property
    def grouped(self) -> tuple[tuple[TermState, tuple[TermView, ...]], ...]:
        """The terms under their states, those to be done first."""
        found = ((s, tuple(term for term in self.terms if term.state is s)) for s in DUE)
        return tuple((state, terms) for state, terms in found if terms)

    @cached_property
    def bindable(self) -> tuple[TermView, ...]:
        """What this chief could bind together, if it is enough for a package."""
        free = tuple(term for term in self.terms if self.side and _is_free(term, self.side))
        return free if len(free) > 1 else ()

    @property
    def unanswered(self) -> tuple[RequestView, ...]:
        return tuple(each for each in self.requests if not each.standing.answered)


def _is_free(term: TermView, side: Side) -> bool:
    through = term.state is TermState.PROPOSED and term.is_through_gate and not term.is_refused
    return through and not term.package and not term.has_confirmed(side)
