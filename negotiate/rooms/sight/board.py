"""What may be seen of a room by one audience: read once, then only drawn.

Public: agenda, versions, turnout, whether a side's poll passed, who has confirmed. A side's own:
the figures of its polls. Of the other side's a board has nothing more, save what was counted by
hand: a chief, who confirms it, sees of secret papers how many, of others and of hands the figures.
"""

from functools import cached_property
from typing import Final, NamedTuple

from negotiate.law.words import Action, Capacity, Side, SideRule, Stage
from negotiate.live.audience import Audience
from negotiate.rooms.sight.at_table import AtTable
from negotiate.rooms.sight.polled import PollView, view_of
from negotiate.rooms.sight.reading import Reading, TermRead
from negotiate.rooms.sight.rights import rights_of
from negotiate.rooms.sight.seen import TermView

TALKED_OVER: Final = frozenset(
    {Stage.WAITING, Stage.CHECK_IN, Stage.IN_SESSION, Stage.SUSPENDED, Stage.SUMMED_UP}
)


class OnPoll(NamedTuple):
    term: TermView
    poll: PollView


class Board(AtTable):
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
        self.terms = tuple(self._term(read) for read in reading.terms)

    @cached_property
    def current(self) -> TermView | None:
        """The term the meeting is at: the first that is neither agreed nor laid aside."""
        if self.stage not in TALKED_OVER:
            return None
        return next((term for term in self.terms if term.unsettled), None)

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
            if self.may(Action.CONFIRM, term) and self._chief_may_speak(term):
                return term
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

    @property
    def lists_terms(self) -> bool:
        """Whether there is more to say of the terms than what lies on the table."""
        return len(self.terms) > 1 or bool(self.terms and not (self.current and self.current.now))

    def may(self, action: Action, term: TermView | None = None) -> bool:
        """Whether the law's table lets this audience do it now."""
        return self.rights.may(action, term.state if term else "")

    @property
    def is_staff(self) -> bool:
        return Capacity.STAFF in self.capacities

    @property
    def at_desk(self) -> tuple[TermView, ...]:
        """The terms being voted on for which this audience keeps the desk."""
        asked = (term for term in self.terms if term.is_voting)
        return tuple(term for term in asked if self.may(Action.ISSUE_PAPER, term))

    def _chief_may_speak(self, term: TermView) -> bool:
        if self.side is None or not term.is_through_gate:
            return False
        if term.has_confirmed(self.side) or term.is_refused:
            return False
        poll = term.poll_of(self.side)
        met = bool(poll and not poll.is_open and poll.binding and poll.passed)
        return met or self.room.rule_of(self.side) is SideRule.CHIEF

    def _term(self, read: TermRead) -> TermView:
        over = not any(poll.state == poll.State.OPEN for poll in read.polls)
        polls = tuple(
            view_of(poll, self.side, self.capacities, told=over and poll.binding)
            for poll in read.polls
        )
        return TermView(
            term=read.term,
            opened_by=read.table.opened_by if read.table else None,
            before=read.table.before if read.table else None,
            now=read.table.now if read.table else None,
            polls=polls,
            confirmations=read.confirmations,
        )
