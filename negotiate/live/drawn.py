"""What each audience of a room is shown, drawn at most once a version."""

import asyncio
from collections.abc import Iterable
from typing import Final, NamedTuple

from negotiate.live.asking import Asking, Found, Look
from negotiate.live.audience import Audience
from negotiate.live.messages import encode
from negotiate.live.outbox import Message, text_message


class Drawn(NamedTuple):
    """A fragment, and the one message that brings it to however many sockets."""

    version: int
    html: str
    message: Message


NOTHING: Final = Drawn(0, "", {})


class Drawings:
    """The newest fragment of each audience that looks at a room."""

    def __init__(self, room: int, asking: Asking) -> None:
        self._room, self._asking = room, asking
        self._of: dict[Audience, Drawn] = {}
        self._newest = 0  # version of the room that any look has found
        self._drawing = asyncio.Lock()

    def now(self, audience: Audience) -> Drawn:
        """What was drawn last; NOTHING before the first time."""
        return self._of.get(audience, NOTHING)

    def forget(self, audience: Audience) -> None:
        self._of.pop(audience, None)

    async def look(self, links: int, audiences: Iterable[Audience]) -> Found:
        """Where the room is, of which so many links are known to have died; what was drawn for
        these audiences is of that version afterwards, unless a fault stands in its place."""
        async with self._drawing:
            return await self._look(links, audiences)

    async def renew(self, links: int, audience: Audience) -> None:
        """Draw for one audience if looks have found something newer, however many ask at once."""
        async with self._drawing:
            if self.now(audience).version < self._newest:
                faults(await self._look(links, [audience]))

    async def _look(self, links: int, audiences: Iterable[Audience]) -> Found:
        drawn = {audience: self.now(audience).version for audience in audiences}
        found = await self._asking.looks.ask(Look(self._room, links, drawn))
        if found.stand is not None:
            self._newest = max(self._newest, found.stand.version)
        for audience, picture in found.pictures.items():
            if not isinstance(picture, Exception):
                self._of[audience] = _with_message(*picture)
        return found


def faults(found: Found) -> None:
    """Raise the first thing that went wrong with a picture, if any did."""
    for picture in found.pictures.values():
        if isinstance(picture, Exception):
            raise picture


def _with_message(version: int, html: str) -> Drawn:
    return Drawn(version, html, text_message(encode("news", v=version, html=html)))
