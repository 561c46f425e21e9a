"""What passes over Redis and into the application's log while a block runs."""

import logging
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection


@contextmanager
def log_at_debug() -> Iterator[list[str]]:
    """Every line that the application logs at LOG_LEVEL=DEBUG with DEBUG switched on."""
    lines: list[str] = []

    class Keeping(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            """With everything that hangs on the line, as some formatters write it."""
            lines.append(f"{record.name} {record.getMessage()} {record.__dict__}")

    root, keeping = logging.getLogger(), Keeping()
    level, forced = root.level, connection.force_debug_cursor
    root.addHandler(keeping)
    root.setLevel(logging.DEBUG)
    connection.force_debug_cursor = True
    try:
        yield lines
    finally:
        root.removeHandler(keeping)
        root.setLevel(level)
        connection.force_debug_cursor = forced
        connection.queries_log.clear()


@contextmanager
def redis_monitor() -> Iterator[list[bytes]]:
    """Everything that Redis is told meanwhile, and at the end everything that it keeps."""
    heard: list[bytes] = []
    if not settings.REDIS_URL:
        yield heard
        return
    at = urlsplit(settings.REDIS_URL)
    place = (at.hostname or "localhost", at.port or 6379)
    with socket.create_connection(place) as line, socket.create_connection(place) as asking:
        line.sendall(b"MONITOR\r\n")
        assert line.recv(5) == b"+OK\r\n"
        listening = Thread(target=lambda: heard.extend(iter(lambda: line.recv(65536), b"")))
        listening.start()
        try:
            yield heard
            heard.append(_everything(asking))
        finally:
            line.shutdown(socket.SHUT_RDWR)
            listening.join()


def _everything(asking: socket.socket) -> bytes:
    """The keys that there are. What lies under them was heard when it was put there."""
    asking.sendall(b"KEYS *\r\n")
    return asking.recv(1 << 20)
