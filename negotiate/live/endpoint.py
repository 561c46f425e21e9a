"""The socket's door: lets in on a signed ticket alone, joins the hub, passes on. It decides
nothing itself.

A plain ASGI application: Channels' consumer classes give every socket a channel and two tasks of
its own, which the hub leaves nothing to do for.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any, Final

import msgspec

from negotiate.law.refusal import Refused
from negotiate.live import tickets
from negotiate.live.counts import COUNTS
from negotiate.live.desk import Press, desk
from negotiate.live.guest import Guest
from negotiate.live.hall import Hall
from negotiate.live.hub import hub
from negotiate.live.messages import Hello, Mark, Ping, Vote, decode, encode
from negotiate.live.outbox import Outbox, Send, text_message

PROTOCOL: Final = "yishi"
BURST: Final = 30  # messages a phone may send at once; it earns REFILL back each second
REFILL: Final = 5
TOO_MANY: Final = 4429
log = logging.getLogger(__name__)
Receive = Callable[[], Awaitable[dict[str, Any]]]


async def endpoint(scope: dict[str, Any], receive: Receive, send: Send) -> None:
    """One socket, from its handshake to its end."""
    await receive()  # the handshake itself
    ticket = _ticket(scope)
    guest = Guest(ticket, Outbox(send)) if ticket else None
    hall = await hub().enter(guest) if guest else None
    if guest is None or hall is None:
        await send({"type": "websocket.close"})
        return
    try:
        await send({"type": "websocket.accept", "subprotocol": PROTOCOL})
        guest.outbox.open()
        await _Line(guest, hall).listen(receive)
    finally:
        guest.outbox.drop()
        await hub().leave(guest, hall)


def _ticket(scope: dict[str, Any]) -> tickets.Ticket | None:
    protocols = list(scope.get("subprotocols", ()))
    known = len(protocols) == 2 and protocols[0] == PROTOCOL
    return tickets.read(protocols[1]) if known else None


class _Line:
    """What one phone says, and what it is answered."""

    __slots__ = ("_guest", "_hall", "_since", "_tokens")

    def __init__(self, guest: Guest, hall: Hall) -> None:
        self._guest, self._hall = guest, hall
        self._tokens, self._since = float(BURST), asyncio.get_running_loop().time()

    async def listen(self, receive: Receive) -> None:
        while (event := await receive())["type"] == "websocket.receive":
            if self._floods():
                COUNTS.floods += 1
                self._guest.outbox.close(TOO_MANY)
                return
            try:
                await self._hear(event.get("text") or "")
            except (msgspec.DecodeError, RecursionError):
                self._refuse(Refused("手机发来的内容无法识别，请刷新页面。"), key="")

    async def _hear(self, text: str) -> None:
        message = decode(text)
        if isinstance(message, Vote):
            await self._vote(message)
        elif isinstance(message, Mark):
            self._guest.outbox.marked(message.n)
        elif isinstance(message, Ping):
            self._guest.outbox.answer(encode("pong"))
        else:
            await self._welcome(message)

    async def _welcome(self, hello: Hello) -> None:
        guest = self._guest
        await self._hall.welcome(guest, hello.v)
        if guest.ticket.seat is not None:
            mine = await hub().asking.mine.ask(guest.ticket.seat)
            guest.outbox.newest("mine", text_message(encode("mine", **mine)))

    async def _vote(self, vote: Vote) -> None:
        press = Press(self._guest.ticket, vote.poll, vote.choice, vote.key, vote.press)
        try:
            answer = await hub().asking.votes.ask(press)
        except Exception:
            # Nothing is said of what may not be stored: the phone keeps the paper and asks again.
            COUNTS.unsaved += 1
            log.exception("ballots could not be stored")
        else:
            if isinstance(answer, Refused):
                self._refuse(answer, vote.key)
            else:
                receipt = encode("receipt", poll=vote.poll, key=vote.key, receipt=answer)
                self._guest.outbox.answer(receipt)

    def _refuse(self, refusal: Refused, key: str) -> None:
        text = desk().explain(refusal, self._guest.ticket.audience.language)
        self._guest.outbox.answer(encode("refused", key=key, text=text))

    def _floods(self) -> bool:
        now = asyncio.get_running_loop().time()
        self._tokens = min(BURST, self._tokens + (now - self._since) * REFILL) - 1
        self._since = now
        return self._tokens < 0
