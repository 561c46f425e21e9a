"""The close of a poll races its votes, in rounds, over two processes: every acknowledged paper is
in the figures and in the published list, and none is that was refused or came after."""

import asyncio
import random

import pytest

from tests.faults import hall, seats
from tests.faults.forms import press
from tests.faults.papers import Burst
from tests.faults.phones import Phones
from tests.production import Production

MORE = 28  # delegates a side beside the scenario's own two
ROUNDS = 8
SECONDS = 0.6  # within which everybody presses and the chair closes
LATE = "表决已经结束，您的票没有计入。"


async def close(production: Production, chair: int, cookie: str, polls: list[int]) -> None:
    """The chair presses "close" for each poll, through the proxy."""
    for poll in polls:
        path = f"/s/{chair}/polls/{poll}/close/"
        answer = await asyncio.to_thread(press, production, cookie, path, early="1")
        assert answer[0] == 302


@pytest.mark.parametrize("production", [("daphne", "uvicorn")], indirect=True)
async def test_a_paper_is_acknowledged_and_counted_or_refused_and_not(
    production: Production,
) -> None:
    voters = await asyncio.to_thread(production.call, hall.ask, MORE)
    chair = await asyncio.to_thread(production.call, seats.chair)
    cookie = await asyncio.to_thread(production.call, seats.cookie, chair)
    phones, drawn = Phones(production, voters), random.Random(8)  # noqa: S311
    kinds = set()
    async with phones.here():
        for round_ in range(ROUNDS):
            if round_:
                phones.begin_again(await asyncio.to_thread(production.call, hall.ask_again))
            polls = sorted({phone.voter["poll"] for phone in phones.all}, reverse=bool(round_ % 2))
            burst = Burst.of(phones, SECONDS, seed=round_)
            async with asyncio.TaskGroup() as acts:
                acts.create_task(burst.press())
                await asyncio.sleep(drawn.random() * SECONDS)
                await close(production, chair, cookie, polls)
            await phones.until(lambda: phones.answered() == len(voters))
            assert set(phones.refusals()) <= {LATE}
            closed = await asyncio.to_thread(production.call, hall.published, polls)
            assert closed["papers"] == burst.acknowledged()
            assert sum(closed["totals"].values()) == len(burst.acknowledged())
            assert len(closed["voted"]) == len(burst.acknowledged())
            assert closed["faults"] == []
            kinds |= {bool(burst.acknowledged()), bool(phones.refusals()) and "refused"}
    assert {True, "refused"} <= kinds, "the close never fell into the votes"
