"""What an action says after its commit: that there is news, never what the news is.

The screens of this process are told directly; other processes through the channel layer, without
waiting for it: an order or a ballot never hangs on Redis. Whoever misses the word finds out by the
room's version.
"""

from typing import Any

from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer
from django.db import transaction

from negotiate.live import hub
from negotiate.live.guest import SCREENS
from negotiate.live.wire import group_of

__all__ = ["SCREENS", "gone", "news", "turnout"]


def news(room: int) -> None:
    """The room has another version than before; spoken once the transaction is safe."""
    _after_commit({"type": "news", "room": room})


def turnout(room: int) -> None:
    """More have voted in the room; no news of the room, only numbers."""
    _after_commit({"type": "turnout", "room": room})


def gone(room: int, seat: int) -> None:
    """The seat's link died: sockets opened with it must close."""
    _after_commit({"type": "gone", "room": room, "seat": seat})


def _after_commit(message: dict[str, Any]) -> None:
    transaction.on_commit(lambda: _send(message), robust=True)


def _send(message: dict[str, Any]) -> None:
    here = hub.running()
    for one in here:
        one.announce(message)
    layer = get_channel_layer()
    if not here and layer is not None:
        async_to_sync(layer.group_send)(group_of(message["room"]), message)
