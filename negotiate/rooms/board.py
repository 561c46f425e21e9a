"""What may be seen of a room by one audience: read once, then only drawn.

Public: agenda, versions, turnout, whether a side's poll passed, who has confirmed. A side's own:
the figures of its polls. Nothing of the other side's is ever put on a board.
"""

from collections.abc import Iterator
from functools import cached_property

from negotiate.ballots.models import Poll
from negotiate.law import stages
from negotiate.law.words import Action, Capacity, Side, SideRule, Stage
from negotiate.live.audience import Audience
from negotiate.people.models import Seat
from negotiate.rooms.models import Room, Suspension, Term, Version
from negotiate.rooms.polled import PollView, view_of, with_counts
from negotiate.rooms.seen import ConfirmationView, RollView, SideView, TermView, VersionView


class Board:
    """A room, for one audience."""

    def __init__(self, room: Room, audience: Audience) -> None:
        self.room = room
        self.audience = audience
        self.stage: Stage = room.is_at
        self.side = Side(audience.side) if audience.side else None
        self.capacities = frozenset(Capacity(code) for code in audience.capacities)

    @cached_property
    def seats(self) -> list[Seat]:
        return list(self.room.seats.at_table().select_related("person"))

    @cached_property
    def roll(self) -> RollView | None:
        """The workers' roll in figures, where there is one."""
        if not self.room.on_roll:
            return None
        come = self.room.seats.staff().exclude(arrived_at=None).count()
        return RollView(self.room.on_roll, come)

    @cached_property
    def terms(self) -> list[TermView]:
        terms = (
            Term.objects.filter(item__room=self.room)
            .select_related("item__matter")
            .prefetch_related("versions__seat__person", "versions__confirmations")
        )
        polls: dict[int, list[Poll]] = {}
        for poll in with_counts(self.room.polls.exclude(state=Poll.State.VOID)):
            polls.setdefault(poll.version_id, []).append(poll)
        return [self._term(term, polls) for term in terms]

    @property
    def current(self) -> TermView | None:
        """The term the meeting is at: the first that is neither agreed nor laid aside."""
        if self.stage is Stage.ESCALATED:
            return None
        return next((term for term in self.terms if term.unsettled), None)

    @property
    def my_poll(self) -> tuple[TermView, PollView] | None:
        """The open poll that this audience is asked."""
        for term in self.terms:
            for poll in term.polls:
                if poll.is_open and poll.is_mine and self.may(Action.VOTE, term):
                    return term, poll
        return None

    @property
    def to_confirm_count(self) -> tuple[TermView, PollView] | None:
        """The poll whose count by hand this chief can confirm now."""
        for term in self.terms:
            for poll in term.polls if self.may(Action.CONFIRM_COUNT, term) else ():
                if (
                    poll.is_open
                    and poll.count
                    and poll.count.cast
                    and self.side in poll.count.silent
                ):
                    return term, poll
        return None

    @property
    def to_confirm(self) -> TermView | None:
        """The term whose text this chief can confirm now: his side's rule is met."""
        for term in self.terms:
            if self.may(Action.CONFIRM, term) and self._chief_may_speak(term):
                return term
        return None

    @cached_property
    def suspension(self) -> Suspension | None:
        return self.room.suspensions.filter(resumed_at=None).first()

    def may(self, action: Action, term: TermView | None = None) -> bool:
        """Whether the law's table lets this audience do it now."""
        return stages.allows(action, self.capacities, self.stage, term.state if term else None)

    @property
    def is_staff(self) -> bool:
        return Capacity.STAFF in self.capacities

    def chiefs(self) -> Iterator[Seat]:
        return (seat for seat in self.seats if seat.is_chief)

    @property
    def sides(self) -> list[SideView]:
        return [
            SideView(side, tuple(seat for seat in self.seats if seat.of is side)) for side in Side
        ]

    @property
    def absent(self) -> list[Seat]:
        return [seat for seat in self.seats if seat.arrived_at is None]

    @property
    def present(self) -> int:
        return sum(seat.arrived_at is not None for seat in self.seats)

    def _chief_may_speak(self, term: TermView) -> bool:
        if self.side is None or term.now is None or not term.now.version.is_through_gate:
            return False
        if term.has_confirmed(self.side) or term.is_refused:
            return False
        poll = term.poll_of(self.side)
        met = bool(poll and not poll.is_open and poll.binding and poll.passed)
        return met or self.room.rule_of(self.side) is SideRule.CHIEF

    def _term(self, term: Term, polls: dict[int, list[Poll]]) -> TermView:
        versions = list(term.versions.all())
        for version in versions:
            version.term = term
        views = tuple(
            VersionView(
                version,
                version.of,
                version.seat.person.name,
                version.wording(),
                version.compared_with(versions[i - 1] if i else None),
            )
            for i, version in enumerate(versions)
        )
        now = versions[-1] if versions else None
        asked = polls.get(now.pk, []) if now else []
        over = all(poll.state != Poll.State.OPEN for poll in asked)
        seen = tuple(
            view_of(poll, self.side, self.capacities, told=over and poll.binding) for poll in asked
        )
        return TermView(term, views, seen, tuple(self._confirmations(now)))

    def _confirmations(self, now: Version | None) -> Iterator[ConfirmationView]:
        given = {c.side for c in now.confirmations.all()} if now else set()
        chiefs = {chief.of: chief.person.name for chief in self.chiefs()}
        for side in Side:
            if side in chiefs:
                yield ConfirmationView(side, chiefs[side], side.value in given)
