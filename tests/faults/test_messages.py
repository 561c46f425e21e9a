"""One voter on several tabs, and messages that come twice, late and in another order, each by way
of another server process."""

import asyncio
import random
from functools import partial
from typing import Any

from tests.faults import hall, seats
from tests.faults.forms import press
from tests.faults.papers import CHOICES, Burst
from tests.faults.phones import Phone, Phones, until
from tests.production import Production

MORE = 8  # delegates a side beside the scenario's own two
PRESSES = 6
VOTED = "您的票先前已计入，不会重复计票。"
LATE = "表决已经结束，您的票没有计入。"


def on_both(production: Production, voters: list[dict[str, Any]]) -> tuple[Phones, Phones]:
    """Every voter's page on either process."""
    return Phones(production.at(0), voters), Phones(production.at(1), voters)


def _all_answered(tab: Phones, count: int) -> bool:
    return tab.answered() == count


async def test_of_two_tabs_that_choose_otherwise_one_counts_and_the_other_is_told(
    production: Production,
) -> None:
    voters = await asyncio.to_thread(production.call, hall.ask, MORE)
    tabs = on_both(production, voters)
    async with tabs[0].here(), tabs[1].here():
        bursts = [Burst.of(tab, seconds=0, seed=seed) for seed, tab in enumerate(tabs)]
        await asyncio.gather(*(burst.press() for burst in bursts))
        for tab in tabs:
            await tab.until(partial(_all_answered, tab, len(voters)))
    for one, other in zip(tabs[0].all, tabs[1].all, strict=True):
        assert len(one.receipts) + len(other.receipts) == 1
    assert tabs[0].refusals() + tabs[1].refusals() == [VOTED] * len(voters)
    closed = await asyncio.to_thread(production.call, hall.close)
    assert closed["papers"] == bursts[0].acknowledged() | bursts[1].acknowledged()
    assert closed["voted"] == sorted(voter["seat"] for voter in voters)


async def test_a_paper_sent_many_times_by_two_ways_is_one_paper(production: Production) -> None:
    voters = await asyncio.to_thread(production.call, hall.ask, MORE)
    tabs = on_both(production, voters)
    async with tabs[0].here(), tabs[1].here():
        bursts = [Burst.of(tab, seconds=1, seed=9) for tab in tabs]  # the same papers
        await asyncio.gather(*(burst.press() for burst in bursts for _ in range(3)))
        for burst in bursts:
            await burst.answered()
        assert bursts[0].acknowledged() == bursts[1].acknowledged()
        closed = await asyncio.to_thread(production.call, hall.close)
        assert closed == bursts[0].as_counted()
        await bursts[0].again()  # late, and the same receipts
        assert bursts[0].acknowledged() == closed["papers"]
        for phone in tabs[1].all:
            await phone.press("yes", f"{phone.voter['seat']:032x}")  # late, and another paper
        await tabs[1].until(lambda: len(tabs[1].refusals()) == len(voters))
    assert set(tabs[1].refusals()) <= {LATE, VOTED}
    papers = await asyncio.to_thread(production.call, hall.published, closed_polls(voters))
    assert papers == closed


async def test_the_last_press_stands_in_whatever_order_presses_come(
    production: Production,
) -> None:
    voters = await asyncio.to_thread(production.call, hall.ask, MORE, "changeable")
    tabs = on_both(production, voters)
    drawn = random.Random(10)  # noqa: S311  (the same disorder every time)
    last: dict[str, str] = {}
    async with tabs[0].here(), tabs[1].here(), asyncio.TaskGroup() as hands:
        for pair in zip(tabs[0].all, tabs[1].all, strict=True):
            presses = [
                (drawn.choice(CHOICES), f"{drawn.getrandbits(128):032x}", number)
                for number in range(1, PRESSES + 1)
            ]
            last[presses[-1][1]] = presses[-1][0]
            hands.create_task(out_of_order(pair, presses, drawn.getrandbits(32)))
    receipts = tabs[0].receipts() | tabs[1].receipts()
    stored = await asyncio.to_thread(production.call, hall.stored)
    assert stored == {receipts[key]: choice for key, choice in last.items()}


async def out_of_order(
    pair: tuple[Phone, Phone], presses: list[tuple[str, str, int]], seed: int
) -> None:
    """Send a voter's presses shuffled, each by one tab or the other, and wait for the answers."""
    drawn = random.Random(seed)  # noqa: S311
    for choice, key, number in drawn.sample(presses, len(presses)):
        await drawn.choice(pair).press(choice, key, number)
        await asyncio.sleep(drawn.random() * 0.1)
    last = presses[-1][1]
    await until(lambda: any(last in tab.receipts for tab in pair))


async def test_a_link_pressed_on_two_phones_at_once_opens_on_one(production: Production) -> None:
    voters = await asyncio.to_thread(production.call, hall.ask, MORE)
    ids = [voter["seat"] for voter in voters]
    for path in await asyncio.to_thread(production.call, seats.links, ids):
        phones = (asyncio.to_thread(press, production.at(n), "", path) for n in (0, 1))
        statuses = sorted([status for status, _ in await asyncio.gather(*phones)])
        assert statuses == [302, 403]


def closed_polls(voters: list[dict[str, Any]]) -> list[int]:
    return sorted({voter["poll"] for voter in voters})
