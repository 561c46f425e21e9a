"""What still has to go to one socket, bounded however slowly its phone reads."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Final

Send = Callable[[str], Awaitable[None]]
MOST_ANSWERS: Final = 32


class Outbox:
    """Answers go in order; of news and of each poll's turnout only the newest is kept."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._answers: deque[str] = deque(maxlen=MOST_ANSWERS)
        self._newest: dict[str, str] = {}
        self._wake = asyncio.Event()
        self.replaced = 0

    def answer(self, text: str) -> None:
        self._answers.append(text)
        self._wake.set()

    def newest(self, subject: str, text: str) -> None:
        """Replace what this socket has not read yet on the same subject."""
        self.replaced += subject in self._newest
        self._newest[subject] = text
        self._wake.set()

    async def run(self) -> None:
        """Send for as long as the socket lives; one message at a time."""
        while True:
            await self._wake.wait()
            self._wake.clear()
            while self._answers or self._newest:
                if self._answers:
                    await self._send(self._answers.popleft())
                else:
                    await self._send(self._newest.pop(next(iter(self._newest))))
