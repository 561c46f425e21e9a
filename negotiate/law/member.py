"""One seat, as the law asks about a composition."""

from collections.abc import Hashable
from dataclasses import dataclass

from negotiate.law.words import OF_A_SIDE, Capacity, Side


@dataclass(frozen=True)
class Member:
    """`key` identifies the person; `outside` means not of this enterprise."""

    name: str
    key: Hashable
    side: Side | None
    capacity: Capacity
    presides: bool = False
    outside: bool = False
    woman: bool = False
    front_line: bool = False

    @property
    def delegate(self) -> bool:
        """Speaks for a side: chief, representative or expert."""
        return self.capacity in OF_A_SIDE

    @property
    def is_expert(self) -> bool:
        """Brought in from outside, whatever the seat is called."""
        return self.outside or self.capacity is Capacity.EXPERT
