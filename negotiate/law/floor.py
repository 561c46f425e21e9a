"""The speakers' list: who speaks next, and for how long.

The sides take turns. Within a side whoever has spoken less often comes first, and of those who have
spoken equally often the one who asked first: on a bench of a dozen two practised speakers would
else fill the list, and somebody at his first meeting is never heard. Turns are counted and not
minutes, so that everybody at the table can check it. Nobody waits for ever: others go before
him only until they have spoken as often as he.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from negotiate.law.refusal import N_, Refused
from negotiate.law.words import Side

MINUTES: Final = (2, 3, 5)  # for which the floor is given


@dataclass(frozen=True, slots=True)
class Wish:
    """Somebody who waits for the floor; `turns`: how often he has had it in these talks."""

    seat: int
    side: Side
    turns: int


def in_order(wishes: Sequence[Wish], last: Side | None) -> tuple[Wish, ...]:
    """The list as it will be gone through if nobody else asks. `wishes` are in the order of asking,
    `last` is the side that spoke last; before anybody has, whoever asked first begins."""
    waiting = {side: [wish for wish in wishes if wish.side is side] for side in Side}
    for side in Side:
        waiting[side].sort(key=lambda wish: wish.turns)
    listed: list[Wish] = []
    turn = last.other if last else None
    while len(listed) < len(wishes):
        turn = turn or wishes[0].side
        turn = turn if waiting[turn] else turn.other
        listed.append(waiting[turn].pop(0))
        turn = turn.other
    return tuple(listed)


def require_new(seat: int, wishes: Sequence[Wish], speaking: int | None) -> None:
    """Nobody stands on the list twice, and whoever speaks has the floor already."""
    if seat == speaking:
        raise Refused(N_("您正在发言。"))
    if any(wish.seat == seat for wish in wishes):
        raise Refused(N_("您已经在等候发言了。"))


def require_limit(minutes: int) -> None:
    if minutes not in MINUTES:
        raise Refused(N_("发言时间只能是 2、3 或 5 分钟。"))
