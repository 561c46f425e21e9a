"""Two server processes talk to each other over every kind of Redis that the documentation names,
and go on when one of its processes dies."""

import asyncio
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from channels_redis.pubsub import RedisPubSubChannelLayer
from django.conf import settings

from negotiate.people import throttle
from tests.faults import hall
from tests.faults.papers import Burst
from tests.faults.phones import Phones
from tests.faults.redises import Redises, clustered, side_by_side, watched
from tests.production import Production
from tests.server import Server

MORE = 4  # delegates a side beside the scenario's own two
ROOMS = [f"room-{n}" for n in range(20)]


@pytest.fixture(params=[side_by_side, watched, clustered], ids=lambda way: way.__name__)
def redises(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Redises]:
    way: AbstractContextManager[Redises] = request.param(tmp_path)
    with way as running:
        yield running


@pytest.fixture
def redis_url(redises: Redises) -> str:
    """In place of the one Redis of other tests."""
    return redises[0]


def test_a_word_said_in_one_process_is_heard_in_another(redises: Redises, tmp_path: Path) -> None:
    server = Server(tmp_path / "none", tmp_path / "log", REDIS_URL=redises[0])
    assert sorted(server.call(say_and_hear)) == sorted(ROOMS)


def say_and_hear() -> list[str]:
    """The rooms of which one layer heard when another, as of another process, spoke of all."""

    async def both() -> list[str]:
        mouth, ear = (
            RedisPubSubChannelLayer(**settings.CHANNEL_LAYERS["default"]["CONFIG"])
            for _ in range(2)
        )
        channel = await ear.new_channel()
        for room in ROOMS:
            await ear.group_add(room, channel)
        for room in ROOMS:
            await mouth.group_send(room, {"type": "test", "room": room})
        return [(await ear.receive(channel))["room"] for _ in ROOMS]

    return asyncio.run(both())


def test_attempts_are_counted_for_all_processes_together(redises: Redises, tmp_path: Path) -> None:
    two = [Server(tmp_path / "none", tmp_path / "log", REDIS_URL=redises[0]) for _ in range(2)]
    tries = [server.call(try_codes, 5) for server in two]
    assert tries == [[True] * 5, [True] * 3 + [False] * 2]


def try_codes(times: int) -> list[bool]:
    """Whether each of so many tries of one seat's code was free."""
    return [throttle.may_try_hall_code(1, 1) for _ in range(times)]


async def test_screens_follow_after_a_part_of_it_has_died(
    production: Production, redises: Redises
) -> None:
    voters = await asyncio.to_thread(production.call, hall.ask, MORE)
    phones = Phones(production.at(0), voters[::2])
    others = Phones(production.at(1), voters[1::2])
    async with phones.here(), others.here():
        phones.all += others.all
        burst = Burst.of(phones, seconds=2, seed=13)
        pressing = asyncio.create_task(burst.press())
        redises[1][0].process.kill()
        await pressing
        await burst.answered()
        await phones.all_show(*await asyncio.to_thread(production.call, hall.now))
        await asyncio.to_thread(production.call, hall.close)
        await phones.all_show(*await asyncio.to_thread(production.call, hall.now))
