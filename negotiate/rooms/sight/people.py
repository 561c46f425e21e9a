"""Who is at the meeting, and what is one seat's own, as plain values like those of `facts`."""

from dataclasses import dataclass
from datetime import datetime

from negotiate.law.roster import Member
from negotiate.law.words import Capacity, Side


@dataclass(frozen=True, slots=True)
class PersonView:
    name: str
    pk: int


@dataclass(frozen=True, slots=True)
class SeatView:
    """Somebody at the table."""

    person: PersonView
    pk: int
    side: str
    capacity: str
    presides: bool
    outside: bool
    arrived_at: datetime | None
    second_device_at: datetime | None
    woman: bool = False
    front_line: bool = False
    produced: str = ""

    @property
    def of(self) -> Side | None:
        return Side(self.side) if self.side else None

    @property
    def is_chief(self) -> bool:
        return self.capacity == Capacity.CHIEF

    @property
    def get_capacity_display(self) -> str:
        return Capacity(self.capacity).label

    @property
    def member(self) -> Member:
        """As the law asks about a composition."""
        return Member(
            name=self.person.name,
            key=self.person.pk,
            side=self.of,
            capacity=Capacity(self.capacity),
            presides=self.presides,
            outside=self.outside,
            woman=self.woman,
            front_line=self.front_line,
        )


@dataclass(frozen=True, slots=True)
class SideView:
    """How many sit on a side, and how many of them have come."""

    side: Side
    expected: int
    present: int


@dataclass(frozen=True, slots=True)
class RollView:
    """How many are on the workers' roll, and how many of them have come."""

    all: int
    present: int


@dataclass(frozen=True, slots=True)
class OwnVote:
    """`press` is 0 for a paper ballot; `choice` is told only where the ballot is with names."""

    press: int
    choice: str


@dataclass(frozen=True, slots=True)
class Mine:
    """What is one seat's own. `voted`: its votes by the key of their poll, as text."""

    seat: int
    present: bool
    voted: tuple[tuple[str, OwnVote], ...]
