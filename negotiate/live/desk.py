"""What the hall asks of the rooms. Rooms register a desk; the hall imports none of them."""

from typing import Any, Protocol

from negotiate.law.refusal import Refused
from negotiate.live.audience import Audience
from negotiate.live.tickets import Ticket


class Desk(Protocol):
    """All calls reach the database and are made on the consumers' thread: keep them short."""

    def admits(self, ticket: Ticket) -> bool:
        """Whether the ticket's seat or screen link is still the newest one."""

    def serials(self, room: int) -> dict[int, int]:
        """The newest link's serial of every seat in the room, and of its big screens (SCREENS)."""

    def version(self, room: int) -> int:
        """The room's version, which only grows."""

    def draw(self, audience: Audience) -> tuple[int, str]:
        """The room's version and its fragment, for the eyes of this audience only."""

    def turnouts(self, room: int) -> list[dict[str, int]]:
        """Every open poll's {"poll", "cast", "roll"}: a fragment may have been drawn before."""

    def mine(self, seat: int) -> dict[str, Any]:
        """What a shared fragment can't say: {"present": bool, "voted": {poll: receipt}}."""

    def vote(self, ticket: Ticket, poll: int, choice: str, key: str) -> str:
        """Cast a ballot and return its receipt. Raises Refused."""

    def explain(self, refusal: Refused, language: str) -> str:
        """A refusal's sentence in the reader's language."""


_desks: list[Desk] = []


def register(desk: Desk) -> None:
    _desks[:] = [desk]


def desk() -> Desk:
    return _desks[0]
