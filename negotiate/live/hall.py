"""One room's sockets in this process, and the news they are brought."""

import asyncio
import logging
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final

from channels.db import database_sync_to_async

from negotiate.live.announce import SCREENS
from negotiate.live.audience import Audience
from negotiate.live.desk import desk
from negotiate.live.messages import encode
from negotiate.live.outbox import Outbox
from negotiate.live.tickets import Ticket

BREATH: Final = 0.3  # seconds between two drawings of a room: news in between is drawn once
LOOK_AGAIN: Final = 15.0  # seconds after which a room that heard nothing checks what it missed
log = logging.getLogger(__name__)


@dataclass(eq=False, slots=True)
class Guest:
    """One open socket: what it may see, what still has to be sent, which version it shows."""

    ticket: Ticket
    outbox: Outbox
    version: int = 0
    leave: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def holder(self) -> int:
        """Whose link opened this socket: a seat's, or that of the big screens."""
        return SCREENS if self.ticket.seat is None else self.ticket.seat


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
        self._looked = asyncio.get_running_loop().time()
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
                await self._look_again()
                await self._bring_news()
            except Exception:
                log.exception(
                    "room %s could not be drawn; its screens keep what they have", self.room
                )
            await asyncio.sleep(BREATH)

    async def _look_again(self) -> None:
        """Let go those whose link was re-issued while the layer lost the word of it; asked now and
        then, however busy the room."""
        now = asyncio.get_running_loop().time()
        if now - self._looked < LOOK_AGAIN:
            return
        self._looked = now
        newest = await database_sync_to_async(desk().serials)(self.room)
        for guest in self.guests:
            if newest.get(guest.holder) != guest.ticket.serial:
                guest.leave.set()

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
