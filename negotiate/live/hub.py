"""One subscription a room and process; each audience's fragment drawn once, for all its sockets.

Channels' own groups deliver to every socket through its own queue: measured, that is 5 to 10
times slower than handing the same text to each socket of this process (docs/architecture).
"""

import asyncio
import logging
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Final
from weakref import WeakKeyDictionary

from channels.db import database_sync_to_async
from channels.layers import get_channel_layer

from negotiate.live.announce import group_of
from negotiate.live.audience import Audience
from negotiate.live.desk import desk
from negotiate.live.messages import encode
from negotiate.live.outbox import Outbox
from negotiate.live.tickets import Ticket

BREATH: Final = 0.3  # seconds between two drawings of a room: news in between is drawn once
LOOK_AGAIN: Final = 15.0  # seconds after which a room that heard nothing checks its version
log = logging.getLogger(__name__)


@dataclass(eq=False, slots=True)
class Guest:
    """One open socket: what it may see, what still has to be sent, which version it shows."""

    ticket: Ticket
    outbox: Outbox
    version: int = 0
    leave: asyncio.Event = field(default_factory=asyncio.Event)


class Hall:
    """The sockets of one room in this process, and the task that brings them news."""

    def __init__(self, room: int) -> None:
        self.room = room
        self.guests: set[Guest] = set()
        self._news = asyncio.Event()
        self._drawn: dict[Audience, tuple[int, str]] = {}
        self._drawing = asyncio.Lock()
        self._turnouts: dict[int, str] = {}
        self.version = 0
        self.task = asyncio.create_task(self._run())

    def hear(self) -> None:
        self._news.set()

    def count(self, poll: int, text: str) -> None:
        """A newer turnout replaces an older one: a thousand votes are a few messages."""
        self._turnouts[poll] = text
        self._news.set()

    async def fragment(self, audience: Audience) -> tuple[int, str]:
        """What this audience sees now; drawn at most once a version, however many ask at once."""
        async with self._drawing:
            drawn = self._drawn.get(audience)
            if drawn is None or drawn[0] < self.version:
                drawn = await database_sync_to_async(desk().draw)(audience)
                self._drawn[audience] = drawn
                self.version = max(self.version, drawn[0])
            return drawn

    async def _run(self) -> None:
        while True:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._news.wait(), LOOK_AGAIN)
            self._news.clear()
            try:
                await self._bring_news()
            except Exception:
                log.exception(
                    "room %s could not be drawn; its screens keep what they have", self.room
                )
            await asyncio.sleep(BREATH)

    async def _bring_news(self) -> None:
        turnouts, self._turnouts = self._turnouts, {}
        for poll, number in turnouts.items():
            for guest in self.guests:
                guest.outbox.newest(f"turnout {poll}", number)
        self.version = await database_sync_to_async(desk().version)(self.room)
        for audience in self._audiences():
            version, html = await self.fragment(audience)
            text = encode("news", v=version, html=html)
            for guest in self.guests:
                if guest.ticket.audience == audience and guest.version < version:
                    guest.version = version
                    guest.outbox.newest("news", text)

    def _audiences(self) -> list[Audience]:
        """Those who look now, the chair's screen first: the meeting hangs on it."""
        seen = {guest.ticket.audience for guest in self.guests}
        return sorted(seen, key=lambda audience: audience.face != "chair")


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
                if guest.ticket.seat == message["seat"]:
                    guest.leave.set()


def _layer() -> Any:
    return get_channel_layer()


_hubs: WeakKeyDictionary[asyncio.AbstractEventLoop, Hub] = WeakKeyDictionary()


def hub() -> Hub:
    """The hub of this process (of this event loop: tests run several)."""
    return _hubs.setdefault(asyncio.get_running_loop(), Hub())
