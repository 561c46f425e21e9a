"""Drawing a room for an audience: phone, chair's desk, or big screen."""

from collections.abc import Callable, Collection
from typing import Any

from django.template import Context, Template
from django.template.loader import get_template
from django.utils import translation

from negotiate.law.words import Capacity, Procedure, Stage
from negotiate.live.audience import Audience
from negotiate.people.models import Seat
from negotiate.rooms.models import Room
from negotiate.rooms.sight.at_table import hats
from negotiate.rooms.sight.board import Board
from negotiate.rooms.sight.facts import RoomView
from negotiate.rooms.sight.hands import NO_HANDS
from negotiate.rooms.sight.next_step import next_step
from negotiate.rooms.sight.people import Mine
from negotiate.rooms.sight.reading import Reading, read_all
from negotiate.rooms.sight.way import reached, way

FACES = {
    "phone": "negotiate/rooms/_phone.html",
    "chair": "negotiate/rooms/_chair.html",
    "screen": "negotiate/rooms/_screen.html",
}
LEADING = frozenset({Capacity.PRESIDING, Capacity.ORGANISER})
OF_FORMS = "<!--token-->"  # what `_csrf.html` leaves: nothing typed is drawn with a bare "<"
# The one task of a phone at a stage where nothing is talked over.
TASKS = {
    Stage.SUSPENDED: "negotiate/rooms/_task_suspended.html",
    Stage.SUMMED_UP: "negotiate/rooms/_task_sign.html",
    Stage.SIGNED: "negotiate/rooms/_task_over.html",
}
IN_THE_HALL = frozenset({Stage.WAITING, Stage.CHECK_IN, Stage.IN_SESSION, Stage.SUSPENDED})

# What other rooms of the house add to a board, by name: read once for all who look, then chosen
# from for each. Agreements puts its signing panel here; what that says of `hands`, the board knows.
Panel = Callable[[RoomView], Callable[[Board], dict[str, Any]]]
_panels: list[Panel] = []


def register_panel(panel: Panel) -> None:
    _panels.append(panel)


def audience_of(seat: Seat) -> Audience:
    capacities = seat.capacities
    return Audience(
        room=seat.room_id,
        face="phone" if capacities.isdisjoint(LEADING) else "chair",
        side=seat.side,
        capacities=tuple(sorted(capacities)),
        language=translation.get_language() or "zh-hans",
        in_congress=seat.in_congress,
        bound=seat.bound_id or 0,
    )


def audience_of_screen(room: Room) -> Audience:
    return Audience(room.pk, "screen", "", (), translation.get_language() or "zh-hans")


def draw_fragment(audience: Audience) -> tuple[int, str]:
    """The version drawn and its HTML: the same for every socket of the audience."""
    return draw_fragments([audience])[audience]


def draw_fragments(audiences: Collection[Audience]) -> dict[Audience, tuple[int, str]]:
    """The same for several audiences: each room is read once, and all of them together. Raises
    KeyError for one that does not exist."""
    readings = read_all({audience.room for audience in audiences})
    sights = {room: Sight(reading) for room, reading in readings.items()}
    return {
        audience: (sights[audience.room].version, sights[audience.room].drawn(audience))
        for audience in audiences
    }


class Sight:
    """A room, read once, to be drawn for any who look at it."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._panels = [panel(self._reading.room) for panel in _panels]
        self.version = self._reading.version
        self.room = self._reading.room
        self.steps = way(self.room.goes_by, self.room.is_at)
        self.step = reached(self.steps)
        self.hats = hats(self._reading.seats)

    def drawn(self, audience: Audience, mine: Mine | None = None, token: str = "") -> str:
        """The fragment for an audience; for a page with what is its own seat's, and with the token
        that its forms need. A screen that has scripts lays both over the fragment itself."""
        board = Board(self._reading, audience)
        drawn: dict[str, Any] = {"board": board, "room": self.room, "mine": mine}
        drawn["LANGUAGE_CODE"] = audience.language  # as Django's own processor calls it
        drawn |= {"step": self.step, "hats": self.hats, "rights": board.rights}
        drawn |= {"stage_page": stage_page(board), "task_page": TASKS.get(board.stage)}
        with translation.override(audience.language):
            for panel in self._panels:
                drawn |= panel(board)
            board.hands = drawn.get("hands", NO_HANDS)
            drawn["next"] = next_step(board)
            html = _face(audience.face).render(Context(drawn))
        return html.replace(OF_FORMS, token)


def _face(face: str) -> Template:
    """Of Django's own templates the inner one: no context processor has anything for a fragment."""
    found: Any = get_template(FACES[face])
    return found.template  # type: ignore[no-any-return]


def stage_page(board: Board) -> str:
    """The template of a stage of the ordinary procedure outside the hall, if it is at one."""
    if board.room.goes_by is Procedure.SIMPLIFIED or board.stage in IN_THE_HALL:
        return ""
    return f"negotiate/rooms/stages/{board.stage}.html"
