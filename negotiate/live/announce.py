"""What an action says after its commit: that there is news, never what the news is."""

from typing import Any

from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer
from django.db import transaction

SCREENS = 0  # in place of a seat: every big screen of the room


def group_of(room: int) -> str:
    return f"room-{room}"


def news(room: int) -> None:
    """The room has another version than before; spoken once the transaction is safe."""
    _after_commit(room, {"type": "news"})


def turnout(room: int, poll: int, cast: int, roll: int) -> None:
    """How many of the roll have voted; no news of the room, only a number."""
    _after_commit(room, {"type": "turnout", "poll": poll, "cast": cast, "roll": roll})


def gone(room: int, seat: int) -> None:
    """The seat's link was re-issued: sockets opened with the old one must close."""
    _after_commit(room, {"type": "gone", "seat": seat})


def _after_commit(room: int, message: dict[str, Any]) -> None:
    transaction.on_commit(lambda: _send(room, {**message, "room": room}), robust=True)


def _send(room: int, message: dict[str, Any]) -> None:
    layer = get_channel_layer()
    if layer is not None:
        async_to_sync(layer.group_send)(group_of(room), message)
