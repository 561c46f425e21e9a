"""What is said across the table beside the terms: who speaks, what is bound together, what was
asked, who is wanted as recorder. All of it is public at the table."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from negotiate.law.words import Procedure, Stage
from negotiate.rooms.sight import questions as ask
from negotiate.rooms.sight.facts import RoomView
from negotiate.rooms.sight.floor import NOBODY, FloorView, floors
from negotiate.rooms.sight.information import RequestView, requests_of
from negotiate.rooms.sight.packages import PackageRead, packages_of

# Where somebody keeps the record, and the page says so only if nobody is agreed on any more.
_RECORDED: Final = frozenset(
    {
        Stage.WAITING, Stage.CHECK_IN, Stage.IN_SESSION, Stage.SUSPENDED, Stage.DEADLOCKED,
        Stage.DRAFTED, Stage.RATIFYING,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Talks:
    """`recorders`: each side whose chief has said so, and the seat whom he wants to keep the
    record; None where nobody has to."""

    floor: FloorView = NOBODY
    packages: tuple[PackageRead, ...] = ()
    requests: tuple[RequestView, ...] = ()
    recorders: tuple[tuple[str, int], ...] | None = None


NOTHING: Final = Talks()


def talks_of(rooms: Mapping[int, RoomView]) -> dict[int, Talks]:
    """Of those rooms that have any; nothing is asked about the others."""
    some = [r for r in rooms.values() if _has_any(r) or _is_recorded(r)]
    speaking = floors([r.pk for r in some if r.has_turns and r.is_at is Stage.IN_SESSION])
    bound = packages_of([r.pk for r in some if r.has_packages])
    asked = requests_of([r.pk for r in some if r.has_requests])
    wanted = ask.RECORDERS.each([r.pk for r in some if _is_recorded(r)])
    words = {room: tuple(rows) for room, rows in wanted.items()}
    return {
        r.pk: Talks(
            speaking.get(r.pk, NOBODY), bound.get(r.pk, ()), asked.get(r.pk, ()), words.get(r.pk)
        )
        for r in some
    }


def _has_any(room: RoomView) -> bool:
    return room.has_turns or room.has_packages or room.has_requests


def _is_recorded(room: RoomView) -> bool:
    return room.goes_by is Procedure.ORDINARY and room.is_at in _RECORDED
