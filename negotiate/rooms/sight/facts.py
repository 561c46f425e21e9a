"""What anybody at the meeting may know of it, as plain values: equal exactly when they look the
same. Their names are those of the models, so that templates draw either."""

from dataclasses import dataclass
from datetime import datetime

from negotiate.law.words import UNCALLED, Procedure, Scope, Side, SideRule, Stage, TermState
from negotiate.rooms.models import Version


@dataclass(frozen=True, slots=True)
class RoomView:
    """`enterprise` is its name, `on_roll` the number of staff on the workers' roll, `caucus_of` the
    side that last left the table to confer, for as long as it said; `offered_by` whose offer it is,
    if there is one. `has_…`: whether there ever was one; clocks: whether one goes now."""

    pk: int
    title: str
    stage: str
    place: str
    scheduled_at: datetime
    enterprise: str
    scope: str
    procedure: str
    worker_rule: str
    employer_rule: str
    on_roll: int
    caucus_of: str
    caucus_until: datetime | None
    offered_by: str
    has_turns: bool
    has_packages: bool
    has_requests: bool
    has_clocks: bool

    @property
    def is_at(self) -> Stage:
        return Stage(self.stage)

    @property
    def goes_by(self) -> Procedure:
        return Procedure(self.procedure)

    @property
    def is_called(self) -> bool:
        """See `Room.is_called`."""
        return self.is_at not in UNCALLED

    @property
    def is_of_many(self) -> bool:
        """Whether it binds several enterprises, of a sector or a region."""
        return self.scope != Scope.ENTERPRISE

    def rule_of(self, side: Side) -> SideRule:
        return SideRule(self.worker_rule if side is Side.WORKER else self.employer_rule)


@dataclass(frozen=True, slots=True)
class TermFacts:
    pk: int
    title: str
    kind: str
    state: TermState
    acclaimed: bool


@dataclass(frozen=True, slots=True)
class VersionFacts:
    pk: int
    number: int
    at: datetime
    digest: str
    gate: str
    gate_reason: str
    both_would: bool

    @property
    def is_through_gate(self) -> bool:
        return self.gate in (Version.Gate.CLEAR, Version.Gate.PASSED)


@dataclass(frozen=True, slots=True)
class BreakView:
    """What was agreed for the time after a break."""

    next_at: datetime
    next_place: str
    next_content: str
    reason: str


@dataclass(frozen=True, slots=True)
class CaucusView:
    """Which side has left the table to confer, and until when."""

    side: Side
    until: datetime
