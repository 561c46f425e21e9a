"""daphne: the default server. Importing this chooses the process's event loop."""

import logging
from collections.abc import Callable
from typing import Any

from daphne.server import Server
from daphne.ws_protocol import WebSocketProtocol

from negotiate.asgi import application
from negotiate.serve import BACKLOG, HEARTBEAT, MESSAGE_BYTES, PATIENCE
from negotiate.servers.allowance import Allowance
from negotiate.servers.framed import framed


class Socket(WebSocketProtocol):
    """Cut off, without a word, when it sends more than a phone would. What it is told takes a
    shorter way to the line than autobahn's and Twisted's."""

    def __init__(self) -> None:
        super().__init__()
        self._allowance = Allowance()

    def dataReceived(self, data: bytes) -> None:
        """Read on, as long as the allowance lasts."""
        if self._allowance.covers(len(data)):
            super().dataReceived(data)
        else:
            self.dropConnection(abort=True)

    def serverSend(self, content: Any, binary: bool = False) -> None:
        """Send a text as long as it may be: autobahn holds what goes to the limit of what comes."""
        if binary or self.state != self.STATE_OPEN:
            super().serverSend(content, binary)
        else:
            _write(self.transport, framed(content))


def _write(line: Any, data: bytes) -> None:
    """At once, if nothing else waits. Twisted would watch the socket, write when the loop comes
    round, and watch it no more: two system calls, and twice as long, for each phone of a hall."""
    waiting = line.dataBuffer or line._tempDataBuffer or line.disconnecting or not line.connected
    sent = 0 if waiting else line.writeSomeData(data)
    if isinstance(sent, int) and sent == len(data):
        return
    line.write(data[sent:] if isinstance(sent, int) else data)  # a broken one breaks there again


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
