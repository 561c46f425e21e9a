"""What such a process may use, and how it binds itself before it touches a file."""

from __future__ import annotations

import math
import sys
import time
from typing import Final

import msgspec


class Limits(msgspec.Struct, frozen=True):
    """What a process may use at most. `cpu_seconds` are counted for each piece of work, the first
    from when the process binds itself; `memory` and `output` in bytes."""

    cpu_seconds: int = 10
    memory: int = 512_000_000
    output: int = 16_000_000
    wall_seconds: int = 30


OUT_OF_MEMORY: Final = 71
"""How the process ends when it has no memory left to say so."""


def confine(limits: Limits, pieces: int = 1) -> None:
    """From now on: so much time and memory, no larger answer, and no file, socket or process."""
    if sys.platform == "win32":  # there the time alone is bounded, by whoever waits
        return
    import resource

    used = math.ceil(time.process_time())  # loading is not the file's
    longest = used + limits.cpu_seconds * pieces
    resource.setrlimit(resource.RLIMIT_CPU, (used + limits.cpu_seconds, longest))
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits.output, limits.output))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))


def begin_piece(limits: Limits) -> None:
    """The next piece of work has the whole time again, as far as all of them have any left."""
    if sys.platform == "win32":
        return
    import resource

    _, longest = resource.getrlimit(resource.RLIMIT_CPU)
    until = math.ceil(time.process_time()) + limits.cpu_seconds
    resource.setrlimit(resource.RLIMIT_CPU, (min(until, longest), longest))
