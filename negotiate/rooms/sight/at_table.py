"""Who sits at the table, and who of them has come."""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from negotiate.law.words import Side
from negotiate.rooms.sight.people import SeatView, SideView


def hats(seats: tuple[SeatView, ...]) -> str:
    """Who leads and who is a chief, for pages to notice that theirs is another desk now."""
    leads = [f"leads-{seat.pk}" for seat in seats if seat.presides]
    return " ".join(leads + [f"chief-{seat.pk}" for seat in seats if seat.is_chief])


class AtTable:
    """What a board says of people: the same for everybody who looks."""

    def __init__(self, seats: tuple[SeatView, ...]) -> None:
        self.seats = seats

    def chiefs(self) -> Iterator[SeatView]:
        return (seat for seat in self.seats if seat.is_chief)

    @property
    def presiding(self) -> tuple[SeatView, ...]:
        return tuple(seat for seat in self.seats if seat.presides)

    @cached_property
    def sides(self) -> tuple[SideView, ...]:
        seated = Counter(seat.side for seat in self.seats)
        absent = Counter(seat.side for seat in self.absent)
        return tuple(SideView(side, seated[side], seated[side] - absent[side]) for side in Side)

    @cached_property
    def absent(self) -> tuple[SeatView, ...]:
        return tuple(seat for seat in self.seats if seat.arrived_at is None)

    @property
    def expected(self) -> int:
        return len(self.seats)

    @property
    def present(self) -> int:
        return len(self.seats) - len(self.absent)

    @property
    def doubtful(self) -> tuple[SeatView, ...]:
        """Those whose entry code was opened on a second phone."""
        return tuple(seat for seat in self.seats if seat.second_device_at)
