"""What signing adds to a room's board: its paper, who has signed, who is awaited."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from agreements.papers.models import Paper
from agreements.signing.models import Initial, Signature
from negotiate.asked import Asked
from negotiate.law.words import Capacity, Stage
from negotiate.rooms.sight.board import Board
from negotiate.rooms.sight.facts import RoomView

_PAPER: Final = Asked(
    lambda room: Paper.objects.of_room(room).values_list(
        "pk", "completed_at", "frozen__signers", "title", "number", "grade", "kind", "digest",
        "starts_on", "ends_on",
    )[:1]
)  # fmt: skip
_SIGNED: Final = Asked(lambda paper: Signature.objects.filter(paper=paper).values_list("seat"))
_INITIALLED: Final = Asked(lambda paper: Initial.objects.filter(paper=paper).values_list("seat"))

_S: Final = Stage
_SHOWN: Final = frozenset(
    {
        _S.SUMMED_UP, _S.DRAFTED, _S.RATIFYING, _S.RATIFIED, _S.SIGNED, _S.FILED, _S.OBJECTED,
        _S.EFFECTIVE, _S.PERFORMING, _S.SUPERSEDED, _S.TERMINATED, _S.EXPIRED,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PaperView:
    title: str
    number: str
    grade: str
    kind: str
    digest: str
    starts_on: date | None
    ends_on: date | None


def signing_panel(room: RoomView) -> Callable[[Board], dict[str, Any]]:
    """Read once for all who look at the room; what each of them is shown."""
    if room.is_at not in _SHOWN:
        return lambda board: {}
    for paper, completed_at, signers, *facts in _PAPER.of(room.pk):
        hands = _INITIALLED if room.is_at is Stage.DRAFTED else _SIGNED
        given = [seat for (seat,) in hands.of(paper)]
        awaited = room.is_at is not Stage.RATIFYING and not completed_at
        waiting = set(signers) - set(given) if awaited else set()
        return lambda board: _panel(board, PaperView(*facts), given, waiting)
    return lambda board: {}


def _panel(board: Board, paper: PaperView, given: list[int], waiting: set[int]) -> dict[str, Any]:
    """`signed_by`, `awaited`: whose hand is on the paper, and whose is missing; of a draft, the
    chiefs' initials."""
    seats = {seat.pk: seat for seat in board.seats}
    awaited = tuple(seat for seat in board.seats if seat.pk in waiting)
    mine = any(
        seat.side == board.audience.side and Capacity(seat.capacity) in board.capacities
        for seat in awaited
    )
    return {
        "paper": paper,
        "signed_by": tuple(seats[seat] for seat in given if seat in seats),
        "awaited": awaited,
        "i_must_sign": mine,
    }
