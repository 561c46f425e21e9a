"""An application that tells much: asked for a number, it sends as many texts, long and short."""

from typing import Any, Final

LONG: Final = 70_000  # characters: beyond what a frame's two short forms can say


def texts(number: int) -> list[str]:
    """No two are alike; every length that is said in another form is among them."""
    sizes = (1, 125, 126, 511, 512, 65_535, 65_536, LONG)
    return [f"{n} ".ljust(sizes[n % len(sizes)], "票") for n in range(number)]


async def application(scope: dict[str, Any], receive: Any, send: Any) -> None:
    if scope["type"] != "websocket":
        return
    await receive()
    await send({"type": "websocket.accept"})
    while (message := await receive())["type"] == "websocket.receive":
        for text in texts(int(message["text"])):
            await send({"type": "websocket.send", "text": text})
