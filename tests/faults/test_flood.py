"""Somebody who sends without end is cut off, by either server, and the hall goes on."""

import asyncio
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
FLOODERS = 5
EITHER = pytest.mark.parametrize(
    "production", [("daphne",), ("uvicorn",)], ids=["daphne", "uvicorn"], indirect=True
)


async def send_messages(socket: ClientConnection) -> None:
    await socket.send('{"t": "ping"}')


async def send_pings(socket: ClientConnection) -> None:
    """Of which the application hears nothing."""
    await socket.ping()


async def send_pieces(socket: ClientConnection) -> None:
    """A message in so many empty pieces, of which the application hears when it is whole."""

    async def pieces() -> AsyncIterator[str]:
        for _ in range(100):
            yield ""

    await socket.send(pieces())


@EITHER
@pytest.mark.parametrize("flood", [send_messages, send_pings, send_pieces])
async def test_a_flooding_socket_is_cut_off_and_votes_go_on(
    production: Production, flood: Callable[[ClientConnection], Awaitable[None]]
) -> None:
    voters = await asyncio.to_thread(production.call, hall.ask, MORE)
    troublemaker = voters.pop()
    phones = Phones(production, voters)
    ended = 0

    async def trouble() -> None:
        nonlocal ended
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
            ended += 1

    async with phones.here():
        flooders = [asyncio.create_task(trouble()) for _ in range(FLOODERS)]
        burst = Burst.of(phones, seconds=2, seed=14)
        await burst.press()
        await burst.answered()
        await phones.until(lambda: ended > FLOODERS)  # each was cut off, and some again
        for each in flooders:
            each.cancel()
        await asyncio.gather(*flooders, return_exceptions=True)
    assert await asyncio.to_thread(production.call, hall.close) == burst.as_counted()
