"""uvicorn: the server for large halls (docs/load.md compares)."""

from collections.abc import Callable
from typing import Any

from uvicorn import Config, Server
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.protocol import State

from negotiate.asgi import application
from negotiate.serve import BACKLOG, HEARTBEAT, MESSAGE_BYTES, PATIENCE
from negotiate.servers.allowance import Allowance
from negotiate.servers.framed import framed


class Socket(WebSocketsSansIOProtocol):
    """Cut off, without a word, when it sends more than a phone would. What many are told is framed
    once."""

    def __init__(self, *about: Any, **more: Any) -> None:
        super().__init__(*about, **more)
        self._allowance = Allowance()

    async def send(self, message: Any) -> None:
        """Frame a text that everybody is sent only once; the rest is as uvicorn does it."""
        text = message.get("text")
        if text is None or self.conn.state is not State.OPEN or self._is_held_back():
            await super().send(message)
        else:
            self.transport.write(framed(text))

    def _is_held_back(self) -> bool:
        return self.disconnected or self.close_sent or not self.writable.is_set()

    def data_received(self, data: bytes) -> None:
        """Read on, as long as the allowance lasts."""
        if self._allowance.covers(len(data)):
            super().data_received(data)
        else:
            self.transport.abort()


class Announcing(Server):
    """Says when it accepts connections."""

    ready: Callable[[], None]

    async def startup(self, sockets: Any = None) -> None:
        await super().startup(sockets)
        self.ready()


def run(host: str, port: int, ready: Callable[[], None]) -> bool:
    """Serve until a signal ends it; False if the port cannot be had."""
    server = Announcing(
        Config(
            application,
            host=host,
            port=port,
            backlog=BACKLOG,
            ws=Socket,
            ws_max_size=MESSAGE_BYTES,
            ws_ping_interval=HEARTBEAT,
            ws_ping_timeout=PATIENCE,
            ws_per_message_deflate=False,  # twice the memory a phone, and seconds of work a hall
            lifespan="off",
            log_config=None,  # ours; its own logs addresses, and a link is as good as a key
            log_level="warning",
            access_log=False,
            proxy_headers=False,  # negotiate.people.address reads them
            server_header=False,
            timeout_graceful_shutdown=5,
        )
    )
    server.ready = ready
    try:
        server.run()
    except SystemExit:
        return False
    return True
