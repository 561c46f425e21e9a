"""A poll and its count by hand, as one audience may see them. Only `polled` makes them."""

from dataclasses import dataclass

from negotiate.law.tally import Step
from negotiate.law.words import Electorate, Means, Secrecy, Side


@dataclass(frozen=True, slots=True)
class CountView:
    """A count by hand. `figures` (yes, no, abstain) are empty for those who only may know that
    there is one; `entry` names it, and `silent` are the sides whose chief has not confirmed it, as
    long as the poll is open."""

    means: Means
    cast: int
    figures: tuple[int, ...]
    entry: str
    silent: tuple[Side, ...]

    @property
    def is_by_hands(self) -> bool:
        return self.means is Means.HANDS

    @property
    def is_only_called(self) -> bool:
        """Whether hands were called for and not counted yet."""
        return self.is_by_hands and self.cast == 0

    def waits_for(self, side: Side | None) -> bool:
        """Whether it is counted, and this side's chief has not confirmed it."""
        return side in self.silent and not self.is_only_called


@dataclass(frozen=True, slots=True)
class PollView:
    """A poll as this audience may see it: `steps` are empty for anybody but the side itself. Others
    are told whether it `passed` when no side votes any more, lest it sways them; and what a poll
    only advises its chief stays within the side.

    `papers` were handed out; `count` is what was counted by hand; `is_few` says that figures would
    tell who chose what; with a `list_digest` there is a list of votes to read. An item of a
    `ratification` (its key) can be voted on by those `come`; its `figures` (yes, no, abstain) are
    for everybody."""

    pk: int
    side: Side
    is_open: bool
    is_mine: bool
    binding: bool
    passed: bool | None
    cast: int
    roll: int
    steps: tuple[Step, ...]
    electorate: Electorate
    secrecy: Secrecy
    papers: int
    count: CountView | None
    is_few: bool
    list_digest: str
    ratification: int = 0
    come: int = 0
    figures: tuple[int, ...] = ()

    @property
    def waiting_for(self) -> int:
        """How many phones are still waited for."""
        return 0 if self.is_by_hands else self.come - self.cast

    @property
    def is_by_hands(self) -> bool:
        return self.count is not None and self.count.is_by_hands

    @property
    def is_uncounted(self) -> bool:
        """Whether somebody has to count papers or hands before it makes sense to close."""
        return self.count.is_only_called if self.count else self.papers > 0

    @property
    def asks_staff(self) -> bool:
        return self.electorate is Electorate.STAFF
