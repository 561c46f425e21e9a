"""How much one socket may send, in bytes off the line: whatever they are, reading them costs.

Neither daphne nor uvicorn stops reading from whoever sends more than is answered; and what is no
message (pings, empty fragments) never reaches the application, which counts messages.
"""

from time import monotonic
from typing import Final

AT_ONCE: Final = 20 * 1024  # the longest message with its handshake, or a hundred ballots
A_SECOND: Final = 8 * 1024


class Allowance:
    """One socket's; refilled as time goes by."""

    __slots__ = ("_left", "_since")

    def __init__(self) -> None:
        self._left, self._since = float(AT_ONCE), monotonic()

    def covers(self, count: int) -> bool:
        """Take so many bytes off; False if that is more than is left."""
        now = monotonic()
        self._left = min(AT_ONCE, self._left + (now - self._since) * A_SECOND) - count
        self._since = now
        return self._left >= 0
