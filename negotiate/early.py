"""What a serving process reads before anybody asks for it, so that the first to ask need not wait.

Beside its work: who asks meanwhile waits only for what is being read.
"""

import logging
from collections.abc import Callable
from threading import Thread
from typing import Any

from django.db import connections

_readers: list[Callable[[], Any]] = []


def read_early(reader: Callable[[], Any]) -> None:
    """Let every process that serves call this once it accepts connections."""
    _readers.append(reader)


def begin() -> Thread:
    """Read everything, in a thread of its own that ends with the process."""
    thread = Thread(target=_read, name="early", daemon=True)
    thread.start()
    return thread


def _read() -> None:
    try:
        for reader in _readers:
            _begin(reader)
    finally:
        connections.close_all()


def _begin(reader: Callable[[], Any]) -> None:
    """Whatever fails is read again when it is asked for, and fails there if it still does."""
    try:
        reader()
    except Exception:
        logging.getLogger(__name__).warning("Not read before it was asked for", exc_info=True)
