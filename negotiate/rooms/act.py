"""What is done to a room: by somebody who has a seat in it, or by time itself."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from negotiate.law.rule import Rule
from negotiate.law.words import Capacity
from negotiate.people.models import Seat
from negotiate.rooms.models import Room, Term

# Who acts, as the record keeps it, when nobody does.
BY_CLOCK: Final[dict[str, Any]] = {
    "seat": 0,
    "name": Capacity.CLOCK.label,
    "side": "",
    "capacity": Capacity.CLOCK.value,
    "presides": False,
}


@dataclass(slots=True, kw_only=True)
class Act:
    """What the law has let through, while its transaction is open.

    `refuses`: its answer is no, and it leads where the rule says `otherwise`. `stays`: it needs
    another hand before it leads anywhere. `since`: the day on which it happened, if it is only
    written down today: its clocks go by that. `concerns`: the keys of what its clocks are about.
    """

    room: Room
    rule: Rule
    actor: dict[str, Any]
    term: Term | None = None
    refuses: bool = False
    stays: bool = False
    since: date | None = None
    concerns: tuple[int, ...] = (0,)
    facts: dict[str, Any] = field(default_factory=dict)
    consequences: list[Callable[[], None]] = field(default_factory=list)

    def note(self, **facts: Any) -> None:
        """What the record shall say of this act (strings, integers, booleans, lists of them)."""
        self.facts.update(facts)

    def then(self, consequence: Callable[[], None]) -> None:
        """What follows from this act by itself: done once the act is written down, and undone
        with it."""
        self.consequences.append(consequence)

    def about(self) -> Term:
        """The term that the order names; every rule with term states has one."""
        assert self.term is not None  # noqa: S101  stages.check has refused an order without
        return self.term


@dataclass(slots=True, kw_only=True)
class Order(Act):
    """An act of somebody who has a seat in the room."""

    seat: Seat
