"""Who came to a sitting: from the record, for a seat knows only of the last time."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from negotiate.law.words import Action
from negotiate.rooms.telling.facts import LOCAL, Fact

# After these everybody's presence is asked for anew.
_ANEW: Final = frozenset({Action.ESCALATE, Action.OPEN_RATIFICATION})


@dataclass(frozen=True, slots=True)
class Arrival:
    at: datetime
    remote: bool

    @property
    def told(self) -> str:
        local = self.at.astimezone(LOCAL)
        return f"{'线上' if self.remote else '现场'} {local.hour}:{local.minute:02}"


Came = dict[int, Arrival]
"""By the seat's key."""


def follow(came: Came, act: Fact) -> None:
    """Go on with one act of the record."""
    if act["action"] in _ANEW:
        came.clear()
    elif act["action"] == Action.CHECK_IN_SELF:
        came[act["actor"]["seat"]] = _arrival(act, remote=act["data"]["remote"])
    elif act["action"] == Action.MARK_PRESENT:
        came[act["data"]["present"]["seat"]] = _arrival(act, remote=False)


def _arrival(act: Fact, *, remote: bool) -> Arrival:
    return Arrival(datetime.fromisoformat(act["at"]), remote)
