"""A server that is killed in the middle of a poll has lost no vote that it acknowledged."""

import asyncio
import json
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import WebSocketException
from websockets.typing import Origin, Subprotocol

from tests.faults import hall
from tests.server import Server

MORE = 28  # delegates a side beside the scenario's own two
CHOICES = ("yes", "no", "abstain")
PATIENCE = 60


@dataclass
class Voters:
    """Phones that send their paper again and again, as phones do, until told to stop."""

    server: Server
    receipts: dict[str, set[str]] = field(default_factory=dict)
    refusals: list[str] = field(default_factory=list)
    wanted: int = 0
    enough: asyncio.Event = field(default_factory=asyncio.Event)

    async def come_to(self, receipts: int) -> None:
        """Wait until so many papers are acknowledged."""
        self.wanted = receipts
        if len(self.receipts) < receipts:
            self.enough.clear()
            await self.enough.wait()

    async def vote(self, voter: dict[str, Any], paper: dict[str, Any]) -> None:
        """One delivery: connect, send, wait for the answer; a dead server is no answer."""
        try:
            async with connect(
                f"{self.server.sockets}/live/",
                origin=Origin(self.server.origin),
                subprotocols=[Subprotocol("yishi"), Subprotocol(voter["token"])],
            ) as socket:
                await socket.send(json.dumps(paper))
                async for text in socket:
                    if self.hear(json.loads(text)):
                        return
        except (OSError, WebSocketException):
            await asyncio.sleep(0.05)

    def hear(self, message: dict[str, Any]) -> bool:
        """Note an answer to a paper; whether it was one."""
        if message["t"] == "receipt":
            self.receipts.setdefault(message["key"], set()).add(message["receipt"])
        elif message["t"] == "refused":
            self.refusals.append(message["text"])
        if len(self.receipts) >= self.wanted:
            self.enough.set()
        return message["t"] in ("receipt", "refused")

    async def insist(
        self, voter: dict[str, Any], paper: dict[str, Any], stop: asyncio.Event
    ) -> None:
        while not (stop.is_set() and paper["key"] in self.receipts):
            await self.vote(voter, paper)


@pytest.mark.parametrize("kills", [3])
async def test_no_acknowledged_vote_is_lost_and_none_is_counted_twice(
    server: Server, kills: int
) -> None:
    voters = await asyncio.to_thread(server.call, hall.ask, MORE)
    papers = [
        {"t": "vote", "poll": v["poll"], "choice": CHOICES[n % 3], "key": f"{n:032x}"}
        for n, v in enumerate(voters)
    ]
    phones, stop = Voters(server), asyncio.Event()
    await asyncio.to_thread(server.start)
    async with asyncio.timeout(PATIENCE), asyncio.TaskGroup() as hall_of_phones:
        for voter, paper in zip(voters, papers, strict=True):
            hall_of_phones.create_task(phones.insist(voter, paper, stop))
        for kill in range(kills):
            await phones.come_to((kill + 1) * len(papers) // (kills + 1))
            server.kill()
            acknowledged = {receipt for given in phones.receipts.values() for receipt in given}
            kept = await asyncio.to_thread(server.call, hall.stored)
            assert acknowledged <= kept.keys()
            await asyncio.to_thread(server.start)
        stop.set()

    assert phones.refusals == []
    assert {key: len(given) for key, given in phones.receipts.items()} == {
        paper["key"]: 1 for paper in papers
    }
    kept = await asyncio.to_thread(server.call, hall.stored)
    receipts = {paper["key"]: phones.receipts[paper["key"]].pop() for paper in papers}
    assert kept == {receipts[paper["key"]]: paper["choice"] for paper in papers}
    counted = await asyncio.to_thread(server.call, hall.counted)
    assert counted == {
        "totals": Counter(paper["choice"] for paper in papers),
        "voted": sorted(voter["seat"] for voter in voters),
        "faults": [],
    }
