"""Somebody who sends without end is cut off, by either server, and the hall goes on."""

import asyncio
import secrets
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException
from websockets.typing import Origin, Subprotocol

from tests.faults import hall
from tests.faults.papers import Burst
from tests.faults.phones import Phones
from tests.production import Production

MORE = 8  # delegates a side beside the scenario's own two
Flood = Callable[[ClientConnection], Awaitable[None]]
EITHER = pytest.mark.parametrize(
    "production", [("daphne",), ("uvicorn",)], ids=["daphne", "uvicorn"], indirect=True
)


async def send_messages(socket: ClientConnection) -> None:
    await socket.send('{"t": "ping"}')


async def send_pings(socket: ClientConnection) -> None:
    """The longest there are: a slow computer, too, sends more of them than anybody may. The
    application hears nothing of it."""
    await socket.ping(secrets.token_bytes(125))


async def send_pieces(socket: ClientConnection) -> None:
    """A message in so many empty pieces, of which the application hears when it is whole."""

    async def pieces() -> AsyncIterator[str]:
        for _ in range(100):
            yield ""

    await socket.send(pieces())


FLOODS = (send_messages, send_pings, send_pieces)


@EITHER
async def test_whoever_sends_without_end_is_cut_off_and_votes_go_on(
    production: Production,
) -> None:
    voters = await asyncio.to_thread(production.call, hall.ask, MORE)
    troublemaker = voters.pop()
    phones = Phones(production, voters)
    ended = Counter[Flood]()

    async def trouble(flood: Flood) -> None:
        while True:
            with suppress(WebSocketException, OSError):
                async with connect(
                    f"{production.sockets}/live/", origin=Origin(production.origin),
                    subprotocols=[Subprotocol("yishi"), Subprotocol(troublemaker["token"])],
                    ssl=production.tls, compression=None, ping_interval=None,
                ) as socket:  # fmt: skip
                    while True:
                        await flood(socket)
                        await asyncio.sleep(0)  # or nobody else of this program does anything
            ended[flood] += 1

    async with phones.here():
        flooders = [asyncio.create_task(trouble(flood)) for flood in FLOODS * 2]
        burst = Burst.of(phones, seconds=2, seed=14)
        await burst.press()
        await burst.answered()
        await phones.until(lambda: all(ended[flood] > 2 for flood in FLOODS))  # some again
        for each in flooders:
            each.cancel()
        await asyncio.gather(*flooders, return_exceptions=True)
    assert await asyncio.to_thread(production.call, hall.close) == burst.as_counted()
