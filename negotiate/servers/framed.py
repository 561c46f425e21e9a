"""What a text looks like on the line. Nothing of it depends on the socket: a server's frames are
neither masked (RFC 6455 §5.1) nor, here, compressed. So what a hall is told is framed once, where
daphne and uvicorn would frame it for every phone.
"""

from functools import lru_cache
from typing import Final

from websockets.frames import Frame, Opcode

# Characters, as only what many are shown has: what one phone alone is told is not kept.
LONG: Final = 2048


def framed(text: str) -> bytes:
    """The one frame of a text message."""
    return _kept(text) if len(text) >= LONG else _frame(text)


def _frame(text: str) -> bytes:
    return Frame(Opcode.TEXT, text.encode()).serialize(mask=False)


_kept = lru_cache(maxsize=8)(_frame)  # the audiences of a room are written to one after another
