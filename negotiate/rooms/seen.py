"""The things on a board, each as one audience may see it. Only `board` makes them."""

from dataclasses import dataclass

from negotiate.law.terms import Comparison, Wording
from negotiate.law.words import Side, TermState
from negotiate.rooms.facts import TermFacts, VersionFacts
from negotiate.rooms.polled import PollView


@dataclass(frozen=True, slots=True)
class VersionView:
    version: VersionFacts
    side: Side
    by: str
    wording: Wording
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class ConfirmationView:
    side: Side
    name: str
    confirmed: bool


@dataclass(frozen=True)
class TermView:
    """One term with its lineage; `now` is the version on the table, `before` the one it answers."""

    term: TermFacts
    versions: tuple[VersionView, ...]
    polls: tuple[PollView, ...]
    confirmations: tuple[ConfirmationView, ...]

    @property
    def now(self) -> VersionView | None:
        return self.versions[-1] if self.versions else None

    @property
    def before(self) -> VersionView | None:
        return self.versions[-2] if len(self.versions) > 1 else None

    @property
    def state(self) -> TermState:
        return self.term.is_at

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
    def own_poll(self) -> PollView | None:
        """The newest poll of the side that looks, on the version on the table."""
        return next((poll for poll in reversed(self.polls) if poll.is_mine), None)

    def poll_of(self, side: Side) -> PollView | None:
        """The side's newest poll on the version on the table."""
        return next((poll for poll in reversed(self.polls) if poll.side is side), None)

    def has_confirmed(self, side: Side) -> bool:
        return any(c.confirmed for c in self.confirmations if c.side is side)
