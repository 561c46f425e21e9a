"""Two threads of this process for its sockets' questions to the database: ballots never wait
behind drawing. (Channels' own helper has one thread for everything.)

A lane keeps its connection, for it is never idle for long while sockets are open; after a fault
it takes a new one.
"""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Final, ParamSpec, TypeVar

from django.db import connections

P = ParamSpec("P")
R = TypeVar("R")
log = logging.getLogger(__name__)


class Lane:
    """One thread, and work done on it in the order of asking."""

    def __init__(self, name: str) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix=name)

    async def do(self, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """What the work returns or raises."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, lambda: _done(work, *args, **kwargs))

    async def rest(self) -> None:
        """Give the connection back."""
        await self.do(connections.close_all)


def _done(work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    try:
        return work(*args, **kwargs)
    except Exception:
        connections.close_all()  # perhaps it is the connection that broke
        raise


BALLOTS: Final = Lane("ballots")
LOOKS: Final = Lane("looks")
