"""What each audience of a room is shown, drawn at most once a version."""

import asyncio
from collections.abc import Iterable
from typing import Final, NamedTuple

from negotiate.live.audience import Audience
from negotiate.live.desk import desk
from negotiate.live.lanes import LOOKS
from negotiate.live.messages import encode
from negotiate.live.outbox import Message, text_message


class Drawn(NamedTuple):
    """A fragment, and the one message that brings it to however many sockets."""

    version: int
    html: str
    message: Message


NOTHING: Final = Drawn(0, "", {})


class Drawings:
    """The newest fragment of each audience that looks."""

    def __init__(self) -> None:
        self._of: dict[Audience, Drawn] = {}
        self._drawing = asyncio.Lock()

    def now(self, audience: Audience) -> Drawn:
        """What was drawn last; NOTHING before the first time."""
        return self._of.get(audience, NOTHING)

    def forget(self, audience: Audience) -> None:
        self._of.pop(audience, None)

    async def renew(self, audiences: Iterable[Audience], version: int) -> None:
        """Draw those that are older than the version, however many ask for them at once."""
        async with self._drawing:
            stale = [audience for audience in audiences if self.now(audience).version < version]
            if stale:
                drawn = await LOOKS.do(desk().draw, stale)
                self._of.update({audience: _with_message(*new) for audience, new in drawn.items()})


def _with_message(version: int, html: str) -> Drawn:
    return Drawn(version, html, text_message(encode("news", v=version, html=html)))
