"""What may be seen of a room by one audience: read once, then only drawn.

Public: agenda, versions, turnout, whether a side's poll passed, who has confirmed. A side's own:
the figures of its polls. Of the other side's a board has nothing more, save what was counted by
hand: a chief, who confirms it, sees of secret papers how many, of others and of hands the figures.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import Final, NamedTuple

from negotiate import moment
from negotiate.law import stages
from negotiate.law.words import Action, Capacity, Electorate, Side, SideRule, Stage
from negotiate.live.audience import Audience
from negotiate.rooms.sight.at_table import AtTable
from negotiate.rooms.sight.facts import CaucusView
from negotiate.rooms.sight.overview import Overview
from negotiate.rooms.sight.polled import PollView, Rolls, view_of
from negotiate.rooms.sight.ratified import SetView, seen, set_of
from negotiate.rooms.sight.reading import Reading, TermRead
from negotiate.rooms.sight.rights import rights_of
from negotiate.rooms.sight.seen import TermView
from negotiate.rooms.sight.talks import PackageRead, PackageView, bound_of

TALKED_OVER: Final = frozenset(
    {Stage.WAITING, Stage.CHECK_IN, Stage.IN_SESSION, Stage.SUSPENDED, Stage.SUMMED_UP}
)


class OnPoll(NamedTuple):
    term: TermView
    poll: PollView


class Board(AtTable, Overview):
    """A room, for one audience."""

    def __init__(self, reading: Reading, audience: Audience) -> None:
        super().__init__(reading.seats)
        self.room = reading.room
        self.audience = audience
        self.stage = reading.room.is_at
        self.side = Side(audience.side) if audience.side else None
        self.capacities = frozenset(Capacity(code) for code in audience.capacities)
        self.rights = rights_of(reading.room.goes_by, self.capacities, self.stage)
        self.roll = reading.roll
        self.suspension = reading.suspension
        self.floor = reading.talks.floor
        self.requests = reading.talks.requests
        self.progress = reading.progress
        bound = {term: each.number for each in reading.talks.packages for term in each.terms}
        self.terms = tuple(self._term(read, bound) for read in reading.terms)
        self.packages = tuple(self._package(each) for each in reading.talks.packages)
        self.clocks = reading.clocks
        self.ratifications = seen(reading.ratifications, self.terms)

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
    def caucus(self) -> CaucusView | None:
        """The break in which one side confers, until its time is over."""
        until = self.room.caucus_until
        if until is None or self.stage is not Stage.IN_SESSION or until <= moment.now():
            return None
        return CaucusView(Side(self.room.caucus_of), until)

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

    @cached_property
    def set(self) -> SetView | None:
        """How far the enterprises are that ratify each by itself."""
        return set_of(self.ratifications)

    @property
    def ratifies(self) -> bool:
        """Whether this audience is on the roll of a ratification that waits for people or votes."""
        return any(
            not of.facts.is_decided
            and of.facts.bound in (0, self.audience.bound)
            and (self.audience.in_congress or of.facts.body is Electorate.STAFF)
            for of in self.ratifications
        )

    @property
    def put(self) -> TermView | None:
        """The term that is put to a congress, or will be next."""
        items = (item for of in self.ratifications for item in (of.now, of.next) if item)
        return next((item.term for item in items), None)

    @property
    def lists_terms(self) -> bool:
        """Whether there is more to say of the terms than what lies on the table."""
        return len(self.terms) > 1 or bool(self.terms and not (self.current and self.current.now))

    def may(self, action: Action, term: TermView | None = None) -> bool:
        """Whether the law's table lets this audience do it now."""
        return self.rights.may(action, term.state if term else "")

    @property
    def keeps_desk(self) -> bool:
        """Whether they give out the others' links, at whatever stage."""
        rights = stages.who(self.room.goes_by, Action.REISSUE)
        return not rights.isdisjoint(self.capacities)

    @property
    def presides(self) -> bool:
        return Capacity.PRESIDING in self.capacities

    @property
    def is_staff(self) -> bool:
        return Capacity.STAFF in self.capacities

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

    def _package(self, read: PackageRead) -> PackageView:
        bound = [term for term in self.terms if term.package == read.number]
        return PackageView(
            read.pk, read.number, read.side, read.by, tuple(b for t in bound for b in bound_of(t))
        )

    def _term(self, read: TermRead, bound: Mapping[int, int]) -> TermView:
        over = not any(poll.state == poll.State.OPEN for poll in read.polls)
        polls = tuple(
            view_of(
                poll,
                self.side,
                self.capacities,
                told=over and poll.binding,
                rolls=Rolls(self.audience.in_congress, self.audience.bound),
            )
            for poll in read.polls
        )
        return TermView(
            term=read.term,
            opened_by=read.table.opened_by if read.table else None,
            before=read.table.before if read.table else None,
            now=read.table.now if read.table else None,
            polls=polls,
            confirmations=read.confirmations,
            package=bound.get(read.term.pk, 0),
        )
