"""One phone as negotiate/static/negotiate/link.js makes it, with a stop-watch.

It does what the page does: says hello with the version it shows, says marks back, asks for a sign
of life after a silence, and comes back with a jittered back-off. It draws nothing.
"""

import asyncio
import random
from dataclasses import dataclass
from time import monotonic
from typing import Final

from picows import WSFrame, WSListener, WSMsgType, WSTransport

from tests.load.line import PATIENCE, connect
from tests.load.messages import EVENT, Paper, Said, said

FIRST_WAIT: Final = 0.5  # seconds; these are link.js's own
LONGEST_WAIT: Final = 10.0
SILENCE: Final = 25.0


@dataclass
class Wishes:
    """What all phones of one crowd do by themselves."""

    comes_back: bool = False  # reconnect after a drop, as pages do
    greets: bool = True  # say hello; bare servers do not understand it
    keeps: bool = False  # remember when each event came
    texts: bool = False  # keep the newest text
    deaf: bool = False  # never read once the handshake is done


class Phone(WSListener):
    """`event` is the newest event that it shows, and `at` when (monotonic) that came."""

    def __init__(self, address: str, token: str, seat: int, wishes: Wishes) -> None:
        self.address, self.token, self.seat, self.wishes = address, token, seat, wishes
        self.line: WSTransport | None = None
        self.version = self.event = self.poll = 0
        self.at = self.heard = self.deadline = 0.0
        self.current = False  # hello was answered since the last connection
        self.wait = FIRST_WAIT
        self.paper: Paper | None = None
        self.full_at = 0.0  # when it showed that everybody has voted
        self.pinged = 0.0
        self.round_trips: list[float] = []
        self.events: list[tuple[int, float]] = []
        self.text = b""
        self.sent = self.drops = 0
        self.coming: asyncio.Task[None] | None = None

    async def come(self) -> bool:
        """Connect once; whether it worked."""
        return await connect(self, self.address, self.token, deaf=self.wishes.deaf)

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
        payload = frame.get_payload_as_memoryview()
        message = said(payload)
        if message.t == "news":
            self.renew(message.v, payload, now)
        else:
            self.hear(message, now)

    def renew(self, version: int, payload: memoryview, now: float) -> None:
        """News came: what the page would draw."""
        self.version, self.at = version, now
        found = EVENT.search(payload)
        if found:
            self.event = int(found[1])
            if self.wishes.keeps:
                self.events.append((self.event, now))
        if self.wishes.texts:
            self.text = bytes(payload)

    def hear(self, message: Said, now: float) -> None:
        kind = message.t
        if kind in ("receipt", "vote", "refused"):
            self.answered(message, now)
        elif kind == "turnout":
            self.poll = message.poll
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

    def is_right(self, event: int, poll: int) -> bool:
        """Whether it is connected, was answered, and shows at least this."""
        shows = self.version > 0 and self.event >= event and self.poll >= poll
        return self.current and shows

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
