"""What signing adds to a room's board: who has signed, who is awaited."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from agreements.papers.models import Paper
from agreements.signing.models import Signature
from negotiate.asked import Asked
from negotiate.law.words import Stage
from negotiate.rooms.sight.board import Board
from negotiate.rooms.sight.facts import RoomView

_PAPER: Final = Asked(
    lambda room: Paper.objects.filter(room=room).values_list(
        "pk", "completed_at", "frozen__signers", "title", "number", "grade"
    )
)
_SIGNED: Final = Asked(lambda paper: Signature.objects.filter(paper=paper).values_list("seat"))


@dataclass(frozen=True, slots=True)
class PaperView:
    title: str
    number: str
    grade: str


def signing_panel(room: RoomView) -> Callable[[Board], dict[str, Any]]:
    """Read once for all who look at the room; what each of them is shown."""
    if room.is_at not in (Stage.SUMMED_UP, Stage.SIGNED):
        return lambda board: {}
    for paper, completed_at, signers, *facts in _PAPER.of(room.pk):
        signed = [seat for (seat,) in _SIGNED.of(paper)]
        waiting = set() if completed_at else set(signers) - set(signed)
        return lambda board: _panel(board, PaperView(*facts), signed, waiting)
    return lambda board: {}


def _panel(board: Board, paper: PaperView, signed: list[int], waiting: set[int]) -> dict[str, Any]:
    seats = {seat.pk: seat for seat in board.seats}
    awaited = tuple(seat for seat in board.seats if seat.pk in waiting)
    return {
        "paper": paper,
        "signed_by": tuple(seats[seat] for seat in signed),
        "awaited": awaited,
        "i_must_sign": any(
            seat.side == board.audience.side and seat.capacity in board.capacities
            for seat in awaited
        ),
    }
