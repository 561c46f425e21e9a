"""A clock as a page shows it: plain values."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from negotiate.clocks.actions import PASSING
from negotiate.clocks.models import Clock
from negotiate.law.words import ClockKind


@dataclass(frozen=True, slots=True)
class ClockView:
    """What is to be done, by which day, and how many days are left: 0 on the day itself, fewer
    than 0 when it is over. `opens` is the first day on which it can be done, if that is to come;
    `used` the part of the time that has passed, in percent. Of what is not `covered` the day hangs
    on holidays that are not published, of what is not `verified` nobody has read the article."""

    kind: ClockKind
    due: date
    left: int
    opens: date | None
    used: int
    article: str
    verified: bool
    covered: bool
    paused: bool

    @property
    def label(self) -> str:
        return self.kind.label

    @property
    def overdue(self) -> bool:
        return self.left < 0 and not self.paused and self.kind not in PASSING

    @property
    def over(self) -> int:
        """How many days ago the last day was."""
        return -self.left


def view(
    today: date,
    kind: str,
    started_on: date,
    due: date,
    article: str,
    verified: bool,
    covered: bool,
    state: str,
) -> ClockView:
    """Of a clock's own values."""
    whole = (due - started_on).days
    spent = (today - started_on).days
    return ClockView(
        kind=ClockKind(kind),
        due=due,
        left=(due - today).days,
        opens=started_on if started_on > today else None,
        used=max(0, min(100, 100 * spent // whole if whole > 0 else 100)),
        article=article,
        verified=verified,
        covered=covered,
        paused=state == Clock.State.PAUSED,
    )


SHOWN = ("kind", "started_on", "due", "article", "verified", "covered", "state")
"""The values that `view` takes after the day."""


def nearest(clocks: Iterable[ClockView], kind: ClockKind | None) -> ClockView | None:
    """The first of this kind that will be over."""
    return next((clock for clock in clocks if clock.kind is kind), None)
