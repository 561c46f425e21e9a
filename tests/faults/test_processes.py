"""Two server processes behind the documented proxy: each may die at any moment."""

import asyncio

import pytest

from tests.faults import hall
from tests.faults.dying import VOTERS, die_at_random
from tests.faults.papers import Burst
from tests.faults.phones import Phones
from tests.production import Production

MORE = 28  # delegates a side beside the scenario's own two
EITHER = pytest.mark.parametrize(
    "production", [("daphne", "daphne"), ("uvicorn", "uvicorn")], ids=["daphne", "uvicorn"],
    indirect=True,
)  # fmt: skip


@EITHER
async def test_phones_of_a_killed_process_vote_at_the_other_and_it_comes_back(
    production: Production,
) -> None:
    voters = await asyncio.to_thread(production.call, hall.ask, MORE)
    phones = Phones(production, voters)
    first, second = production.servers
    async with phones.here():
        burst = Burst.of(phones, seconds=3, seed=2)
        pressing = asyncio.create_task(burst.press())
        await phones.until(lambda: len(burst.acknowledged()) >= len(voters) // 3)
        first.kill()
        acknowledged = burst.acknowledged().items()
        kept = await asyncio.to_thread(production.call, hall.stored)
        assert acknowledged <= kept.items()
        await pressing
        await burst.answered()  # all by the one that is left
        await asyncio.to_thread(first.start)
        second.kill()
        await burst.again()  # all by the one that came back
    assert phones.refusals() == []
    assert await asyncio.to_thread(production.call, hall.close) == burst.as_counted()


@pytest.mark.parametrize("production", [("daphne", "uvicorn")], indirect=True)
async def test_random_deaths_lose_no_acknowledged_vote_and_count_none_twice(
    production: Production,
) -> None:
    tally = await die_at_random(production, deaths=6, seed=7)
    assert tally.faults == []
    assert tally.acknowledged == tally.stored == tally.counted == tally.polls * VOTERS
