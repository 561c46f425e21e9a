"""Many small questions, answered together: what a thousand phones ask at once costs a few
transactions, and no answer is given before its transaction is safe."""

import asyncio
from collections.abc import Callable, Sequence
from typing import Final, Generic, TypeVar

from negotiate.live.lanes import Lane

Q = TypeVar("Q")
A = TypeVar("A")
GATHER: Final = 0.005  # seconds for which the first question waits for others
MOST: Final = 500  # questions answered at once


class Batch(Generic[Q, A]):
    """`answer` gets a list of questions on the lane's thread and gives as many answers, in order.
    While it works the next questions gather. What it raises, everybody in that list is told."""

    def __init__(
        self,
        lane: Lane,
        answer: Callable[[list[Q]], Sequence[A]],
        *,
        gather: float = GATHER,
        most: int = MOST,
    ) -> None:
        self._lane, self._gather, self._most = lane, gather, most
        self._answer = answer
        self._waiting: list[tuple[Q, asyncio.Future[A]]] = []
        self._working: asyncio.Task[None] | None = None

    async def ask(self, question: Q) -> A:
        future: asyncio.Future[A] = asyncio.get_running_loop().create_future()
        self._waiting.append((question, future))
        if self._working is None:
            self._working = asyncio.create_task(self._work())
        return await future

    async def _work(self) -> None:
        try:
            await asyncio.sleep(self._gather)
            while self._waiting:
                asked, self._waiting = self._waiting[: self._most], self._waiting[self._most :]
                await self._deal_out(asked)
        finally:
            self._working = None

    async def _deal_out(self, asked: list[tuple[Q, asyncio.Future[A]]]) -> None:
        """A future that is done already is that of a phone that has gone meanwhile."""
        try:
            answers = await self._lane.do(self._answer, [question for question, _ in asked])
            for (_, future), answer in zip(asked, answers, strict=True):
                if not future.done():
                    future.set_result(answer)
        except Exception as fault:
            for _, future in asked:
                if not future.done():
                    future.set_exception(fault)
