"""The socket's messages, as typed structures: anything else is refused unread.

docs/socket.md lists them; a test keeps both equal.
"""

from typing import Annotated, Any

import msgspec

Key = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{32}\Z")]


class Hello(msgspec.Struct, tag_field="t", tag="hello", forbid_unknown_fields=True):
    """The version this screen shows. Answered with what is current, or with nothing."""

    v: int


class Ping(msgspec.Struct, tag_field="t", tag="ping", forbid_unknown_fields=True):
    """Is anybody there? Answered with pong."""


class Mark(msgspec.Struct, tag_field="t", tag="mark", forbid_unknown_fields=True):
    """What the server's last mark said, back: this phone has read everything before it."""

    n: int


class Vote(msgspec.Struct, tag_field="t", tag="vote", forbid_unknown_fields=True):
    """A ballot, with the key that the phone made for it. Answered with receipt or refused."""

    poll: Annotated[int, msgspec.Meta(ge=1, le=2**63 - 1)]
    choice: Annotated[str, msgspec.Meta(max_length=10)]
    key: Key
    press: Annotated[int, msgspec.Meta(ge=1, le=1000)] = 1


Incoming = Hello | Ping | Mark | Vote

decode = msgspec.json.Decoder(Incoming).decode


def encode(kind: str, **fields: Any) -> str:
    """One outgoing message: its kind under "t", as every message has it."""
    return msgspec.json.encode({"t": kind, **fields}).decode()
