"""PostgreSQL goes away in the middle of votes and comes back: nobody is told that a vote is stored
which is not, and every phone gets its receipt in the end."""

import asyncio
from collections.abc import Callable

import pytest

from tests.faults import hall
from tests.faults.papers import Burst
from tests.faults.phones import Phones
from tests.process import Process
from tests.production import Production
from tests.services import Service

MORE = 28  # delegates a side beside the scenario's own two
AWAY = 3.0  # seconds


@pytest.mark.parametrize("go", [Process.stop, Process.kill], ids=["stopped", "killed"])
@pytest.mark.parametrize("production", [("daphne", "uvicorn")], indirect=True)
async def test_every_vote_is_counted_once_after_the_database_was_away(
    production: Production, cluster: Service, go: Callable[[Process], None]
) -> None:
    voters = await asyncio.to_thread(production.call, hall.ask, MORE)
    phones = Phones(production, voters)
    async with phones.here():
        burst = Burst.of(phones, seconds=4, seed=5)
        pressing = asyncio.create_task(burst.press())
        await phones.until(lambda: len(burst.acknowledged()) >= len(voters) // 3)
        await asyncio.to_thread(go, cluster.process)
        acknowledged = burst.acknowledged()
        await asyncio.sleep(AWAY)  # phones press, and ask again
        assert burst.acknowledged() == acknowledged
        await asyncio.to_thread(cluster.process.start)
        kept = await asyncio.to_thread(production.call, hall.stored)
        assert acknowledged.items() <= kept.items()
        await pressing
        await burst.answered()
        await burst.again()
        await phones.all_show(*await asyncio.to_thread(production.call, hall.now))
    assert phones.refusals() == []
    assert await asyncio.to_thread(production.call, hall.close) == burst.as_counted()
