"""Random deaths of server processes in the middle of votes, from a seed."""

import asyncio
import random
from dataclasses import dataclass, field

from tests.faults import hall
from tests.faults.papers import Burst
from tests.faults.phones import Phones
from tests.production import Production
from tests.server import Server

VOTERS = 60
DEATHS_A_POLL = 4
SECONDS = 4.0  # within which everybody presses, and processes die


@dataclass
class Tally:
    """What came of it. Every acknowledged paper is looked for by its number: in the box before
    the close, and among the published papers after it."""

    deaths: int = 0
    polls: int = 0
    acknowledged: int = 0
    stored: int = 0
    counted: int = 0
    connections: int = 0
    faults: list[str] = field(default_factory=list)


async def die_at_random(production: Production, deaths: int, seed: int) -> Tally:
    """Let everybody vote in poll after poll until so many processes have died."""
    drawn, tally = random.Random(seed), Tally()  # noqa: S311  (the same deaths for the same seed)
    voters = await asyncio.to_thread(production.call, hall.ask, VOTERS // 2 - 2)
    phones = Phones(production, voters)
    async with phones.here():
        while tally.deaths < deaths:
            if tally.polls:
                phones.begin_again(await asyncio.to_thread(production.call, hall.ask_again))
            burst = Burst.of(phones, SECONDS, drawn.getrandbits(32))
            now = min(DEATHS_A_POLL, deaths - tally.deaths)
            await _vote_and_die(production, burst, now, drawn)
            tally.deaths += now
            await _take_stock(production, burst, tally)
        tally.connections = sum(phone.connections for phone in phones.all)
    return tally


async def _vote_and_die(
    production: Production, burst: Burst, deaths: int, drawn: random.Random
) -> None:
    """Processes die each by itself, so that at times all of them are dead."""
    async with asyncio.TaskGroup() as acts:
        acts.create_task(burst.press())
        for n, server in enumerate(production.servers):
            own = deaths // len(production.servers) + (n < deaths % len(production.servers))
            pauses = [(drawn.random() * SECONDS / 2, drawn.random()) for _ in range(own)]
            acts.create_task(_die(server, pauses))
    await burst.answered()
    await burst.again()


async def _die(server: Server, pauses: list[tuple[float, float]]) -> None:
    for alive, dead in pauses:
        await asyncio.sleep(alive)
        server.kill()
        await asyncio.sleep(dead)
        await asyncio.to_thread(server.start)


async def _take_stock(production: Production, burst: Burst, tally: Tally) -> None:
    kept = await asyncio.to_thread(production.call, hall.stored)
    closed = await asyncio.to_thread(production.call, hall.close)
    tally.polls += 1
    tally.acknowledged += len(burst.acknowledged())
    tally.stored += len(burst.acknowledged().items() & kept.items())
    tally.counted += sum(closed["totals"].values())
    refusals = burst.phones.refusals()
    if refusals or kept != burst.acknowledged() or closed != burst.as_counted():
        tally.faults.append(f"poll {tally.polls}: {refusals} {kept} {closed}")
