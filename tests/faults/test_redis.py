"""Redis only says "look again": whatever happens to it, votes are stored and acknowledged, and no
screen stays stale."""

import asyncio
import json
from collections.abc import Callable

import pytest
from redis import Redis

from tests.faults import hall, seats
from tests.faults.forms import press
from tests.faults.papers import Burst
from tests.faults.phones import Phones
from tests.production import Production
from tests.services import Service

MORE = 8  # delegates a side beside the scenario's own two
THREE = pytest.mark.parametrize("production", [("daphne", "uvicorn", "daphne")], indirect=True)
KEY = "f" * 32


async def test_an_emptied_redis_is_not_noticed(production: Production, redis: Service) -> None:
    voters = await asyncio.to_thread(production.call, hall.ask, MORE)
    phones = Phones(production, voters)
    async with phones.here():
        burst = Burst.of(phones, seconds=2, seed=3)
        pressing = asyncio.create_task(burst.press())
        await phones.until(lambda: len(burst.acknowledged()) >= len(voters) // 3)
        with Redis.from_url(redis.url) as line:
            line.flushall()
        await pressing
        await burst.answered()
        await phones.all_show(*await asyncio.to_thread(production.call, hall.now))
        assert await asyncio.to_thread(production.call, hall.close) == burst.as_counted()
        await phones.all_show(*await asyncio.to_thread(production.call, hall.now))
    assert phones.refusals() == []


def killed(redis: Service) -> Callable[[], None]:
    """Kill it; give what brings it back."""
    redis.process.kill()
    return redis.process.start


def frozen(redis: Service) -> Callable[[], None]:
    """Let it keep its connections and answer nothing; give what wakes it."""
    redis.process.freeze()
    return redis.process.thaw


@THREE
@pytest.mark.parametrize("leave", [killed, frozen])
async def test_votes_and_screens_do_without_redis_and_with_it_again(
    production: Production, redis: Service, leave: Callable[[Service], Callable[[], None]]
) -> None:
    """The third process has had no phone when Redis goes; then it takes a form, and phones."""
    voters = await asyncio.to_thread(production.call, hall.ask, MORE)
    form = voters.pop()
    cookie = await asyncio.to_thread(production.call, seats.cookie, form["seat"])
    phones = Phones(production.at(0), voters[::3])
    phones.all += Phones(production.at(1), voters[1::3]).all
    late = Phones(production.at(2), voters[2::3])
    async with phones.here():
        come_back = leave(redis)
        path = f"/s/{form['seat']}/polls/{form['poll']}/vote/"
        vote = {"choice": "yes", "key": KEY}
        answer = await asyncio.to_thread(press, production.at(2), cookie, path, **vote)
        by_form = {json.loads(answer[1])["receipt"]: "yes"}
        async with late.here():
            phones.all += late.all
            burst = Burst.of(phones, seconds=2, seed=4)
            await burst.press()
            await burst.answered()
            await phones.all_show(*await asyncio.to_thread(production.call, hall.now))
            come_back()
            closed = await asyncio.to_thread(production.call, hall.close)
            await phones.all_show(*await asyncio.to_thread(production.call, hall.now))
    assert phones.refusals() == []
    assert closed["papers"] == burst.acknowledged() | by_form
    assert closed["faults"] == []
