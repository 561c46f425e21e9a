"""Whom the chiefs want as recorder, as a page tells it. None of it is secret."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from negotiate.law.words import Capacity, Side
from negotiate.rooms.sight.board import Board
from negotiate.rooms.sight.facts import RoomView


@dataclass(frozen=True, slots=True)
class RecorderView:
    """Somebody who can keep the record, and the sides whose chiefs want that."""

    pk: int
    name: str
    wanted_by: tuple[Side, ...]

    @property
    def is_agreed(self) -> bool:
        return len(self.wanted_by) == len(Side)

    @property
    def words(self) -> tuple[tuple[Side, bool], ...]:
        """Each side, and whether its chief has said so."""
        return tuple((side, side in self.wanted_by) for side in Side)


def recorder_panel(room: RoomView) -> Callable[[Board], dict[str, Any]]:
    """What is missing once the session is called: a recorder on whom both chiefs agree."""
    return lambda board: (
        {**recorders_of(board, board.recorder_words or ()), "recorder_wanted": True}
        if board.lacks_recorder
        else {}
    )


def recorders_of(board: Board, words: Sequence[tuple[Any, ...]]) -> dict[str, Any]:
    recorders = tuple(
        RecorderView(seat.pk, seat.person.name, tuple(Side(s) for s, at in words if at == seat.pk))
        for seat in board.seats
        if seat.capacity == Capacity.RECORDER
    )
    return {
        "recorders": recorders,
        "recorder": next((one for one in recorders if one.is_agreed), None),
        "i_chose_recorder": any(board.side in one.wanted_by for one in recorders),
    }
