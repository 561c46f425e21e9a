"""A single server on the embedded database, killed in the middle of a poll, has lost no vote that
it acknowledged."""

import asyncio
from functools import partial

import pytest

from tests.faults import hall
from tests.faults.papers import Burst
from tests.faults.phones import Phones
from tests.server import Server

MORE = 28  # delegates a side beside the scenario's own two


def _has(burst: Burst, acknowledged: int) -> bool:
    return len(burst.acknowledged()) >= acknowledged


@pytest.mark.parametrize("kills", [3])
async def test_no_acknowledged_vote_is_lost_and_none_is_counted_twice(
    server: Server, kills: int
) -> None:
    voters = await asyncio.to_thread(server.call, hall.ask, MORE)
    await asyncio.to_thread(server.start)
    phones = Phones(server, voters)
    async with phones.here():
        burst = Burst.of(phones, seconds=3, seed=1)
        pressing = asyncio.create_task(burst.press())
        for kill in range(kills):
            share = (kill + 1) * len(voters) // (kills + 1)
            await phones.until(partial(_has, burst, share))
            server.kill()
            acknowledged = burst.acknowledged().items()
            kept = await asyncio.to_thread(server.call, hall.stored)
            assert acknowledged <= kept.items()
            await asyncio.to_thread(server.start)
        await pressing
        await burst.answered()
        await burst.again()
    assert phones.refusals() == []
    assert await asyncio.to_thread(server.call, hall.stored) == burst.acknowledged()
    assert await asyncio.to_thread(server.call, hall.close) == burst.as_counted()
