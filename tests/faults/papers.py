"""The papers of a hall, and what must be true of them whatever happened."""

import asyncio
import random
from collections import Counter
from dataclasses import dataclass
from typing import Any

from tests.faults.phones import Phone, Phones

CHOICES = ("yes", "no", "abstain")


@dataclass(frozen=True)
class Burst:
    """One paper for every phone, pressed at a moment of its own within so many seconds."""

    phones: Phones
    papers: dict[str, str]
    seconds: float
    seed: int

    @classmethod
    def of(cls, phones: Phones, seconds: float, seed: int) -> "Burst":
        drawn = random.Random(seed)  # noqa: S311  (the same papers for the same seed)
        papers = {f"{drawn.getrandbits(128):032x}": drawn.choice(CHOICES) for _ in phones.all}
        return cls(phones, papers, seconds, seed)

    async def press(self) -> None:
        drawn = random.Random(self.seed)  # noqa: S311
        async with asyncio.TaskGroup() as hands:
            for phone, (key, choice) in zip(self.phones.all, self.papers.items(), strict=True):
                hands.create_task(_press(phone, drawn.random() * self.seconds, choice, key))

    async def again(self) -> None:
        """Everybody sends the same paper once more, as a phone does that missed its receipt."""
        for phone, (key, choice) in zip(self.phones.all, self.papers.items(), strict=True):
            phone.receipts.pop(key, None)
            await phone.press(choice, key)
        await self.answered()

    async def answered(self) -> None:
        await self.phones.until(lambda: self.papers.keys() <= self.phones.receipts().keys())

    def acknowledged(self) -> dict[str, str]:
        """Number and choice of every paper that has its receipt."""
        receipts = self.phones.receipts()
        return {receipts[key]: self.papers[key] for key in self.papers.keys() & receipts.keys()}

    def as_counted(self) -> dict[str, Any]:
        """What closing has to give once all are acknowledged."""
        return {
            "totals": {choice: Counter(self.papers.values())[choice] for choice in CHOICES},
            "voted": sorted(phone.voter["seat"] for phone in self.phones.all),
            "papers": self.acknowledged(),
            "faults": [],
        }


async def _press(phone: Phone, after: float, choice: str, key: str) -> None:
    await asyncio.sleep(after)
    await phone.press(choice, key)
