"""What still has to go to one socket, bounded however slowly its phone reads.

Servers differ in what they do with a phone that stops reading: uvicorn lets `send` wait, daphne
lets it return at once and keeps everything in memory. So there are two bounds, both cheap while
phones are well: a message whose `send` waits is awaited in a task of its own, and news stops after
WINDOW characters until the phone has said the last `mark` back.
"""

import asyncio
import logging
import secrets
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine, Generator
from contextlib import suppress
from types import coroutine
from typing import Any, Final

from negotiate.live.counts import COUNTS
from negotiate.live.messages import encode

Message = dict[str, Any]
Send = Callable[[Message], Coroutine[Any, Any, None]]
MOST_ANSWERS: Final = 32
WINDOW: Final = 65536  # characters of news beyond the last mark that came back
MARK_EVERY: Final = 16384
BROKEN: Final = 1011  # the close code for a fault of the server
log = logging.getLogger(__name__)


def text_message(text: str) -> Message:
    """What a server takes; made once for however many sockets."""
    return {"type": "websocket.send", "text": text}


class Outbox:
    """Answers go in order; of news and of each poll's turnout only the newest is kept."""

    __slots__ = (
        "_answers",
        "_closed",
        "_ending",
        "_mark",
        "_newest",
        "_send",
        "_since_mark",
        "_task",
        "_unread",
    )

    def __init__(self, send: Send) -> None:
        self._send = send
        self._answers: deque[Message] = deque(maxlen=MOST_ANSWERS)
        self._newest: dict[str, Message] = {}
        self._task: asyncio.Task[None] | None = None
        self._closed = True  # until the handshake is done
        self._ending = False
        self._unread = self._since_mark = 0
        self._mark = 0  # the one that is out; 0: none

    def open(self) -> None:
        """The handshake is done: send what has gathered, and everything from now on."""
        self._closed = False
        self._push()

    def answer(self, text: str) -> None:
        if not self._ending:
            self._answers.append(text_message(text))
            self._push()

    def newest(self, subject: str, message: Message) -> None:
        """Replace what this socket has not read yet on the same subject."""
        if self._ending:
            return
        if subject in self._newest:
            COUNTS.replaced += 1
        self._newest[subject] = message
        self._push()

    def marked(self, number: int) -> None:
        """The phone has read everything up to this mark."""
        if self._mark and number == self._mark:
            self._mark, self._unread = 0, self._since_mark
            self._push()

    def close(self, code: int, *, last: str = "") -> None:
        """Say the last word and end; nothing more is sent."""
        if self._ending:
            return
        self._ending = True
        self._newest.clear()
        self._answers.clear()
        if last:
            self._answers.append(text_message(last))
        self._answers.append({"type": "websocket.close", "code": code})
        self._push()

    def drop(self) -> None:
        """The socket is gone."""
        self._closed = True
        if self._task is not None:
            self._task.cancel()

    def _next(self) -> Message | None:
        if self._answers:
            return self._answers.popleft()
        if not self._newest or (self._mark and self._unread >= WINDOW):
            return None
        message = self._newest.pop(next(iter(self._newest)))
        self._unread += len(message["text"])
        self._since_mark += len(message["text"])
        if not self._mark and self._unread >= MARK_EVERY:
            self._mark, self._since_mark = secrets.randbits(31) or 1, 0
            self._answers.append(text_message(encode("mark", n=self._mark)))
        return message

    def _push(self) -> None:
        while not self._closed and self._task is None and (message := self._next()) is not None:
            try:
                rest = begun(self._send(message))
            except Exception:
                self._fail()
                return
            if message["type"] == "websocket.close":
                self._closed = True
            if rest is not None:
                self._task = asyncio.create_task(self._finish(rest))

    async def _finish(self, rest: Awaitable[None]) -> None:
        try:
            await rest
        except Exception:
            self._fail()
        self._task = None
        self._push()

    def _fail(self) -> None:
        """Servers differ in what they raise on a socket that has closed. One that has not is closed
        now: its phone comes back, where it would otherwise wait in silence."""
        log.info("a message could not be sent", exc_info=True)
        self._closed = True
        with suppress(Exception):
            begun(self._send({"type": "websocket.close", "code": BROKEN}))


def begun(work: Coroutine[Any, Any, None]) -> Awaitable[None] | None:
    """Run a coroutine as far as it goes by itself: None if that was to its end, otherwise what is
    left to be awaited. A task for each of thousands of sends would cost more than the sends."""
    try:
        waits_for = work.send(None)
    except StopIteration:
        return None
    return _rest(work, waits_for)


@coroutine
def _rest(work: Coroutine[Any, Any, None], waits_for: Any) -> Generator[Any, Any, None]:
    while True:
        fault: BaseException | None = None
        try:
            given = yield waits_for
        except BaseException as thrown:
            fault = thrown
        try:
            waits_for = work.send(given) if fault is None else work.throw(fault)
        except StopIteration:
            return
