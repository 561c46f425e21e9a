"""Everybody is thrown out at once, in the middle of a vote, and comes back at once."""

import asyncio

import pytest

from tests.faults import hall
from tests.faults.papers import Burst
from tests.faults.phones import Phones
from tests.production import Production

STAFF = 300
PAIRS = pytest.mark.parametrize(
    "production", [("daphne", "daphne"), ("uvicorn", "uvicorn")], ids=["daphne", "uvicorn"],
    indirect=True,
)  # fmt: skip


@PAIRS
async def test_all_phones_are_current_again_and_no_vote_is_lost(production: Production) -> None:
    voters = await asyncio.to_thread(production.call, hall.ask, 0, "secret", STAFF)
    phones = Phones(production, voters)
    async with phones.here():
        burst = Burst.of(phones, seconds=2, seed=12)
        pressing = asyncio.create_task(burst.press())
        await phones.until(lambda: len(burst.acknowledged()) >= len(voters) // 3)
        for server in production.servers:
            server.kill()
        acknowledged = burst.acknowledged()
        kept = await asyncio.to_thread(production.call, hall.stored)
        assert acknowledged.items() <= kept.items()
        for server in production.servers:
            server.begin()
        await pressing
        await burst.answered()
        await phones.until(lambda: all(phone.is_current for phone in phones.all))
        await phones.all_show(*await asyncio.to_thread(production.call, hall.now))
    assert all(phone.connections >= 2 for phone in phones.all)
    assert phones.refusals() == []
    assert await asyncio.to_thread(production.call, hall.close) == burst.as_counted()
