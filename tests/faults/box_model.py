"""A ballot box in plain dictionaries, to hold the real one against."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from negotiate.law.words import Choice, Secrecy

COUNTED = "counted"
# What a refusal says, by a few words of its sentence.
GONE, UNKNOWN = "已不在这个会场的席位上", "请选择"
LATE, VOID, HANDS = "表决已经结束", "这次表决作废", "举手表决"
STRANGER, ABSENT = "不在这次表决的名册上", "请先签到"
USED, ON_PAPER, UNDONE, TWICE = "编号已经用过", "用的是纸质票", "后来改投", "先前已计入"


class Press(NamedTuple):
    """What a phone sends: `link` is the serial of the link that it holds."""

    seat: int
    link: int
    choice: str
    key: str
    press: int


@dataclass
class PlainBox:
    secrecy: Secrecy
    roll: set[int]
    links: dict[int, int]
    present: set[int]
    state: str = "open"
    votes: dict[int, Press] = field(default_factory=dict)
    on_paper: set[int] = field(default_factory=set)
    hands: bool = False

    def deliver(self, batch: Sequence[Press]) -> list[str]:
        """Put a batch in; the answer to each press."""
        open_to = [press for press in batch if self._why_not(press) is None]
        for press in self._first(open_to):
            if self.secrecy is not Secrecy.SECRET or press.key not in self._keys():
                self.votes[press.seat] = press
        return [self._answer(press) for press in batch]

    def counted(self) -> Counter[str]:
        return Counter(press.choice for press in self.votes.values())

    def _first(self, batch: list[Press]) -> list[Press]:
        """Of each seat the press that may count: the first, or the latest where votes change."""
        chosen: dict[int, Press] = {}
        for press in batch:
            if press.seat in self.on_paper:
                continue
            if self.secrecy is Secrecy.CHANGEABLE:
                before = chosen.get(press.seat) or self.votes.get(press.seat)
                if before is None or press.press > before.press:
                    chosen[press.seat] = press
            elif press.seat not in self.votes:
                chosen.setdefault(press.seat, press)
        return list(chosen.values())

    def _keys(self) -> set[str]:
        return {vote.key for vote in self.votes.values()}

    def _answer(self, press: Press) -> str:
        if self.links[press.seat] != press.link:
            return GONE
        if press.choice not in set(Choice):
            return UNKNOWN
        vote = self.votes.get(press.seat)
        if vote is not None and self._is_again(press, vote):
            return COUNTED
        return self._why_not(press) or self._why_lost(press, vote)

    def _is_again(self, press: Press, vote: Press) -> bool:
        """In secret a key is looked for in the box, where nobody knows whose it is."""
        if self.state == "void":
            return False
        return (
            press.key in self._keys() if self.secrecy is Secrecy.SECRET else press.key == vote.key
        )

    def _why_not(self, press: Press) -> str | None:
        """Why this press can't be put in now, whatever has been before."""
        if self.links[press.seat] != press.link:
            return GONE
        if press.choice not in set(Choice):
            return UNKNOWN
        if self.state != "open":
            return LATE if self.state == "closed" else VOID
        if self.hands:
            return HANDS
        if press.seat not in self.roll:
            return STRANGER
        return None if press.seat in self.present else ABSENT

    def _why_lost(self, press: Press, vote: Press | None) -> str:
        if press.seat in self.on_paper:
            return ON_PAPER
        if vote is None:
            return USED
        changes = self.secrecy is Secrecy.CHANGEABLE
        return UNDONE if changes and press.press < vote.press else TWICE
