"""What these papers add to a room's board: which of them the stage needs. From the procedure
and the stage alone: the board is drawn often."""

from collections.abc import Callable
from typing import Any

from agreements.sheets.kinds import needed_at
from negotiate.rooms.sight.board import Board
from negotiate.rooms.sight.facts import RoomView


def sheets_panel(room: RoomView) -> Callable[[Board], dict[str, Any]]:
    due = tuple(kind.label for kind in needed_at(room.goes_by, room.is_at))
    return lambda board: {"sheets_due": due}
