"""Drawing a room for an audience: phone, chair's desk, or big screen."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.template import Context, Template
from django.template.loader import get_template
from django.utils import translation

from negotiate.law.words import Stage
from negotiate.live.audience import Audience
from negotiate.people.models import Seat
from negotiate.rooms.models import Room
from negotiate.rooms.sight.board import Board
from negotiate.rooms.sight.facts import Mine, RoomView
from negotiate.rooms.sight.next_step import next_step
from negotiate.rooms.sight.reading import Reading, read_all

FACES = {
    "phone": "negotiate/rooms/_phone.html",
    "chair": "negotiate/rooms/_chair.html",
    "screen": "negotiate/rooms/_screen.html",
}
OF_FORMS = "<!--token-->"  # what `_csrf.html` leaves: nothing typed is drawn with a bare "<"
PATH = (Stage.WAITING, Stage.CHECK_IN, Stage.IN_SESSION, Stage.SUMMED_UP, Stage.SIGNED)

# What other rooms of the house add to a board, by name: read once for all who look, then chosen
# from for each. Agreements puts its signing panel here.
Panel = Callable[[RoomView], Callable[[Board], dict[str, Any]]]
_panels: list[Panel] = []


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way, for the indicator on top of every page."""

    label: str
    state: str


def register_panel(panel: Panel) -> None:
    _panels.append(panel)


def audience_of(seat: Seat) -> Audience:
    return Audience(
        room=seat.room_id,
        face="chair" if seat.presides else "phone",
        side=seat.side,
        capacities=tuple(sorted(seat.capacities)),
        language=translation.get_language() or "zh-hans",
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
        self.steps = way(self.room.is_at)
        self.step = next((n for n, step in enumerate(self.steps, 1) if step.state == "now"), "")

    def drawn(self, audience: Audience, mine: Mine | None = None, token: str = "") -> str:
        """The fragment for an audience; for a page with what is its own seat's, and with the token
        that its forms need. A screen that has scripts lays both over the fragment itself."""
        board = Board(self._reading, audience)
        drawn: dict[str, Any] = {"board": board, "room": self.room, "mine": mine, "step": self.step}
        drawn["rights"] = board.rights
        with translation.override(audience.language):
            drawn["next"] = next_step(board)
            for panel in self._panels:
                drawn |= panel(board)
            html = _face(audience.face).render(Context(drawn))
        return html.replace(OF_FORMS, token)


def _face(face: str) -> Template:
    """Of Django's own templates the inner one: no context processor has anything for a fragment."""
    found: Any = get_template(FACES[face])
    return found.template  # type: ignore[no-any-return]


@cache
def way(stage: Stage) -> tuple[Step, ...]:
    """The five steps of a meeting, with the one it stands at."""
    at = Stage.IN_SESSION if stage is Stage.SUSPENDED else stage
    reached = PATH.index(at) if at in PATH else -1
    states = ("done", "now", "todo")
    return tuple(
        Step(step.label, states[(i > reached) - (i < reached) + 1]) for i, step in enumerate(PATH)
    )
