"""Phones that behave as the product's pages do (link.js, ballot.js), without a browser: they come
back by themselves with jitter, say which version they show, and send a paper under its one key
until it is answered."""

import asyncio
import json
import random
import re
import ssl
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager, suppress
from typing import Any, Protocol

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException
from websockets.typing import Origin, Subprotocol

FIRST_WAIT, LONGEST_WAIT = 0.2, 2.0  # seconds before another attempt, shorter than a page's
SILENCE = 3.0  # seconds; then the phone asks again for what is still unanswered
TURNOUT = re.compile(r'<div class="turnout".*?</div>', re.S)
PATIENCE = 120.0  # seconds that a condition may take on a busy machine


class Place(Protocol):
    """Where phones go: a server, the proxy in front of several, or one process behind it."""

    @property
    def origin(self) -> str: ...

    @property
    def sockets(self) -> str: ...

    @property
    def address(self) -> str: ...

    @property
    def tls(self) -> ssl.SSLContext | None: ...


class Phone:
    """One page. `receipts` and `refusals` hold every answer to each key, in order."""

    def __init__(self, place: Place, voter: dict[str, Any]) -> None:
        self.voter = voter
        self.version = 0
        self.html = ""
        self.mine: dict[str, Any] = {}
        self.turnouts: dict[int, int] = {}
        self.receipts: dict[str, list[str]] = {}
        self.refusals: dict[str, list[str]] = {}
        self.gone = False
        self.connections = 0
        self._place = place
        self._drawer: dict[str, dict[str, Any]] = {}
        self._socket: ClientConnection | None = None
        self._left = asyncio.Event()

    @property
    def is_current(self) -> bool:
        """Whether it is connected and has heard its own state, which comes last."""
        return self._socket is not None and bool(self.mine)

    def begin_again(self, poll: int) -> None:
        """Another poll is asked; what was said of earlier papers is done with."""
        self.voter["poll"] = poll
        self.receipts, self.refusals, self._drawer = {}, {}, {}

    async def press(self, choice: str, key: str, press: int = 1) -> None:
        """Write a paper down and send it; it is sent again until it is answered."""
        poll = self.voter["poll"]
        self._drawer[key] = {
            "t": "vote", "poll": poll, "choice": choice, "key": key, "press": press,
        }  # fmt: skip
        await self._send(self._drawer[key])

    async def live(self) -> None:
        """Be there, until the seat is gone or the phone leaves."""
        wait = FIRST_WAIT
        while not (self.gone or self._left.is_set()):
            try:
                async with self._connection() as socket:
                    self._socket, self.mine = socket, {}
                    self.connections += 1
                    await self._greet()
                    while not self._left.is_set():
                        await self._listen(socket)
                        wait = FIRST_WAIT
            except (OSError, WebSocketException, TimeoutError):
                self._socket = None
            with suppress(TimeoutError):
                async with asyncio.timeout(wait / 2 + random.random() * wait / 2):  # noqa: S311
                    await self._left.wait()
            wait = min(2 * wait, LONGEST_WAIT)

    async def leave(self) -> None:
        """Go in order. Cancelled in the middle of a handshake, Python 3.11 leaves a line open."""
        self._left.set()
        if self._socket is not None:
            await self._socket.close()

    def _connection(self) -> connect:
        return connect(
            f"{self._place.sockets}/live/",
            origin=Origin(self._place.origin),
            subprotocols=[Subprotocol("yishi"), Subprotocol(self.voter["token"])],
            ssl=self._place.tls,
            compression=None,
        )

    async def _greet(self) -> None:
        await self._send({"t": "hello", "v": self.version})
        await self._ask_again()

    async def _listen(self, socket: ClientConnection) -> None:
        """Hear one message, or ask again after a silence."""
        try:
            async with asyncio.timeout(SILENCE):  # wait_for of Python 3.11 may lose a cancellation
                text = await socket.recv()
        except TimeoutError:
            await self._ask_again()
            return
        message = json.loads(text)
        if message["t"] == "mark":
            await self._send(message)
        else:
            self._hear(message)

    def _hear(self, message: dict[str, Any]) -> None:
        kind = message["t"]
        if kind == "news":
            if message["v"] > self.version:
                self.version, self.html = message["v"], message["html"]
        elif kind == "turnout":
            self.turnouts[message["poll"]] = message["cast"]
        elif kind == "mine":
            self.mine = message
        elif kind == "receipt":
            self._drawer.pop(message["key"], None)
            self.receipts.setdefault(message["key"], []).append(message["receipt"])
        elif kind == "refused":
            self._drawer.pop(message["key"], None)
            self.refusals.setdefault(message["key"], []).append(message["text"])
        elif kind == "gone":
            self.gone = True

    async def _ask_again(self) -> None:
        for paper in list(self._drawer.values()):
            await self._send(paper)
        await self._send({"t": "ping"})

    async def _send(self, message: dict[str, Any]) -> None:
        """Out if there is a line; whether it arrived, only an answer tells."""
        if self._socket is not None:
            with suppress(OSError, WebSocketException):
                await self._socket.send(json.dumps(message))


class Phones:
    """Everybody's phone in one hall."""

    def __init__(self, place: Place, voters: Iterable[dict[str, Any]]) -> None:
        self.all = [Phone(place, voter) for voter in voters]
        self._living: list[asyncio.Task[None]] = []

    @asynccontextmanager
    async def here(self) -> AsyncIterator[None]:
        """Within the block everybody is there, and current at its beginning."""
        self._living = [asyncio.create_task(phone.live()) for phone in self.all]
        try:
            await self.until(lambda: all(phone.is_current for phone in self.all))
            yield
        finally:
            await asyncio.gather(*(phone.leave() for phone in self.all))
            await asyncio.gather(*self._living, return_exceptions=True)

    def begin_again(self, polls: dict[str, int]) -> None:
        """Another poll is asked on each side."""
        for phone in self.all:
            phone.begin_again(polls[phone.voter["kind"].split()[0]])

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait for it, whatever happens meanwhile, as long as no phone has broken."""

        def holds() -> bool:
            for phone in self._living:
                if phone.done():
                    phone.result()  # raises what ended it
            return condition()

        await until(holds)

    async def all_show(self, drawn: dict[str, str], cast: dict[str, int]) -> None:
        """Wait until every phone shows what its kind of voter is drawn, and the true turnouts,
        which a page lays over what was drawn."""
        still = {kind: TURNOUT.sub("", html) for kind, html in drawn.items()}

        def is_current(phone: Phone) -> bool:
            told = {str(poll): votes for poll, votes in phone.turnouts.items()}
            shown = TURNOUT.sub("", phone.html)
            return shown == still[phone.voter["kind"]] and cast.items() <= told.items()

        await self.until(lambda: all(map(is_current, self.all)))

    def receipts(self) -> dict[str, str]:
        """Every acknowledged paper: its key and its number. No paper has two numbers."""
        told = {key: set(numbers) for p in self.all for key, numbers in p.receipts.items()}
        assert all(len(numbers) == 1 for numbers in told.values())
        return {key: number for key, (number,) in told.items()}

    def refusals(self) -> list[str]:
        return [text for phone in self.all for texts in phone.refusals.values() for text in texts]

    def answered(self) -> int:
        return len(self.receipts()) + len(self.refusals())


async def until(condition: Callable[[], bool]) -> None:
    """Wait for what others bring about."""
    async with asyncio.timeout(PATIENCE):
        while not condition():  # noqa: ASYNC110  (it is of many kinds)
            await asyncio.sleep(0.02)
