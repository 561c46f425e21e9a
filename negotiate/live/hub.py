"""One subscription a room and process; each audience's fragment drawn once, for all its sockets.

Channels' own groups deliver to every socket through its own queue: measured, that is 5 to 10
times slower than handing the same text to each socket of this process (docs/architecture).
"""

import asyncio
import logging
from typing import Any
from weakref import WeakKeyDictionary

from channels.layers import get_channel_layer

from negotiate.live.announce import group_of
from negotiate.live.hall import Guest, Hall
from negotiate.live.messages import encode

log = logging.getLogger(__name__)


class Hub:
    """All halls of this process, fed by one channel of the channel layer."""

    def __init__(self) -> None:
        self.halls: dict[int, Hall] = {}
        self._channel = ""
        self._listener: asyncio.Task[None] | None = None
        self._subscribing = asyncio.Lock()  # many come and go at once, above all after a restart

    async def join(self, guest: Guest) -> Hall:
        room = guest.ticket.audience.room
        async with self._subscribing:
            hall = self.halls.get(room)
            if hall is None:
                await self._subscribe(room)
                hall = self.halls[room] = Hall(room)
            hall.guests.add(guest)
        return hall

    async def leave(self, guest: Guest) -> None:
        async with self._subscribing:
            hall = self.halls[guest.ticket.audience.room]
            hall.guests.discard(guest)
            if not hall.guests:
                del self.halls[hall.room]
                hall.task.cancel()
                await _layer().group_discard(group_of(hall.room), self._channel)
            if not self.halls and self._listener:
                self._listener.cancel()
                self._listener = None

    async def _subscribe(self, room: int) -> None:
        if self._listener is None:
            self._channel = await _layer().new_channel()
            self._listener = asyncio.create_task(self._listen(self._channel))
        await _layer().group_add(group_of(room), self._channel)

    async def _listen(self, channel: str) -> None:
        while True:
            try:
                self._pass_on(await _layer().receive(channel))
            except Exception:
                log.exception("the channel layer stumbled; rooms find missed news by version")
                await asyncio.sleep(1)

    def _pass_on(self, message: dict[str, Any]) -> None:
        hall = self.halls.get(message["room"])
        if hall is None:
            return
        if message["type"] == "news":
            hall.hear()
        elif message["type"] == "turnout":
            number = {key: message[key] for key in ("poll", "cast", "roll")}
            hall.count(message["poll"], encode("turnout", **number))
        elif message["type"] == "gone":
            for guest in hall.guests:
                if guest.holder == message["seat"]:
                    guest.leave.set()


def _layer() -> Any:
    return get_channel_layer()


_hubs: WeakKeyDictionary[asyncio.AbstractEventLoop, Hub] = WeakKeyDictionary()


def hub() -> Hub:
    """The hub of this process (of this event loop: tests run several)."""
    return _hubs.setdefault(asyncio.get_running_loop(), Hub())
