"""A phone's end of the socket, and short words for what tests do with it."""

import json
from collections.abc import Callable
from typing import Any, ParamSpec, Self, TypeVar

from channels.db import database_sync_to_async
from channels.testing import WebsocketCommunicator

from negotiate.asgi import application
from negotiate.ballots.models import Poll
from negotiate.live import tickets
from negotiate.live.tickets import Ticket
from negotiate.people.models import Seat
from negotiate.rooms.models import Room
from negotiate.rooms.sight.faces import audience_of, audience_of_screen

P = ParamSpec("P")
R = TypeVar("R")
PATIENCE = 10  # seconds that an answer may take on a busy machine
KEY = "a" * 32
ORIGIN = (b"origin", b"http://testserver")


async def act(function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Call what reaches the database, as a view does."""
    return await database_sync_to_async(function)(*args, **kwargs)


def ticket_of(seat: Seat) -> str:
    now = Seat.objects.get(pk=seat.pk)
    return tickets.issue(Ticket(audience_of(now), now.pk, now.link_serial))


def ticket_of_screen(room: Room) -> str:
    return tickets.issue(Ticket(audience_of_screen(room), None, room.screen_serial))


class Phone:
    """`async with Phone(token) as phone`: connected within the block."""

    def __init__(self, token: str, *, protocol: str = "yishi") -> None:
        self.line = WebsocketCommunicator(
            application, "/live/", headers=[ORIGIN], subprotocols=[protocol, token]
        )

    async def __aenter__(self) -> Self:
        assert await self.connects()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.line.disconnect(timeout=PATIENCE)

    async def connects(self) -> bool:
        accepted, protocol = await self.line.connect(timeout=PATIENCE)
        assert not accepted or protocol == "yishi"
        return bool(accepted)

    async def say(self, kind: str, **fields: Any) -> None:
        await self.line.send_json_to({"t": kind, **fields})

    async def get(self) -> dict[str, Any]:
        """The next message; the close is one of kind "close"."""
        event = await self.line.receive_output(timeout=PATIENCE)
        if event["type"] == "websocket.close":
            return {"t": "close", "code": event["code"]}
        message: dict[str, Any] = json.loads(event["text"])
        return message

    async def until(self, kind: str) -> list[dict[str, Any]]:
        """Everything that comes, up to and with the first message of this kind."""
        heard = [await self.get()]
        while heard[-1]["t"] != kind:
            heard.append(await self.get())
        return heard

    async def hear(self, kind: str) -> dict[str, Any]:
        return (await self.until(kind))[-1]

    async def greet(self, version: int = 0) -> list[dict[str, Any]]:
        """Say which version is shown; everything up to the seat's own state, which comes last."""
        await self.say("hello", v=version)
        return await self.until("mine")


def ballot(about: Poll, **changes: Any) -> dict[str, Any]:
    """The fields of a vote, right but for the changes."""
    return {"poll": about.pk, "choice": "yes", "key": KEY, **changes}
