"""All halls of this process.

Channels' own groups deliver to every socket through its own queue: measured, that is many times
slower than handing the same text to each socket of this process (docs/load.md).
"""

import asyncio
import logging
from typing import Any

from negotiate.live.asking import Asking
from negotiate.live.counts import COUNTS
from negotiate.live.desk import desk
from negotiate.live.guest import Guest
from negotiate.live.hall import Hall
from negotiate.live.lanes import LOOKS
from negotiate.live.wire import Wire, say_soon

log = logging.getLogger(__name__)


class Hub:
    """The halls, the wire that brings them word, and what is asked on their behalf."""

    def __init__(self) -> None:
        self.halls: dict[int, Hall] = {}
        self.asking = Asking()
        self.loop = asyncio.get_running_loop()
        self._opening: dict[int, asyncio.Task[Hall | None]] = {}
        self._wire: Wire | None = None
        self._telling: set[asyncio.Task[None]] = set()

    async def enter(self, guest: Guest) -> Hall | None:
        """The hall, with the guest in it; None for a link that is dead or a room that is gone."""
        room = guest.ticket.audience.room
        while (hall := await self._hall(room)) is not None:
            try:
                if not await hall.admits(guest.ticket):
                    return None
                if self.halls.get(room) is hall:  # nobody has closed it meanwhile
                    hall.add(guest)
                    COUNTS.sockets += 1
                    return hall
            finally:
                await self._close_if_empty(hall)
        return None

    async def leave(self, guest: Guest, hall: Hall) -> None:
        hall.remove(guest)
        COUNTS.sockets -= 1
        await self._close_if_empty(hall)

    async def _close_if_empty(self, hall: Hall) -> None:
        if hall.is_empty and self.halls.get(hall.room) is hall:
            del self.halls[hall.room]
            hall.close()
            await self._quieter(hall.room)

    def announce(self, message: dict[str, Any]) -> None:
        """From any thread: tell this process's screens at once, and the other processes."""
        self.loop.call_soon_threadsafe(self._announce, message)

    def _announce(self, message: dict[str, Any]) -> None:
        self._hear(message)
        telling = asyncio.create_task(self._tell(message))
        self._telling.add(telling)
        telling.add_done_callback(self._telling.discard)

    async def _tell(self, message: dict[str, Any]) -> None:
        if self._wire is not None:
            await self._wire.tell(message)
        else:
            await say_soon(message)

    def _hear(self, message: dict[str, Any]) -> None:
        hall = self.halls.get(message["room"])
        if hall is not None:
            hall.hear(only_counts=message["type"] == "turnout")

    async def _hall(self, room: int) -> Hall | None:
        """The room's hall, opened if nobody of this process looks at it yet; None if there is no
        such room. It may be closed again by the time that this is heard."""
        if room in self.halls:
            return self.halls[room]
        if room not in self._opening:
            self._opening[room] = asyncio.create_task(self._open(room))
        return await asyncio.shield(self._opening[room])

    async def _open(self, room: int) -> Hall | None:
        """Listen first and look then, so that nothing is missed in between."""
        hall = Hall(room, self.asking)
        try:
            if self._wire is None:
                self._wire = Wire(self.halls.keys(), self._hear, self._look_at_all)
            await self._wire.subscribe(room)
            if not await hall.open():
                return None
            self.halls[room] = hall
            return hall
        finally:
            del self._opening[room]
            if room not in self.halls:
                await self._quieter(room)

    async def _quieter(self, room: int) -> None:
        """Nobody looks at the room any more, perhaps at no room."""
        wire = self._wire
        if wire is None:
            return
        if self.halls or self._opening:
            await wire.unsubscribe(room)
        else:
            self._wire = None
            try:
                await wire.unsubscribe(room)
            finally:
                wire.close()

    async def _look_at_all(self) -> None:
        try:
            stands = await LOOKS.do(desk().stands, list(self.halls))
        except Exception:
            log.exception("where the rooms are could not be asked; the next look comes soon")
            return
        for room, stand in stands.items():
            if room in self.halls:
                self.halls[room].heard_by_version(stand)


_hubs: dict[asyncio.AbstractEventLoop, Hub] = {}


def hub() -> Hub:
    """The hub of this process (of this event loop: tests run several)."""
    loop = asyncio.get_running_loop()
    if loop not in _hubs:
        for ended in [other for other in _hubs if other.is_closed()]:
            del _hubs[ended]
        _hubs[loop] = Hub()
    return _hubs[loop]


def running() -> list[Hub]:
    """The hubs of this process that are at work; none where no socket was ever opened."""
    return [one for loop, one in list(_hubs.items()) if loop.is_running()]
