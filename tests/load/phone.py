"""One phone as negotiate/static/negotiate/link.js makes it, with a stop-watch.

It does what the page does: says hello with the version it shows, says marks back, asks for a sign
of life after a silence, and comes back with a jittered back-off. It draws nothing.
"""

import asyncio
import random
import socket
from dataclasses import dataclass
from time import monotonic
from typing import Final

from picows import WSError, WSFrame, WSListener, WSMsgType, WSTransport, ws_connect
from picows.url import WSParsedURL

from tests.load.messages import Paper, Said, said

FIRST_WAIT: Final = 0.5  # seconds; these five are link.js's own
LONGEST_WAIT: Final = 10.0
SILENCE: Final = 25.0
PATIENCE: Final = 10.0
ORIGIN: Final = "https://hall.bench"


@dataclass
class Wishes:
    """What all phones of one crowd do by themselves."""

    comes_back: bool = False  # reconnect after a drop, as pages do
    greets: bool = True  # say hello; bare servers do not understand it
    keeps: bool = False  # remember when each version came
    texts: bool = False  # keep the longest text
    deaf: bool = False  # never read once the handshake is done


class Phone(WSListener):
    """`at` is when (monotonic) the version shown came."""

    def __init__(self, address: str, token: str, seat: int, wishes: Wishes) -> None:
        self.address, self.token, self.seat, self.wishes = address, token, seat, wishes
        self.line: WSTransport | None = None
        self.version, self.at, self.heard, self.deadline = 0, 0.0, 0.0, 0.0
        self.current = False  # hello was answered since the last connection
        self.wait = FIRST_WAIT
        self.paper: Paper | None = None
        self.full_at = 0.0  # when it showed that everybody has voted
        self.pinged = 0.0
        self.round_trips: list[float] = []
        self.versions: list[tuple[int, float]] = []
        self.text = b""
        self.sent = self.drops = 0
        self.coming: asyncio.Task[None] | None = None

    async def come(self) -> bool:
        """Connect once; whether it worked."""
        headers = {"Origin": ORIGIN, "Sec-WebSocket-Protocol": f"yishi, {self.token}"}
        try:
            async with asyncio.timeout(PATIENCE):
                await ws_connect(
                    lambda: self,
                    self.address,
                    extra_headers=headers,
                    websocket_handshake_timeout=PATIENCE,
                    socket_factory=_small if self.wishes.deaf else None,
                )
        except (OSError, WSError, TimeoutError):
            return False
        return True

    async def insist(self) -> None:
        """Come back, later and later, never in step with the others."""
        while self.line is None and self.wishes.comes_back:
            await asyncio.sleep(self.wait / 2 + random.random() * self.wait / 2)  # noqa: S311
            self.wait = min(2 * self.wait, LONGEST_WAIT)
            await self.come()

    def on_ws_connected(self, transport: WSTransport) -> None:
        self.line, self.current = transport, False
        if self.wishes.greets:
            self.send(b'{"t":"hello","v":%d}' % self.version)
            self.probe()
        if self.wishes.deaf:
            transport.underlying_transport.pause_reading()

    def on_ws_disconnected(self, transport: WSTransport) -> None:
        if self.line is not transport:
            return
        self.line, self.current = None, False
        self.drops += 1
        if self.wishes.comes_back and (self.coming is None or self.coming.done()):
            self.coming = asyncio.get_running_loop().create_task(self.insist())

    def on_ws_frame(self, transport: WSTransport, frame: WSFrame) -> None:
        now = monotonic()
        if frame.msg_type is WSMsgType.CLOSE:
            transport.disconnect()
            return
        if frame.msg_type is not WSMsgType.TEXT:
            return
        self.heard, self.deadline, self.wait = now, 0.0, FIRST_WAIT
        self.hear(said(frame.get_payload_as_memoryview()), now)
        if self.wishes.texts and frame.payload_size > len(self.text):
            self.text = frame.get_payload_as_bytes()

    def hear(self, message: Said, now: float) -> None:
        kind = message.t
        if kind == "news":
            self.version, self.at = message.v, now
            if self.wishes.keeps:
                self.versions.append((message.v, now))
        elif kind in ("receipt", "vote", "refused"):
            self.answered(message, now)
        elif kind == "turnout":
            if message.cast == message.roll:
                self.full_at = self.full_at or now
        elif kind == "mark":
            self.send(b'{"t":"mark","n":%d}' % message.n)
        elif kind == "mine":
            self.current = True
        elif kind == "pong" and self.pinged:
            self.round_trips.append(now - self.pinged)
            self.pinged = 0.0

    def answered(self, message: Said, now: float) -> None:
        """A vote's receipt, its refusal, or (from an echo) itself."""
        paper = self.paper
        if paper is not None and message.key == paper.key and not paper.answered:
            paper.answered, paper.receipt, paper.refused = now, message.receipt, message.text

    def press(self) -> None:
        """Send the paper; once pressed, its time runs whether there is a line or not."""
        assert self.paper is not None
        self.paper.pressed = monotonic()
        self.send(self.paper.text)

    def probe(self) -> None:
        """Ask for a sign of life."""
        self.deadline = monotonic() + PATIENCE
        self.pinged = monotonic()
        self.send(b'{"t":"ping"}')

    def watch(self, now: float) -> None:
        """What the page does every second."""
        if self.line is None or self.wishes.deaf or not self.wishes.greets:
            return
        if self.deadline and now > self.deadline:
            self.line.disconnect(graceful=False)
        elif not self.deadline and now - self.heard > SILENCE:
            self.probe()

    def send(self, text: bytes) -> None:
        if self.line is not None:
            self.sent += 1
            self.line.send(WSMsgType.TEXT, text)

    def leave(self) -> None:
        if self.line is not None:
            self.line.disconnect(graceful=False)


def _small(address: WSParsedURL) -> socket.socket:
    """A socket for which the system receives next to nothing that nobody reads."""
    made = socket.socket()
    made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    return made
