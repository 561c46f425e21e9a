"""Serving the demonstration: one daphne process on every address of this computer."""

import logging
import socket
from collections.abc import Callable

MESSAGE_BYTES = 16 * 1024  # the longest message a phone may send over its socket


def lan_address() -> str | None:
    """Find the address at which phones on the same network reach this computer, if any.

    Connecting a datagram socket only asks the routing table; nothing is sent.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # an address reserved for documentation (RFC 5737)
        except OSError:
            return None
        address = str(probe.getsockname()[0])
    return None if address.startswith("127.") else address


def serve(port: int, ready: Callable[[], None]) -> None:
    """Serve until Ctrl-C or SIGTERM; call `ready` once connections are accepted.

    Raises SystemExit with one sentence if the port cannot be had.
    """
    # Imported late: both choose the process's event loop, which commands that only want
    # `lan_address` must not do.
    from daphne.endpoints import build_endpoint_description_strings
    from daphne.server import Server

    from negotiate.asgi import application

    listening = False

    def announce() -> None:
        nonlocal listening
        listening = True
        ready()

    logging.getLogger("daphne.server").addFilter(lambda entry: entry.levelno < logging.CRITICAL)
    Server(
        application=application,
        endpoints=build_endpoint_description_strings(host="0.0.0.0", port=port),  # noqa: S104
        websocket_max_message_size=MESSAGE_BYTES,
        websocket_max_frame_size=MESSAGE_BYTES,
        ready_callable=announce,
        server_name="negotiate",
    ).run()
    if not listening:
        raise SystemExit(f"端口 {port} 无法使用 / Port {port} cannot be used.")
