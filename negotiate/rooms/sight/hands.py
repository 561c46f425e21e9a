"""Who would not put a hand to the paper, as plain values. The paper's own room of the house says it
(`faces.Panel`); the next step goes by it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from negotiate.rooms.sight.people import SeatView


@dataclass(frozen=True, slots=True)
class RefusalView:
    """`withdrawn_at`: when it was taken back, or the paper was signed after all."""

    seat: SeatView
    reason: str
    at: datetime
    withdrawn_at: datetime | None


@dataclass(frozen=True, slots=True)
class Hands:
    """`signed`: whether anybody has put a hand to the paper. `asked`: whose it asks for, given or
    not; `awaited`: whose is missing and not refused. `refusals`: all there ever were. `unstamped`:
    all have signed, and what is awaited is the time authority's word. `all_given`: all have signed,
    on phones or in ink, and nobody takes that back."""

    signed: bool = False
    asked: tuple[SeatView, ...] = ()
    awaited: tuple[SeatView, ...] = ()
    refusals: tuple[RefusalView, ...] = ()
    unstamped: bool = False
    all_given: bool = False

    @property
    def refused(self) -> tuple[RefusalView, ...]:
        """Those that stand."""
        return tuple(refusal for refusal in self.refusals if refusal.withdrawn_at is None)

    @property
    def taken_back(self) -> tuple[RefusalView, ...]:
        return tuple(refusal for refusal in self.refusals if refusal.withdrawn_at is not None)

    @property
    def awaited_keys(self) -> tuple[int, ...]:
        return tuple(seat.pk for seat in self.awaited)

    @property
    def refused_keys(self) -> tuple[int, ...]:
        return tuple(refusal.seat.pk for refusal in self.refused)


NO_HANDS: Final = Hands()
