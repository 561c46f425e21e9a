"""What the hall asks of the rooms. Rooms register a desk; the hall imports none of them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple, Protocol

from negotiate.law.refusal import Refused
from negotiate.live.audience import Audience
from negotiate.live.tickets import Ticket

SCREENS: Final = 0  # whose link the big screens of a room hold, in place of a seat


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a room is: its version, which only grows; `links`, which grows with every link that
    dies, and when somebody comes on another roll; and every open poll's {"poll", "cast", "roll"}.
    """

    version: int
    links: int
    turnouts: tuple[dict[str, int], ...] = ()


class Held(NamedTuple):
    """A seat as it is now: its newest link's serial, and whose roll it is on (`Audience`)."""

    serial: int
    in_congress: bool = False
    bound: int = 0


@dataclass(frozen=True, slots=True)
class Press:
    """A ballot as a socket brought it; `press` counts presses where more than one is allowed."""

    ticket: Ticket
    poll: int
    choice: str
    key: str
    press: int


Picture = tuple[int, str]  # the version of its room, and the fragment


class Desk(Protocol):
    """All calls reach the database and are made on a lane's thread: keep them short."""

    def stands(self, rooms: Collection[int]) -> dict[int, Stand]:
        """Where these rooms are; a room that does not exist any more is left out."""

    def seats(self, room: int) -> dict[int, Held]:
        """Every seat of the room, and its big screens (SCREENS)."""

    def draw(self, audiences: Collection[Audience]) -> dict[Audience, Picture | Exception]:
        """For the eyes of each of these audiences only; of whatever rooms. What went wrong with one
        room stands in place of its pictures, and spoils no other's. Raises django.db.Error."""

    def mine(self, seats: Collection[int]) -> list[dict[str, Any]]:
        """What a shared fragment can't say, for each seat in order: {"present": bool, "voted":
        {poll: {"press": int, "choice": str}}}."""

    def vote(self, presses: Sequence[Press]) -> list[str | Refused]:
        """Put these papers into their boxes; each one's receipt or why not, in order. Returns when
        everything that has a receipt is safe."""

    def explain(self, refusal: Refused, language: str) -> str:
        """A refusal's sentence in the reader's language."""


_desks: list[Desk] = []


def register(desk: Desk) -> None:
    _desks[:] = [desk]


def desk() -> Desk:
    return _desks[0]
