"""The bare servers that the product is held against: the least that does one thing.

Served by the same server program with the same options and settings. None of them is a dummy for
the product: each is what a first attempt at that thing looks like, or what it can't be faster than.
"""

import os
from pathlib import Path
from typing import Any, Final, cast

import django
import msgspec

django.setup()

from channels.db import database_sync_to_async  # noqa: E402
from channels.generic.websocket import AsyncWebsocketConsumer  # noqa: E402
from channels.routing import ProtocolTypeRouter  # noqa: E402

from negotiate.ballots.models import RecordedVote  # noqa: E402

GO: Final = "all"  # what a phone says to have everybody told


class Echo(AsyncWebsocketConsumer):
    """Says back what it hears. It joins no channel layer: the leanest consumer there is."""

    channel_layer_alias = "none"

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        await self.send(text_data)


class Grouped(AsyncWebsocketConsumer):
    """Channels' own way to tell everybody: each socket a member of a group."""

    groups = ["everybody"]  # noqa: RUF012  (Channels' own form)

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        if text_data == GO:
            event = {"type": "news", "text": news()}
            await self.channel_layer.group_send("everybody", event)

    async def news(self, event: dict[str, Any]) -> None:
        await self.send(event["text"])


class Row(AsyncWebsocketConsumer):
    """One row through the ORM for each vote, and no tally: faster than what is usually written."""

    channel_layer_alias = "none"

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        vote = msgspec.json.decode(text_data or "")
        await database_sync_to_async(RecordedVote.objects.create)(
            poll_id=vote["poll"],
            seat_id=int(self.scope["path"].strip("/")),
            number=vote["key"][:14],
            choice=vote["choice"],
        )
        answer = {"t": "receipt", "poll": vote["poll"], "key": vote["key"], "receipt": "stored"}
        await self.send(msgspec.json.encode(answer).decode())


_sends: set[Any] = set()


async def hub(scope: dict[str, Any], receive: Any, send: Any) -> None:
    """No Channels at all: the open sockets' `send`s in a set, awaited one after another."""
    if scope["type"] != "websocket":
        return
    await receive()
    await send({"type": "websocket.accept", "subprotocol": "yishi"})
    _sends.add(send)
    while (message := await receive())["type"] == "websocket.receive":
        if message.get("text") == GO:
            for each in list(_sends):
                await each({"type": "websocket.send", "text": news()})
    _sends.discard(send)


_news: list[str] = []


def news() -> str:
    """The product's own fragment, as one of its phones was sent it."""
    if not _news:
        _news.append(Path(os.environ["BENCH_NEWS"]).read_text("utf-8"))
    return _news[0]


def _application(consumer: type[AsyncWebsocketConsumer]) -> ProtocolTypeRouter:
    return ProtocolTypeRouter({"websocket": cast(Any, consumer.as_asgi())})


echo, group, row = _application(Echo), _application(Grouped), _application(Row)
