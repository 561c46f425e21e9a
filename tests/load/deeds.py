"""What the conductor may tell the phones to do. Times are monotonic seconds, the same clock for
all processes of a machine."""

import asyncio
import gc
import json
from pathlib import Path
from time import monotonic
from typing import Any, Final

from tests.load.crowd import Crowd
from tests.load.phone import Wishes

NEWS_AFTER: Final = 3.5  # seconds: longer than the product lets a large hall take a breath
CROWDS: Final[dict[str, Crowd]] = {}


async def enter(
    crowd: str,
    addresses: list[str],
    hall: str = "",
    count: int = 0,
    skip: int = 0,
    **wishes: bool,
) -> dict[str, Any]:
    """Bring a crowd in: with the tickets of a file, or `count` without any to a bare server."""
    places = places_of(hall)[skip:] if hall else [("bench", n) for n in range(count)]
    CROWDS[crowd] = Crowd(addresses, places[: count or None], Wishes(**wishes))
    came = await CROWDS[crowd].enter()
    gc.collect()
    gc.freeze()  # thousands of phones are no garbage: looking through them would cost pauses
    return came


def places_of(hall: str) -> list[tuple[str, int]]:
    """Everybody's ticket and seat."""
    places: list[tuple[str, int]] = json.loads(Path(hall).read_text())["phones"]
    return places


async def settle(crowd: str, event: int = 0, poll: int = 0, patience: float = 60) -> dict[str, Any]:
    """Wait until every phone is connected, was answered, and shows this event and this poll."""
    here = CROWDS[crowd]
    missing = await here.until(lambda phone: phone.is_right(event, poll), patience)
    return {"missing": missing, "at": monotonic()}


async def fire(crowd: str, patience: float = 30) -> dict[str, Any]:
    """Have a bare server tell everybody; when the first and the last phone heard it."""
    here = CROWDS[crowd]
    for phone in here.phones:
        phone.event = 0
    began = monotonic()
    here.phones[0].send(b"all")
    return {"began": began, **await heard(crowd, 1, patience)}


async def heard(crowd: str, event: int, patience: float = 30) -> dict[str, Any]:
    """When the first and the last phone was brought this event."""
    here = CROWDS[crowd]
    missing = await here.until(lambda phone: phone.event >= event, patience)
    times = [phone.at for phone in here.phones if phone.event >= event]
    return {"missing": missing, "first": min(times, default=0), "last": max(times, default=0)}


async def text(crowd: str, file: str) -> int:
    """Write the longest news that these phones show to a file; give its size in bytes."""
    return _write(file, max((phone.text for phone in CROWDS[crowd].phones), key=len))


async def vote(crowd: str, poll: int, within: float, patience: float = 60) -> dict[str, Any]:
    return await CROWDS[crowd].vote(poll, within, patience)


async def full(crowd: str, patience: float = 20) -> dict[str, Any]:
    """Wait until every screen shows that all have voted, and then for the news that a full box is;
    when the last screen was brought the last of it."""
    here = CROWDS[crowd]
    missing = await here.until(lambda phone: phone.full_at > 0, patience)
    await asyncio.sleep(NEWS_AFTER)
    return {"missing": missing, "last": max(max(p.full_at, p.at) for p in here.phones)}


async def papers(crowd: str, file: str) -> int:
    """Write what was acknowledged to a file; how many papers that is."""
    acknowledged = CROWDS[crowd].papers()
    _write(file, json.dumps(acknowledged).encode())
    return len(acknowledged)


async def drop(crowd: str) -> float:
    """All lines end at once, as when a Wi-Fi point goes; the phones come back if they wish to."""
    for phone in CROWDS[crowd].phones:
        phone.leave()
    return monotonic()


async def ping(crowd: str, seconds: float, every: float) -> list[float]:
    """Ask for a sign of life again and again; the round trips in seconds. One that is not answered
    counts with as long as it has waited."""
    here = CROWDS[crowd].phones
    end = monotonic() + seconds
    while monotonic() < end:
        for phone in here:
            if not phone.pinged:
                phone.probe()
        await asyncio.sleep(every)
    await asyncio.sleep(0.5)
    waiting = [monotonic() - phone.pinged for phone in here if phone.pinged]
    return [trip for phone in here for trip in phone.round_trips] + waiting


async def flood(addresses: list[str], hall: str, seconds: float) -> dict[str, int]:
    """Every phone of the hall sends as fast as it can, and comes back at once when thrown out."""
    return await Crowd(addresses, places_of(hall), Wishes(greets=False)).flood(seconds)


async def forget(crowd: str) -> None:
    for phone in CROWDS[crowd].phones:
        phone.round_trips.clear()
        phone.events.clear()


async def events(crowd: str) -> list[list[tuple[int, float]]]:
    """Per phone, which event came when."""
    return [phone.events for phone in CROWDS[crowd].phones]


async def leave(crowd: str) -> None:
    CROWDS.pop(crowd).leave()
    await asyncio.sleep(0.1)


def _write(file: str, content: bytes) -> int:
    return Path(file).write_bytes(content)


DEEDS: Final = (
    enter, settle, fire, heard, text, vote, full, papers,
    drop, ping, flood, forget, events, leave,
)  # fmt: skip
