"""Questions that many phones ask at once are answered together, each with its own answer."""

import asyncio
import threading

import pytest

from negotiate.live.batch import MOST, Batch
from negotiate.live.lanes import LOOKS


async def test_what_is_asked_at_once_is_answered_together_and_in_its_place() -> None:
    batches: list[int] = []

    def double(numbers: list[int]) -> list[int]:
        batches.append(len(numbers))
        return [2 * number for number in numbers]

    asked = range(MOST + 100)
    batch = Batch(LOOKS, double)
    answers = await asyncio.gather(*(batch.ask(number) for number in asked))
    assert answers == [2 * number for number in asked]
    assert batches == [MOST, 100]


async def test_while_one_batch_is_at_work_the_next_gathers() -> None:
    let_go, batches = threading.Event(), []

    def slowly(numbers: list[int]) -> list[int]:
        batches.append(numbers)
        let_go.wait(10)
        return numbers

    batch = Batch(LOOKS, slowly)
    first = asyncio.create_task(batch.ask(1))
    while not batches:  # noqa: ASYNC110  a thread tells nobody
        await asyncio.sleep(0.001)
    others = [asyncio.create_task(batch.ask(number)) for number in (2, 3)]
    await asyncio.sleep(0)
    let_go.set()
    assert await asyncio.gather(first, *others) == [1, 2, 3]
    assert batches == [[1], [2, 3]]


async def test_a_fault_is_told_to_everybody_in_its_batch_and_to_nobody_else() -> None:
    def picky(numbers: list[int]) -> list[int]:
        return [1 // number for number in numbers]

    batch = Batch(LOOKS, picky)
    spoiled = await asyncio.gather(batch.ask(1), batch.ask(0), return_exceptions=True)
    assert [type(answer) for answer in spoiled] == [ZeroDivisionError] * 2
    assert await batch.ask(1) == 1


async def test_a_phone_that_left_keeps_nobody_from_an_answer() -> None:
    batch: Batch[int, int] = Batch(LOOKS, lambda numbers: numbers)
    gone, there = asyncio.create_task(batch.ask(1)), asyncio.create_task(batch.ask(2))
    await asyncio.sleep(0)
    gone.cancel()
    assert await there == 2
    with pytest.raises(asyncio.CancelledError):
        await gone
