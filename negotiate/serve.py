"""Serving: one process, on every address of this computer or for the proxy alone.

Only the standard library at the top: run.py reads this before anything is installed.
"""

import asyncio
import gc
import os
import socket
from collections.abc import Callable
from importlib import import_module

EVERYWHERE = "0.0.0.0"  # noqa: S104  (phones on the network shall reach a demonstration)
MESSAGE_BYTES = 16 * 1024  # the longest message a phone may send over its socket
BACKLOG = 4096  # connections that wait to be accepted: a hall that comes back comes at once
HEARTBEAT = 20  # seconds between two pings to a silent socket, shorter than any proxy's patience
PATIENCE = 30  # seconds that the answer to a ping may take
SIGN_OF_LIFE = 10  # seconds between two, a third of what the service manager waits
SERVERS = {"daphne": "negotiate.servers.on_daphne", "uvicorn": "negotiate.servers.on_uvicorn"}


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


def serve(host: str, port: int, ready: Callable[[], None], server: str = "daphne") -> None:
    """Serve until Ctrl-C or SIGTERM; call `ready` once connections are accepted.

    Raises SystemExit with one sentence if the port cannot be had.
    """
    # Imported late: a server chooses the process's event loop, which commands that only want
    # `lan_address` must not do.
    program = import_module(SERVERS[server])
    early = import_module("negotiate.early")
    collect_less()

    def begin() -> None:
        ready()
        early.begin()

    if not program.run(host, port, begin):
        raise SystemExit(f"端口 {port} 无法使用 / Port {port} cannot be used.")


def collect_less() -> None:
    """Spare the garbage collector what stays for good: its full rounds walk every open socket,
    again and again while a hall comes in. Measured: a third of what an entering phone costs."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 100)


def tell_systemd() -> None:
    """Say to a service manager, if one started this process, that it may send people here; and
    from then on that the event loop is not stuck."""
    if "NOTIFY_SOCKET" in os.environ:
        _say("READY=1")
        asyncio.get_event_loop().create_task(_stay_alive())


async def _stay_alive() -> None:
    while True:
        _say("WATCHDOG=1")
        await asyncio.sleep(SIGN_OF_LIFE)


def _say(word: str) -> None:
    address = os.environ["NOTIFY_SOCKET"]
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        line.connect("\0" + address[1:] if address.startswith("@") else address)
        line.send(word.encode())
