"""A phone's way to the server: one handshake."""

import asyncio
import socket
from typing import Final

from picows import WSError, WSListener, ws_connect
from picows.url import WSParsedURL

ORIGIN: Final = "https://hall.bench"
PATIENCE: Final = 10.0  # seconds for a handshake, or for a sign of life; link.js's own


async def connect(listener: WSListener, address: str, token: str, *, deaf: bool) -> bool:
    """Whether it worked."""
    headers = {"Origin": ORIGIN, "Sec-WebSocket-Protocol": f"yishi, {token}"}
    try:
        async with asyncio.timeout(PATIENCE):
            await ws_connect(
                lambda: listener,
                address,
                extra_headers=headers,
                websocket_handshake_timeout=PATIENCE,
                socket_factory=_small if deaf else None,
            )
    except (OSError, WSError, TimeoutError):
        return False
    return True


def _small(address: WSParsedURL) -> socket.socket:
    """A socket for which the system receives next to nothing that nobody reads."""
    made = socket.socket()
    made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    return made
