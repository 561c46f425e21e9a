"""What a board says of all terms together, and of what was asked."""

from functools import cached_property
from typing import Final

from negotiate.law.packages import LEAST
from negotiate.law.words import Capacity, Side, TermState
from negotiate.rooms.sight.information import RequestView
from negotiate.rooms.sight.seen import TermView

# What is still to be done comes first.
DUE: Final = (
    TermState.PROPOSED,
    TermState.OPEN,
    TermState.AGREED,
    TermState.DEFERRED,
    TermState.WITHDRAWN,
)


class Overview:
    """Of the terms as this audience sees them."""

    side: Side | None
    capacities: frozenset[Capacity]
    terms: tuple[TermView, ...]
    requests: tuple[RequestView, ...]

    @property
    def grouped(self) -> tuple[tuple[TermState, tuple[TermView, ...]], ...]:
        """The terms under their states, those to be done first."""
        found = ((s, tuple(term for term in self.terms if term.state is s)) for s in DUE)
        return tuple((state, terms) for state, terms in found if terms)

    @cached_property
    def bindable(self) -> tuple[TermView, ...]:
        """What this chief could bind together, if it is enough for a package."""
        if self.side is None or Capacity.CHIEF not in self.capacities:
            return ()
        free = tuple(term for term in self.terms if _is_free(term, self.side))
        return free if len(free) >= LEAST else ()

    @property
    def can_bind(self) -> bool:
        return bool(self.bindable)

    @property
    def unanswered(self) -> tuple[RequestView, ...]:
        return tuple(each for each in self.requests if not each.standing.answered)

    @property
    def has_asked(self) -> bool:
        return bool(self.requests)


def _is_free(term: TermView, side: Side) -> bool:
    through = term.state is TermState.PROPOSED and term.is_through_gate and not term.is_refused
    return through and not term.package and not term.has_confirmed(side)
