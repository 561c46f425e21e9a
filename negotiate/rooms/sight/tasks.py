"""What the meeting is at, and what it waits for from this audience."""

from functools import cached_property
from typing import Final, NamedTuple

from negotiate.law.words import Action, Side, SideRule, Stage
from negotiate.rooms.sight.facts import RoomView
from negotiate.rooms.sight.packages import PackageView
from negotiate.rooms.sight.poll_view import PollView
from negotiate.rooms.sight.rights import Rights
from negotiate.rooms.sight.seen import TermView

TALKED_OVER: Final = frozenset(
    {Stage.WAITING, Stage.CHECK_IN, Stage.IN_SESSION, Stage.SUSPENDED, Stage.SUMMED_UP}
)


class OnPoll(NamedTuple):
    term: TermView
    poll: PollView


class Duty(NamedTuple):
    """What is asked of one audience now, and the part of a page that asks it."""

    name: str
    term: TermView | None = None
    poll: PollView | None = None
    package: PackageView | None = None

    @property
    def part(self) -> str:
        return f"negotiate/rooms/_task_{self.name}.html"


class Tasks:
    """Of the terms, packages and polls as this audience sees them."""

    room: RoomView
    stage: Stage
    side: Side | None
    rights: Rights
    terms: tuple[TermView, ...]
    packages: tuple[PackageView, ...]

    def may(self, action: Action, term: TermView | None = None) -> bool:
        """Whether the law's table lets this audience do it now."""
        return self.rights.may(action, term.state if term else "")

    @cached_property
    def current(self) -> TermView | None:
        """The term the meeting is at: the first that is neither agreed nor laid aside."""
        if self.stage not in TALKED_OVER:
            return None
        unsettled = [term for term in self.terms if term.unsettled]
        first = next(iter(unsettled), None)
        if not self.packages:
            return first
        # What waits only for the rest of its package is not talked over; when all do, the chiefs.
        return next((term for term in unsettled if not self.is_ripe(term)), first)

    @cached_property
    def my_poll(self) -> OnPoll | None:
        """The open poll that this audience is asked."""
        for term in self.terms:
            for poll in term.polls:
                if poll.is_open and poll.is_mine and self.may(Action.VOTE, term):
                    return OnPoll(term, poll)
        return None

    @cached_property
    def to_count(self) -> OnPoll | None:
        """The poll of which this recorder has to count what no phone has cast: no phone is left."""
        for term in self.terms:
            for poll in term.polls if self.may(Action.ENTER_COUNT, term) else ():
                if poll.is_open and poll.is_uncounted and not poll.waiting_for:
                    return OnPoll(term, poll)
        return None

    @cached_property
    def to_confirm_count(self) -> OnPoll | None:
        """The poll whose count by hand this chief can confirm now."""
        for term in self.terms:
            for poll in term.polls if self.may(Action.CONFIRM_COUNT, term) else ():
                if poll.is_open and poll.count and poll.count.waits_for(self.side):
                    return OnPoll(term, poll)
        return None

    @cached_property
    def to_confirm(self) -> TermView | None:
        """The term whose text this chief can confirm now: his side's rule is met."""
        for term in self.terms:
            if term.package == 0 and self.may(Action.CONFIRM, term) and self._may_speak(term):
                return term
        return None

    @cached_property
    def to_agree(self) -> PackageView | None:
        """The package to all of which this chief can agree now."""
        for package in self.packages:
            bound = [term for term in self.terms if term.package == package.number]
            left = [term for term in bound if self.side and not term.has_confirmed(self.side)]
            if left and all(self.may(Action.CONFIRM, t) and self._may_speak(t) for t in left):
                return package
        return None

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """A count by hand to be confirmed, and the one other thing that is asked first; mostly
        nothing."""
        count, vote, paper = self.to_confirm_count, self.my_poll, self.to_count
        first = Duty("count", *count) if count else None
        then: Duty | None
        if vote:
            then = Duty("vote", *vote)
        elif self.to_confirm:
            then = Duty("confirm", self.to_confirm)
        elif self.to_agree:
            then = Duty("package", package=self.to_agree)
        else:
            then = Duty("enter_count", *paper) if paper else None
        return tuple(duty for duty in (first, then) if duty)

    @property
    def may_accept_if(self) -> int:
        """The key of the term at hand that this chief may accept should the other do so; or 0."""
        term = self.current
        if term is None or self.side is None or not self.may(Action.ACCEPT_IF, term):
            return 0
        free = term.is_through_gate and not (term.now and term.now.version.both_would)
        return term.term.pk if free and not term.has_confirmed(self.side) else 0

    # Keys of what stands above, so that a part that only marks it looks at nothing else of it.
    @property
    def at(self) -> int:
        return self.current.term.pk if self.current else 0

    @property
    def asked(self) -> int:
        return self.my_poll.poll.pk if self.my_poll else 0

    @property
    def asked_about(self) -> int:
        return self.my_poll.term.term.pk if self.my_poll else 0

    @property
    def confirms(self) -> int:
        return self.to_confirm.term.pk if self.to_confirm else 0

    @property
    def at_desk(self) -> tuple[TermView, ...]:
        """The terms being voted on for which this audience keeps the desk."""
        asked = (term for term in self.terms if term.is_voting)
        return tuple(term for term in asked if self.may(Action.ISSUE_PAPER, term))

    def _may_speak(self, term: TermView) -> bool:
        if self.side is None or not term.is_through_gate:
            return False
        if term.has_confirmed(self.side) or term.is_refused:
            return False
        return self._has_met(self.side, term)

    def _has_met(self, side: Side, term: TermView) -> bool:
        """Whether the side's own rule is met, as far as this audience may know."""
        poll = term.poll_of(side)
        met = bool(poll and not poll.is_open and poll.binding and poll.passed)
        return met or self.room.rule_of(side) is SideRule.CHIEF

    def is_ripe(self, term: TermView) -> bool:
        """Whether a term of a package waits for the chiefs' word on all of it, and nothing else."""
        ready = term.package and term.is_through_gate and not (term.is_refused or term.is_voting)
        return bool(ready) and all(self._has_met(side, term) for side in Side)
