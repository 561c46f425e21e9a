"""However many come and go, and however slowly they read, a hall stays small and tidy."""

import asyncio

from django.urls import reverse

from negotiate.law.words import Side
from negotiate.live.counts import COUNTS
from negotiate.live.guest import TOO_MANY_PAGES
from negotiate.live.hall import MOST_PAGES
from negotiate.live.hub import hub
from negotiate.rooms.actions import seating
from tests.negotiate.live.conftest import Tokens
from tests.negotiate.live.phone import PATIENCE, Phone, act
from tests.negotiate.meeting import Meeting
from tests.visitor import seated

OURS = ("Hall.", "Hub.", "Outbox.", "Wire.", "Batch.")


def tasks() -> list[str]:
    """What this product still has running in this event loop."""
    names = [getattr(task.get_coro(), "__qualname__", "") for task in asyncio.all_tasks()]
    return [name for name in names if name.startswith(OURS)]


async def all_ended() -> None:
    """Wait for the last tasks; over Redis they say goodbye first."""
    async with asyncio.timeout(PATIENCE):
        while tasks():  # noqa: ASYNC110  a task's end tells nobody
            await asyncio.sleep(0.01)


async def test_leaving_leaves_nothing_behind(hall: Meeting, tokens: Tokens) -> None:
    everybody = (tokens.chair, tokens.chief, tokens.worker, tokens.employer)
    phones = [Phone(token) for token in everybody * 3]
    await asyncio.gather(*(phone.__aenter__() for phone in phones))
    await asyncio.gather(*(phone.greet() for phone in phones))
    assert COUNTS.sockets == len(phones)
    assert sorted(tasks()) == ["Wire._keep", "Wire._listen"]  # nothing of each socket or room
    await asyncio.gather(*(phone.__aexit__() for phone in phones))
    await all_ended()
    assert (hub().halls, COUNTS.sockets) == ({}, 0)


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


async def test_a_hall_that_lets_nobody_in_does_not_stay_open(hall: Meeting, tokens: Tokens) -> None:
    await act(seating.reissue, hall.chair, hall.chief(Side.WORKER).pk)
    for _ in range(3):
        assert not await Phone(tokens.chief).connects()
    await all_ended()
    assert hub().halls == {}


async def test_a_seat_has_so_many_pages_and_no_more(hall: Meeting, tokens: Tokens) -> None:
    phones = [Phone(tokens.chief) for _ in range(MOST_PAGES + 3)]
    for phone in phones:
        await phone.__aenter__()
    for phone in phones[:3]:
        *_, gone, close = await phone.until("close")
        assert (gone["t"], close["code"]) == ("gone", TOO_MANY_PAGES)
    for phone in phones[3:]:
        await phone.greet()
    await asyncio.gather(*(phone.__aexit__() for phone in phones))


async def test_who_asks_over_http_is_told_only_what_is_new(hall: Meeting) -> None:
    visitor = await act(seated, hall.chief(Side.WORKER))
    version = await act(lambda: hall.room.version)
    path = reverse("seat-news", args=[hall.chief(Side.WORKER).pk])
    told = (await act(visitor.get, f"{path}?v={version}")).json()
    assert [message["t"] for message in told] == ["mine"]
    assert [m["t"] for m in (await act(visitor.get, path)).json()] == ["news", "mine"]


async def test_whoever_is_turned_away_shuts_no_door_on_the_next(
    hall: Meeting, tokens: Tokens
) -> None:
    await act(seating.reissue, hall.chair, hall.chief(Side.WORKER).pk)
    dead, live = Phone(tokens.chief), Phone(tokens.employer)
    let_in = await asyncio.gather(dead.connects(), live.connects())
    assert list(let_in) == [False, True]
    await live.__aexit__()
