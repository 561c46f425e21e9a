"""A server that logs all it can logs no ballot."""

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from websockets.asyncio.client import connect
from websockets.typing import Origin, Subprotocol

from negotiate.law.words import Side
from negotiate.live.tickets import Ticket, issue
from negotiate.rooms.sight.faces import audience_of
from tests.negotiate.meeting import Meeting
from tests.server import Server

KEY, CHOICE = "5ec2e7" * 5 + "00", "abstain"


def ask() -> dict[str, Any]:
    """A poll and the ticket of somebody on its roll, in the server's database."""
    meeting = Meeting("award")
    meeting.open()
    meeting.propose(30000, 500)
    poll, seat = meeting.ask(Side.WORKER)[0], meeting.other(Side.WORKER)
    return {"poll": poll.pk, "token": issue(Ticket(audience_of(seat), seat.pk, seat.link_serial))}


async def voted(server: Server, voter: dict[str, Any]) -> str:
    """One ballot over the socket; its receipt."""
    async with connect(
        f"{server.sockets}/live/",
        origin=Origin(server.origin),
        subprotocols=[Subprotocol("yishi"), Subprotocol(voter["token"])],
    ) as line:
        press = {"t": "vote", "poll": voter["poll"], "choice": CHOICE, "key": KEY}
        await line.send(json.dumps(press))
        while (answer := json.loads(await line.recv()))["t"] != "receipt":
            pass
        return str(answer["receipt"])


@pytest.mark.parametrize("kind", ["daphne", "uvicorn"])
def test_a_server_at_its_most_talkative_logs_neither_key_nor_choice_nor_receipt(
    empty_database: Path, tmp_path: Path, kind: str
) -> None:
    database = tmp_path / "server.sqlite3"
    database.write_bytes(empty_database.read_bytes())
    words = [sys.executable, "manage.py", "serve", "--server", kind]
    server = Server(
        database,
        tmp_path / "server.log",
        lambda port: [*words, str(port)],
        LOG_LEVEL="DEBUG",
        DEBUG="true",
    )
    voter = server.call(ask)
    server.start()
    try:
        receipt = asyncio.run(voted(server, voter))
    finally:
        server.stop()
    assert [word for word in (KEY, receipt, CHOICE) if word in server.said()] == []
