"""daphne: the default server. Importing this chooses the process's event loop."""

import logging
from collections.abc import Callable
from typing import Any

from daphne.server import Server
from daphne.ws_protocol import WebSocketProtocol

from negotiate.asgi import application
from negotiate.serve import BACKLOG, HEARTBEAT, MESSAGE_BYTES, PATIENCE
from negotiate.servers.allowance import Allowance


class Socket(WebSocketProtocol):
    """Cut off, without a word, when it sends more than a phone would."""

    maxMessagePayloadSize: int

    def __init__(self) -> None:
        super().__init__()
        self._allowance = Allowance()

    def dataReceived(self, data: bytes) -> None:
        """Read on, as long as the allowance lasts."""
        if self._allowance.covers(len(data)):
            super().dataReceived(data)
        else:
            self.dropConnection(abort=True)

    def sendMessage(self, payload: bytes, *about: Any, **more: Any) -> None:
        """Send what there is to say: the limit is for what comes, but autobahn holds both to it."""
        limit, self.maxMessagePayloadSize = self.maxMessagePayloadSize, 0
        try:
            super().sendMessage(payload, *about, **more)
        finally:
            self.maxMessagePayloadSize = limit


def run(host: str, port: int, ready: Callable[[], None]) -> bool:
    """Serve until a signal ends it; False if the port cannot be had."""
    server: Any = None
    listening = False

    def start() -> None:
        nonlocal listening
        listening = True
        server.ws_factory.protocol = Socket
        ready()

    logging.getLogger("daphne.server").addFilter(lambda entry: entry.levelno < logging.CRITICAL)
    server = Server(
        application=application,
        endpoints=[f"tcp:port={port}:interface={host}:backlog={BACKLOG}"],
        websocket_max_message_size=MESSAGE_BYTES,
        websocket_max_frame_size=MESSAGE_BYTES,
        ping_interval=HEARTBEAT,
        ping_timeout=PATIENCE,
        ready_callable=start,
        server_name="negotiate",
    )
    server.run()
    return listening
