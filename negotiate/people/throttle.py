"""Counting attempts, so that a code can't be guessed. Counted for each seat's link, and for a room:
a whole meeting sits behind one address, so an address alone is never locked.

The odds at a hall's QR code: personal codes have ten digits, so whoever knows everybody's number
hits with one try in 10^10, however many seats there are. 20,000 tries in ten minutes are 480,000 in
a meeting of four hours: a chance of 5 in 100,000. Nobody is shut out by thousands who mistype, and
whoever wants to shut a hall has to send 33 wrong tries a second, for as long as it is to last.
"""

from functools import cache
from math import ceil
from time import time
from typing import Final

from django.conf import settings
from limits import RateLimitItem, parse
from limits.storage import MemoryStorage, storage_from_string
from limits.strategies import FixedWindowRateLimiter
from redis.exceptions import RedisClusterException, RedisError

from negotiate.law.refusal import Refused
from negotiate.stores import QUICK

CODE_TRIES: Final = parse("8 per 10 minutes")
# Wrong entries at a hall's QR code, of everybody together: for trying every seat of it by turns.
HALL_MISSES: Final = parse("20000 per 10 minutes")
# Papers that somebody has checked. A whole office sits behind one address.
PAPERS_CHECKED: Final = parse("120 per 10 minutes")
_alone: Final = FixedWindowRateLimiter(MemoryStorage())


def count_code_try(seat_id: int, serial: int) -> None:
    """Refused when the code of this seat's newest link was tried too often."""
    if not _hit(CODE_TRIES, "seat code", f"{seat_id}-{serial}"):
        raise Refused("短码错误次数过多，请十分钟后再试，或请主持人重发入场码。")


def may_try_hall_code(seat_id: int, serial: int) -> bool:
    """Count one try of this seat's personal code (0: of nobody's, which takes as long); False when
    there were too many."""
    return _hit(CODE_TRIES, "personal code", f"{seat_id}-{serial}")


def may_verify(address: str) -> bool:
    """Count one paper to be checked from this address; False when there were too many."""
    return _hit(PAPERS_CHECKED, "verify", address)


def seconds_to_wait(limit: RateLimitItem, *about: str) -> int:
    """Count one request under this limit: 0 if it is free; otherwise how long until one will be."""
    return 0 if _hit(limit, *about) else _left(limit, *about)


def seconds_shut(limit: RateLimitItem, *about: str) -> int:
    """How long nothing more is free under this limit, and count nothing: 0 if something is."""
    return 0 if _may(limit, *about) else _left(limit, *about)


def count_hall_miss(room_id: int) -> None:
    _hit(HALL_MISSES, "hall", str(room_id))


def hall_is_shut(room_id: int) -> bool:
    """Whether so much was mistyped in this room that somebody must be guessing."""
    return not _may(HALL_MISSES, "hall", str(room_id))


def _may(limit: RateLimitItem, *about: str) -> bool:
    try:
        return counting().test(limit, *about)
    except (RedisError, RedisClusterException):
        return _alone.test(limit, *about)


def _left(limit: RateLimitItem, *about: str) -> int:
    """Seconds until the count begins anew."""
    try:
        ends = counting().get_window_stats(limit, *about).reset_time
    except (RedisError, RedisClusterException):
        ends = _alone.get_window_stats(limit, *about).reset_time
    return max(1, ceil(ends - time()))


def _hit(limit: RateLimitItem, *about: str) -> bool:
    """Whether another try is free. While Redis is away each process counts by itself: nobody is
    kept out of a meeting by it, and nobody may guess without end."""
    try:
        return counting().hit(limit, *about)
    except (RedisError, RedisClusterException):
        return _alone.hit(limit, *about)


@cache
def counting() -> FixedWindowRateLimiter:
    """The count that all processes share. Made at the first try, for a server has to start without
    Redis too."""
    return FixedWindowRateLimiter(storage_from_string(settings.LIMITS_STORAGE, **QUICK))
