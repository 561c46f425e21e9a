"""However many come and go, and however slowly they read, a hall stays small and tidy."""

import asyncio

from negotiate.live.counts import COUNTS
from negotiate.live.hub import hub
from tests.negotiate.live.conftest import Tokens
from tests.negotiate.live.phone import Phone, act
from tests.negotiate.meeting import Meeting

OURS = ("Hall.", "Hub.", "Outbox.", "Wire.", "Batch.")


def tasks() -> list[str]:
    """What this product still has running in this event loop."""
    names = [getattr(task.get_coro(), "__qualname__", "") for task in asyncio.all_tasks()]
    return [name for name in names if name.startswith(OURS)]


async def test_leaving_leaves_nothing_behind(hall: Meeting, tokens: Tokens) -> None:
    everybody = (tokens.chair, tokens.chief, tokens.worker, tokens.employer)
    phones = [Phone(token) for token in everybody * 3]
    await asyncio.gather(*(phone.__aenter__() for phone in phones))
    await asyncio.gather(*(phone.greet() for phone in phones))
    assert COUNTS.sockets == len(phones)
    assert sorted(tasks()) == ["Wire._keep", "Wire._listen"]  # nothing of each socket or room
    await asyncio.gather(*(phone.__aexit__() for phone in phones))
    await asyncio.sleep(0)
    assert (hub().halls, COUNTS.sockets, tasks()) == ({}, 0, [])


async def test_the_last_to_leave_and_the_next_to_come_may_meet_at_the_door(
    hall: Meeting, tokens: Tokens
) -> None:
    inside = Phone(tokens.chief)
    await inside.__aenter__()
    for amount in range(5):
        coming = Phone(tokens.chief)
        await asyncio.gather(inside.__aexit__(), coming.__aenter__())
        await coming.greet()
        await act(hall.propose, 30000 + amount, 500)
        await coming.hear("news")
        inside = coming
    await inside.__aexit__()
    assert hub().halls == {}
