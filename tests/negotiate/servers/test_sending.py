"""What a server writes to a socket arrives whole and in order, however slowly it is read."""

import asyncio
import os
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from websockets.asyncio.client import connect

from negotiate.serve import SERVERS
from negotiate.servers.framed import LONG, framed
from tests.negotiate.servers.telling import texts
from tests.process import Process, free_port, listens

MANY = 160  # texts of 12 MB together: more than the network between two programs holds


@pytest.fixture(params=SERVERS)
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    port = free_port()
    application = "tests.negotiate.servers.telling:application"
    process = Process(
        [sys.executable, "-m", "tests.load.serving", request.param, application, str(port)],
        tmp_path / "server.log",
        ready=partial(listens, port),
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"},
    )
    process.start()
    yield f"ws://127.0.0.1:{port}/"
    process.stop()


async def test_texts_arrive_whole_and_in_order(address: str) -> None:
    async with connect(address, compression=None, max_queue=1) as socket:
        await socket.send(str(MANY))
        await asyncio.sleep(1)  # nobody reads: what is sent fills every buffer there is
        assert [await socket.recv() for _ in range(MANY)] == texts(MANY)


async def test_many_sockets_are_sent_the_same(address: str) -> None:
    async def hear() -> list[str | bytes]:
        async with connect(address, compression=None) as socket:
            await socket.send("16")
            return [await socket.recv() for _ in range(16)]

    assert await asyncio.gather(*(hear() for _ in range(20))) == [texts(16)] * 20


def test_only_what_is_long_is_kept() -> None:
    """Short texts are one phone's own: its receipt must not outlive it here."""
    receipt, news = "x" * (LONG - 1), "y" * LONG
    assert framed(receipt) is not framed(receipt)
    assert framed(news) is framed(news)
