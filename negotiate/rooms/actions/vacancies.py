"""Which vacancies new representatives fill."""

import json
from collections.abc import Iterable

from negotiate.law.words import ClockKind
from negotiate.people.models import Seat
from negotiate.rooms.models import Room


def refilled(room: Room, seated: Iterable[Seat]) -> tuple[int, ...]:
    """The keys of the seats whose vacancies these fill: each the oldest one of the same side and
    capacity. What a seat was when it became vacant stands in the entry that began its time."""
    running = room.clocks.going().filter(kind=ClockKind.VACANCY).order_by("started_by")
    vacant = list(running.values_list("started_by", flat=True))
    if not vacant:
        return ()
    entries = room.book.entries.filter(number__in=vacant).order_by("number")
    left = [json.loads(entry.body)["data"]["left"] for entry in entries]
    found = []
    for new in seated:
        for old in left:
            if (old["side"], old["capacity"]) == (new.side, new.capacity):
                found.append(int(old["seat"]))
                left.remove(old)
                break
    return tuple(found)
