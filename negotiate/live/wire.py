"""This process's one channel on the channel layer, and whether it works.

The layer may lose messages (it drops what is too much, and what is said while Redis is away), and
nothing tells. So the wire speaks to itself every few seconds: a word that does not come back is a
fault, and whoever relies on the wire then looks for itself.
"""

import asyncio
import logging
from collections.abc import Callable, Collection
from typing import Any, Final

from channels.layers import get_channel_layer

from negotiate.live.counts import COUNTS

PULSE: Final = 5.0  # seconds between two words to itself, for which the first may be on its way
PATIENCE: Final = 2.0  # seconds
LOOK_AGAIN: Final = 3  # pulses after which it is time to look even if every one came back
Message = dict[str, Any]
log = logging.getLogger(__name__)


def group_of(room: int) -> str:
    return f"room-{room}"


async def say_soon(message: Message) -> None:
    """Say something of a room to every process that looks at it. A layer that hangs is given up,
    for nobody may be held by it; what is not said is found by version."""
    try:
        async with asyncio.timeout(PATIENCE):
            await _layer().group_send(group_of(message["room"]), message)
    except Exception:
        COUNTS.layer_faults += 1
        log.warning("the channel layer did not take a word", exc_info=True)


class Wire:
    """`hear` is called with every message of the rooms that are `wanted`; `look` when some may have
    been lost."""

    def __init__(
        self,
        wanted: Collection[int],
        hear: Callable[[Message], None],
        look: Callable[[], Any],
    ) -> None:
        self._wanted, self._hear, self._look = wanted, hear, look
        self._channel = ""
        self._came_back = True
        self._ordering = asyncio.Lock()  # a room left and entered again: in this order
        self._tasks: set[asyncio.Task[None]] = set()
        self._do(self._keep())

    async def subscribe(self, room: int) -> None:
        """A fault is not raised: the wire tries again by itself, and looks until it is done."""
        try:
            async with self._ordering:
                if not self._channel:
                    self._channel = await _layer().new_channel()
                    self._do(self._listen(self._channel))
                await _layer().group_add(group_of(room), self._channel)
        except Exception:
            self._faulty()

    async def unsubscribe(self, room: int) -> None:
        async with self._ordering:
            if self._channel and room not in self._wanted:
                await self._guarded(_layer().group_discard(group_of(room), self._channel))

    async def tell(self, message: Message) -> None:
        """Say it to the other processes. A fault is counted, and raised to nobody."""
        said = {**message, "from": self._channel}
        await self._guarded(_layer().group_send(group_of(message["room"]), said))

    def close(self) -> None:
        for task in self._tasks:
            task.cancel()

    async def _listen(self, channel: str) -> None:
        while True:
            try:
                message = await _layer().receive(channel)
            except Exception:
                self._faulty()
                await asyncio.sleep(1)
                continue
            if message["type"] == "pulse":
                self._came_back = True
            elif message.get("from") != channel:
                self._hear(message)

    async def _keep(self) -> None:
        beats = 0
        while True:
            await asyncio.sleep(PULSE)
            beats += 1
            lost = not self._came_back
            if lost:
                COUNTS.layer_faults += 1
                for room in tuple(self._wanted):
                    await self.subscribe(room)
            self._came_back = False
            if self._channel:
                await self._guarded(_layer().send(self._channel, {"type": "pulse"}))
            if lost or beats % LOOK_AGAIN == 0:
                await self._look()

    async def _guarded(self, work: Any) -> None:
        try:
            async with asyncio.timeout(PULSE):  # wait_for of Python 3.11 may lose a cancellation
                await work
        except Exception:
            self._faulty()

    def _faulty(self) -> None:
        """The first fault of many is told; all are counted."""
        if self._came_back:
            log.warning("the channel layer stumbled; rooms look for themselves", exc_info=True)
        COUNTS.layer_faults += 1
        self._came_back = False

    def _do(self, work: Any) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _layer() -> Any:
    return get_channel_layer()
