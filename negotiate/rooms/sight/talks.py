"""What is said across the table beside the terms: who speaks, what is bound together, what was
asked. All of it is public at the table."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from negotiate.law.words import Stage
from negotiate.rooms.sight.facts import RoomView
from negotiate.rooms.sight.floor import NOBODY, FloorView, floors
from negotiate.rooms.sight.information import RequestView, requests_of
from negotiate.rooms.sight.packages import PackageRead, packages_of


@dataclass(frozen=True, slots=True)
class Talks:
    floor: FloorView = NOBODY
    packages: tuple[PackageRead, ...] = ()
    requests: tuple[RequestView, ...] = ()


NOTHING: Final = Talks()


def talks_of(rooms: Mapping[int, RoomView]) -> dict[int, Talks]:
    """Of those rooms that have any; nothing is asked about the others."""
    some = [r for r in rooms.values() if r.has_turns or r.has_packages or r.has_requests]
    speaking = floors([r.pk for r in some if r.has_turns and r.is_at is Stage.IN_SESSION])
    bound = packages_of([r.pk for r in some if r.has_packages])
    asked = requests_of([r.pk for r in some if r.has_requests])
    return {
        r.pk: Talks(speaking.get(r.pk, NOBODY), bound.get(r.pk, ()), asked.get(r.pk, ()))
        for r in some
    }
