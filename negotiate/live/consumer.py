"""The socket's door: lets in, joins the hub, passes on. It decides nothing itself."""

import asyncio
from typing import Final

import msgspec
from channels.db import database_sync_to_async
from channels.generic.websocket import AsyncWebsocketConsumer

from negotiate.law.refusal import Refused
from negotiate.live import tickets
from negotiate.live.desk import desk
from negotiate.live.hall import Guest
from negotiate.live.hub import hub
from negotiate.live.messages import Hello, Incoming, Ping, Vote, decode, encode
from negotiate.live.outbox import Outbox

PROTOCOL: Final = "yishi"
BURST: Final = 30  # messages a phone may send at once; it earns REFILL back each second
REFILL: Final = 5
TOO_MANY: Final = 4429
SEAT_GONE: Final = 4401


class LiveConsumer(AsyncWebsocketConsumer):
    guest: Guest | None = None

    async def connect(self) -> None:
        protocols = list(self.scope.get("subprotocols", ()))
        known = len(protocols) == 2 and protocols[0] == PROTOCOL
        ticket = tickets.read(protocols[1]) if known else None
        if ticket is None or not await database_sync_to_async(desk().admits)(ticket):
            await self.close()
            return
        await self.accept(subprotocol=PROTOCOL)
        self._tokens, self._since = float(BURST), asyncio.get_running_loop().time()
        self.guest = Guest(ticket, Outbox(self.send))
        self._hall = await hub().join(self.guest)
        self._sending = asyncio.create_task(self.guest.outbox.run())
        self._watching = asyncio.create_task(self._close_when_gone(self.guest))

    async def disconnect(self, code: int) -> None:
        if self.guest is not None:
            self._sending.cancel()
            self._watching.cancel()
            await hub().leave(self.guest)

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        if self.guest is None or self._sending.cancelling():
            return
        if self._floods():
            self._sending.cancel()
            await self.close(TOO_MANY)
            return
        try:
            await self._answer(self.guest, decode(text_data or ""))
        except (msgspec.DecodeError, RecursionError):
            refusal = Refused("手机发来的内容无法识别，请刷新页面。")
            self._refuse(self.guest, refusal, key="")

    async def _answer(self, guest: Guest, message: Incoming) -> None:
        if isinstance(message, Ping):
            guest.outbox.answer(encode("pong"))
        elif isinstance(message, Hello):
            await self._welcome(guest, message.v)
        else:
            await self._vote(guest, message)

    async def _welcome(self, guest: Guest, version: int) -> None:
        """What is current, if the screen shows anything older; turnouts; the seat's own state."""
        current, html = await self._hall.fragment(guest.ticket.audience)
        guest.version = max(version, current)
        if version < current:
            guest.outbox.newest("news", encode("news", v=current, html=html))
        for count in await database_sync_to_async(desk().turnouts)(guest.ticket.audience.room):
            guest.outbox.newest(f"turnout {count['poll']}", encode("turnout", **count))
        if guest.ticket.seat is not None:
            mine = await database_sync_to_async(desk().mine)(guest.ticket.seat)
            guest.outbox.newest("mine", encode("mine", **mine))

    async def _vote(self, guest: Guest, vote: Vote) -> None:
        try:
            receipt = await database_sync_to_async(desk().vote)(
                guest.ticket, vote.poll, vote.choice, vote.key
            )
        except Refused as refusal:
            self._refuse(guest, refusal, vote.key)
        else:
            guest.outbox.answer(encode("receipt", poll=vote.poll, key=vote.key, receipt=receipt))

    def _refuse(self, guest: Guest, refusal: Refused, key: str) -> None:
        text = desk().explain(refusal, guest.ticket.audience.language)
        guest.outbox.answer(encode("refused", key=key, text=text))

    async def _close_when_gone(self, guest: Guest) -> None:
        await guest.leave.wait()
        text = desk().explain(
            Refused("您的入场码已更换，请向主持人要新的入场码。"), guest.ticket.audience.language
        )
        self._sending.cancel()
        await self.send(encode("gone", text=text))
        await self.close(SEAT_GONE)

    def _floods(self) -> bool:
        now = asyncio.get_running_loop().time()
        self._tokens = min(BURST, self._tokens + (now - self._since) * REFILL) - 1
        self._since = now
        return self._tokens < 0
