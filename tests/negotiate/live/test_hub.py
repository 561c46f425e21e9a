"""However many come and go, and however slowly they read, a hall stays small and tidy."""

import asyncio

from negotiate.live.hub import hub
from negotiate.live.outbox import Outbox
from tests.negotiate.live.conftest import Tokens
from tests.negotiate.live.phone import Phone, act
from tests.negotiate.meeting import Meeting

OURS = ("Hall.", "Hub.", "Outbox.", "LiveConsumer.")


def tasks() -> list[str]:
    """What this product still has running in this event loop."""
    names = [getattr(task.get_coro(), "__qualname__", "") for task in asyncio.all_tasks()]
    return [name for name in names if name.startswith(OURS)]


async def test_a_slow_phone_is_sent_the_newest_state_only() -> None:
    sent: list[str] = []
    may_read = asyncio.Event()

    async def slowly(text: str) -> None:
        await may_read.wait()
        sent.append(text)

    outbox = Outbox(slowly)
    sending = asyncio.create_task(outbox.run())
    outbox.newest("news", "first")
    await asyncio.sleep(0)
    for number in range(1000):
        outbox.newest("news", f"news {number}")
        outbox.newest("turnout 7", f"turnout {number}")
        outbox.answer(f"answer {number}")
    may_read.set()
    while len(sent) < 35:  # noqa: ASYNC110  it is the outbox's turn, which tells nobody
        await asyncio.sleep(0)
    assert (sent[0], sent[-2:]) == ("first", ["news 999", "turnout 999"])
    assert sent[1:-2] == [f"answer {number}" for number in range(968, 1000)]
    assert outbox.replaced == 1998
    sending.cancel()


async def test_leaving_leaves_nothing_behind(hall: Meeting, tokens: Tokens) -> None:
    everybody = (tokens.chair, tokens.chief, tokens.worker, tokens.employer)
    phones = [Phone(token) for token in everybody * 3]
    await asyncio.gather(*(phone.__aenter__() for phone in phones))
    assert len(hub().halls[hall.chair.room_id].guests) == len(phones)
    assert tasks().count("Hub._listen") == 1
    assert tasks().count("Hall._run") == 1
    await asyncio.gather(*(phone.__aexit__() for phone in phones))
    await asyncio.sleep(0)
    assert (hub().halls, tasks()) == ({}, [])


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
