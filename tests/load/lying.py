"""A server that lies, so that a test sees whether the bench finds out."""

from typing import Any, Final

import msgspec

EVERY: Final = 50
_heard: list[str] = []


async def application(scope: dict[str, Any], receive: Any, send: Any) -> None:
    """Acknowledges votes, stores none, and answers to every fiftieth not at all."""
    if scope["type"] != "websocket":
        return
    await receive()
    await send({"type": "websocket.accept", "subprotocol": "yishi"})
    while (message := await receive())["type"] == "websocket.receive":
        vote = msgspec.json.decode(message["text"])
        _heard.append(vote["key"])
        if len(_heard) % EVERY:
            answer = {"t": "receipt", "key": vote["key"], "receipt": vote["key"][:8]}
            await send({"type": "websocket.send", "text": msgspec.json.encode(answer).decode()})
