"""What signing adds to a room's board: who has signed, who is awaited."""

from typing import Any

from agreements.papers.models import Paper
from agreements.signing.actions import missing
from negotiate.law.words import Stage
from negotiate.rooms.board import Board


def signing_panel(board: Board) -> dict[str, Any]:
    if board.stage not in (Stage.SUMMED_UP, Stage.SIGNED):
        return {}
    paper = Paper.objects.filter(room=board.room.pk).defer("docx").first()
    if paper is None:
        return {}
    waiting = missing(paper) if not paper.is_complete else []
    hands = paper.signatures.select_related("seat__person")
    return {
        "paper": paper,
        "signed_by": [hand.seat for hand in hands],
        "awaited": waiting,
        "i_must_sign": any(
            seat.side == board.audience.side and seat.capacity in board.capacities
            for seat in waiting
        ),
    }
