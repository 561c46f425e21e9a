"""What an action says after its commit: that there is news, never what the news is.

The screens of this process are told directly; other processes through the channel layer, without
waiting for it: an order or a ballot never hangs on Redis. Whoever misses the word finds out by the
room's version.
"""

from typing import Any

from asgiref.sync import async_to_sync
from django.db import transaction

from negotiate.live import hub
from negotiate.live.wire import say_soon


def news(room: int) -> None:
    """The room has another version than before; spoken once the transaction is safe."""
    _after_commit({"type": "news", "room": room})


def turnout(room: int) -> None:
    """More have voted in the room; no news of the room, only numbers."""
    _after_commit({"type": "turnout", "room": room})


def _after_commit(message: dict[str, Any]) -> None:
    transaction.on_commit(lambda: _send(message), robust=True)


def _send(message: dict[str, Any]) -> None:
    here = hub.running()
    for one in here:
        one.announce(message)
    if not here:
        async_to_sync(say_soon)(message)
