"""Drawing a room for an audience: phone, chair's desk, or big screen."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation

from negotiate.law.words import Stage
from negotiate.live.audience import Audience
from negotiate.people.models import Seat
from negotiate.rooms.board import Board
from negotiate.rooms.models import Room
from negotiate.rooms.next_step import next_step
from negotiate.rooms.reading import Reading, read

FACES = {
    "phone": "negotiate/rooms/_phone.html",
    "chair": "negotiate/rooms/_chair.html",
    "screen": "negotiate/rooms/_screen.html",
}
PATH = (Stage.WAITING, Stage.CHECK_IN, Stage.IN_SESSION, Stage.SUMMED_UP, Stage.SIGNED)

# What other rooms of the house add to a board, by name: agreements puts its signing panel here.
Panel = Callable[[Board], dict[str, Any]]
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
    return draw_fragments(audience.room, [audience])[audience]


def draw_fragments(
    room_id: int, audiences: Collection[Audience]
) -> dict[Audience, tuple[int, str]]:
    """The same for several audiences of one room: the room is read once."""
    reading = read(room_id)
    return {audience: (reading.version, _draw(reading, audience)) for audience in audiences}


def _draw(reading: Reading, audience: Audience) -> str:
    with translation.override(audience.language):
        html = render_to_string(FACES[audience.face], context(reading, audience))
    return html + ""  # plain text: the encoder takes no subclass of str


def context(reading: Reading, audience: Audience) -> dict[str, Any]:
    """All that the three templates draw from."""
    board = Board(reading, audience)
    drawn: dict[str, Any] = {
        "version": reading.version,
        "board": board,
        "room": board.room,
        "next": next_step(board),
        "steps": way(board.stage),
    }
    for panel in _panels:
        drawn |= panel(board)
    return drawn


def way(stage: Stage) -> tuple[Step, ...]:
    """The five steps of a meeting, with the one it stands at."""
    at = Stage.IN_SESSION if stage is Stage.SUSPENDED else stage
    reached = PATH.index(at) if at in PATH else -1
    states = ("done", "now", "todo")
    return tuple(
        Step(step.label, states[(i > reached) - (i < reached) + 1]) for i, step in enumerate(PATH)
    )
