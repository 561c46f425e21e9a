"""What may be seen of a room by one audience: read once, then only drawn.

Public: agenda, versions, turnout, whether a side's poll passed, who has confirmed. A side's own:
the figures of its polls. Of the other side's a board has nothing more, save what was counted by
hand: a chief, who confirms it, sees of secret papers how many, of others and of hands the figures.
"""

from collections.abc import Mapping
from functools import cached_property

from negotiate import moment
from negotiate.law import stages
from negotiate.law.words import Action, Capacity, Electorate, Side, Stage
from negotiate.live.audience import Audience
from negotiate.rooms.sight.at_table import AtTable
from negotiate.rooms.sight.facts import CaucusView
from negotiate.rooms.sight.hands import NO_HANDS
from negotiate.rooms.sight.overview import Overview
from negotiate.rooms.sight.packages import PackageRead, PackageView, bound_of
from negotiate.rooms.sight.polled import Rolls, view_of
from negotiate.rooms.sight.ratified import SetView, seen, set_of
from negotiate.rooms.sight.reading import Reading, TermRead
from negotiate.rooms.sight.rights import rights_of
from negotiate.rooms.sight.seen import TermView
from negotiate.rooms.sight.tasks import Tasks


class Board(AtTable, Overview, Tasks):
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
        self.recorder_words = reading.talks.recorders
        self.progress = reading.progress
        bound = {term: each.number for each in reading.talks.packages for term in each.terms}
        self.terms = tuple(self._term(read, bound) for read in reading.terms)
        self.packages = tuple(self._package(each) for each in reading.talks.packages)
        self.clocks = reading.clocks
        self.ratifications = seen(reading.ratifications, self.terms)
        self.hands = NO_HANDS

    @cached_property
    def caucus(self) -> CaucusView | None:
        """The break in which one side confers, until its time is over."""
        until = self.room.caucus_until
        if until is None or self.stage is not Stage.IN_SESSION or until <= moment.now():
            return None
        return CaucusView(Side(self.room.caucus_of), until)

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
    def lacks_recorder(self) -> bool:
        """Whether the record should be kept, and the chiefs have yet to agree by whom."""
        words = self.recorder_words
        if words is None:
            return False
        return len(words) < len(Side) or len({seat for _, seat in words}) > 1

    @property
    def lists_terms(self) -> bool:
        """Whether there is more to say of the terms than what lies on the table."""
        return len(self.terms) > 1 or bool(self.terms and not (self.current and self.current.now))

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
