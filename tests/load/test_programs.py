"""What both server programs must do under any application, ours included."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosedError
from websockets.typing import Subprotocol

from tests.load.bare import GO
from tests.load.servers import Servers

YISHI = Subprotocol("yishi")
LONG = 200_000  # characters: ten times what a phone may send


@pytest.fixture(params=["daphne", "uvicorn"])
async def address(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """Give the address of a bare hub whose news is long."""
    (tmp_path / "news").write_text("字" * LONG, "utf-8")
    environment = {
        "MODE": "test",
        "DJANGO_SETTINGS_MODULE": "negotiate.settings",
        "BENCH_NEWS": str(tmp_path / "news"),
    }
    with Servers(request.param, "tests.load.bare:hub", environment, tmp_path) as servers:
        yield servers.addresses("/")[0]


async def test_news_is_as_long_as_it_has_to_be(address: str) -> None:
    async with connect(address, subprotocols=[YISHI], max_size=None) as phone:
        await phone.send(GO)
        assert await phone.recv() == "字" * LONG


async def test_what_a_phone_sends_is_not(address: str) -> None:
    async with connect(address, subprotocols=[YISHI]) as phone:
        await phone.send("x" * 17_000)
        with pytest.raises(ConnectionClosedError):
            await phone.recv()
