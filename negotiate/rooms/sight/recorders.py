"""Whom the chiefs want as recorder, as a page tells it. None of it is secret."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from negotiate.asked import Asked
from negotiate.law.words import Capacity, Procedure, Side, Stage
from negotiate.rooms.models import RecorderWord
from negotiate.rooms.sight.board import Board
from negotiate.rooms.sight.facts import RoomView

WORDS: Final = Asked(
    lambda room: (
        RecorderWord.objects.filter(room=room, seat__left_at=None)
        .order_by("side")
        .values_list("side", "seat")
    )
)


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


# Where somebody keeps the record, and the page says so only if nobody is agreed on any more.
_RECORDED: Final = frozenset(
    {
        Stage.WAITING, Stage.CHECK_IN, Stage.IN_SESSION, Stage.SUSPENDED, Stage.DEADLOCKED,
        Stage.DRAFTED, Stage.RATIFYING,
    }
)  # fmt: skip


def recorder_panel(room: RoomView) -> Callable[[Board], dict[str, Any]]:
    """What is missing once the session is called: a recorder on whom both chiefs agree."""
    if room.goes_by is Procedure.SIMPLIFIED or room.is_at not in _RECORDED:
        return lambda board: {}
    words = WORDS.of(room.pk)
    if len(words) == len(Side) and len({seat for _, seat in words}) == 1:
        return lambda board: {}
    return lambda board: {**recorders_of(board, words), "recorder_wanted": True}


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
