"""Many phones at once: coming in, waiting for each other, voting."""

import asyncio
import contextlib
import random
from collections.abc import Callable, Iterable
from time import monotonic
from typing import Any

from tests.load.messages import paper
from tests.load.phone import Phone, Wishes

AT_ONCE = 100  # handshakes under way at a time
IN_FRONT = 1_000_000  # bytes that a flooding socket keeps in front of the server's door
CHOICES = ("yes", "yes", "yes", "no", "abstain")


class Crowd:
    """The phones of one hall, on as many addresses as the hall has servers."""

    def __init__(
        self, addresses: list[str], places: Iterable[tuple[str, int]], wishes: Wishes
    ) -> None:
        self.wishes = wishes
        self.phones = [
            Phone(addresses[n % len(addresses)].format(seat=seat), token, seat, wishes)
            for n, (token, seat) in enumerate(places)
        ]

    async def enter(self) -> dict[str, Any]:
        """Connect everybody; how long the handshakes took in all, and how many failed."""
        began, turns = monotonic(), asyncio.Semaphore(AT_ONCE)

        async def come(phone: Phone) -> bool:
            async with turns:
                return await phone.come()

        came = await asyncio.gather(*map(come, self.phones))
        seconds = monotonic() - began
        return {"seconds": seconds, "came": sum(came), "failed": len(came) - sum(came)}

    async def until(self, holds: Callable[[Phone], bool], patience: float) -> int:
        """Wait until it holds for every phone; give for how many it does not in the end."""
        waiting, end = self.phones, monotonic() + patience
        while waiting and monotonic() < end:
            await asyncio.sleep(0.01)
            waiting = [phone for phone in waiting if not holds(phone)]
        return sum(not holds(phone) for phone in self.phones)

    async def vote(self, poll: int, within: float, patience: float) -> dict[str, Any]:
        """Every phone presses at a random moment `within` seconds (0: at once, one after another)
        and waits for its answer."""
        loop = asyncio.get_running_loop()
        for number, phone in enumerate(self.phones):
            phone.paper, phone.full_at = paper(poll, CHOICES[number % len(CHOICES)]), 0.0
            if within:
                moment = random.random() * within  # noqa: S311
                phone.paper.due = monotonic() + moment
                loop.call_later(moment, phone.press)
        if not within:
            await self._press_all()
        await self.until(_is_answered, within + patience)
        return self.votes()

    async def _press_all(self) -> None:
        for number, phone in enumerate(self.phones, 1):
            assert phone.paper is not None
            phone.paper.due = monotonic()
            phone.press()
            if number % 20 == 0:
                await asyncio.sleep(0)  # read answers meanwhile, or they would look late

    def votes(self) -> dict[str, Any]:
        """Times (monotonic) of the ballot, and every paper that was pressed."""
        papers = [phone.paper for phone in self.phones if phone.paper is not None]
        answered = [paper for paper in papers if paper.answered]
        return {
            "first_press": min(paper.pressed for paper in papers),
            "last_press": max(paper.pressed for paper in papers),
            "last_answer": max((paper.answered for paper in answered), default=0.0),
            "waited": [paper.answered - paper.pressed for paper in answered],
            "late": [paper.pressed - paper.due for paper in papers],
            "unanswered": len(papers) - len(answered),
            "refused": [paper.refused for paper in answered if paper.refused],
        }

    def papers(self) -> list[list[Any]]:
        """What was acknowledged: seat, choice, key and receipt."""
        return [
            [phone.seat, phone.paper.choice, phone.paper.key, phone.paper.receipt]
            for phone in self.phones
            if phone.paper is not None and phone.paper.receipt
        ]

    async def flood(self, seconds: float) -> dict[str, int]:
        """Send as fast as it goes; how much that was, and how often somebody was thrown out."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await asyncio.gather(*map(_flood, self.phones))
        self.leave()
        return {
            "thrown_out": sum(phone.drops for phone in self.phones),
            "sent": sum(phone.sent for phone in self.phones),
        }

    def leave(self) -> None:
        self.wishes.comes_back = False
        for phone in self.phones:
            phone.leave()


def _is_answered(phone: Phone) -> bool:
    return phone.paper is not None and phone.paper.answered > 0


async def _flood(phone: Phone) -> None:
    while True:
        if phone.line is None:
            await phone.come()
        elif phone.line.underlying_transport.get_write_buffer_size() < IN_FRONT:
            for _ in range(100):
                phone.send(b'{"t":"ping"}')
        # In reality the attacker's computer is not ours: leave the server its share of the CPU.
        await asyncio.sleep(0.001)
