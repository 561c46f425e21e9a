"""The things on a board, each as one audience may see it. Only `board` makes them."""

from dataclasses import dataclass
from typing import NamedTuple

from negotiate.law.terms import Comparison, Wording
from negotiate.law.words import Side, TermState
from negotiate.rooms.sight.facts import TermFacts, VersionFacts
from negotiate.rooms.sight.poll_view import PollView


@dataclass(frozen=True, slots=True)
class VersionView:
    """`unshown`: which guard nobody can check by it, in sentences."""

    version: VersionFacts
    side: Side
    by: str
    wording: Wording
    comparison: Comparison
    unshown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConfirmationView:
    side: Side
    name: str
    confirmed: bool


class Running(NamedTuple):
    """Which poll it is and whether it is open, without its figures."""

    pk: int
    side: Side
    is_open: bool


@dataclass(frozen=True, slots=True)
class TermView:
    """One term; `now` is the version on the table, `before` the one it answers. `opened_by`: whose
    the first one was. `package`: the number of the one it stands in, or 0."""

    term: TermFacts
    opened_by: Side | None
    before: VersionView | None
    now: VersionView | None
    polls: tuple[PollView, ...]
    confirmations: tuple[ConfirmationView, ...]
    package: int = 0

    @property
    def state(self) -> TermState:
        return self.term.state

    @property
    def agreed(self) -> Wording | None:
        """Its text, once it is agreed."""
        return self.now.wording if self.now and self.state is TermState.AGREED else None

    @property
    def is_through_gate(self) -> bool:
        """Whether there is a version that the gate holds up no more."""
        return self.now is not None and self.now.version.is_through_gate

    @property
    def unsettled(self) -> bool:
        return self.state in (TermState.OPEN, TermState.PROPOSED)

    @property
    def is_refused(self) -> bool:
        """Whether a side has voted the version on the table down: only a new one helps."""
        return any(poll.binding and poll.passed is False for poll in self.polls)

    @property
    def is_voting(self) -> bool:
        return any(poll.is_open for poll in self.polls)

    @property
    def is_for_chiefs(self) -> bool:
        """Whether it is the chiefs' word that counts now: polls are over, or one has spoken."""
        asked = bool(self.polls) and not self.is_voting and not self.is_refused
        return asked or any(item.confirmed for item in self.confirmations)

    @property
    def open_polls(self) -> tuple[Running, ...]:
        return tuple(Running(poll.pk, poll.side, True) for poll in self.polls if poll.is_open)

    @property
    def own_poll(self) -> Running | None:
        """The newest poll of the side that looks, on the version on the table."""
        own = (poll for poll in reversed(self.polls) if poll.is_mine)
        return next((Running(poll.pk, poll.side, poll.is_open) for poll in own), None)

    def poll_of(self, side: Side) -> PollView | None:
        """The side's newest poll on the version on the table."""
        return next((poll for poll in reversed(self.polls) if poll.side is side), None)

    def has_confirmed(self, side: Side) -> bool:
        return any(c.confirmed for c in self.confirmations if c.side is side)
