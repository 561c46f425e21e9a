"""Counting attempts, so that a code can't be guessed. Counted for each seat's link: a whole meeting
sits behind one address, so an address alone is never locked."""

from functools import cache
from typing import Final

from django.conf import settings
from limits import parse
from limits.storage import MemoryStorage, storage_from_string
from limits.strategies import FixedWindowRateLimiter
from redis.exceptions import RedisClusterException, RedisError

from negotiate.law.refusal import Refused
from negotiate.stores import QUICK

CODE_TRIES: Final = parse("8 per 10 minutes")
_alone: Final = FixedWindowRateLimiter(MemoryStorage())


def count_code_try(seat_id: int, serial: int) -> None:
    """Refused when the code of this seat's newest link was tried too often."""
    if not _hit("seat code", f"{seat_id}-{serial}"):
        raise Refused("短码错误次数过多，请十分钟后再试，或请主持人重发入场码。")


def _hit(*about: str) -> bool:
    """Whether another try is free. While Redis is away each process counts by itself: nobody is
    kept out of a meeting by it, and nobody may guess without end."""
    try:
        return counting().hit(CODE_TRIES, *about)
    except (RedisError, RedisClusterException):
        return _alone.hit(CODE_TRIES, *about)


@cache
def counting() -> FixedWindowRateLimiter:
    """The count that all processes share. Made at the first try, for a server has to start without
    Redis too."""
    return FixedWindowRateLimiter(storage_from_string(settings.LIMITS_STORAGE, **QUICK))
