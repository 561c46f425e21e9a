"""Counting attempts, so that a code can't be guessed. Counted for each seat's link: a whole meeting
sits behind one address, so an address alone is never locked."""

from typing import Final

from django.conf import settings
from limits import parse
from limits.storage import storage_from_string
from limits.strategies import FixedWindowRateLimiter

from negotiate.law.refusal import Refused

CODE_TRIES: Final = parse("8 per 10 minutes")
_limiter = FixedWindowRateLimiter(storage_from_string(settings.LIMITS_STORAGE))


def count_code_try(seat_id: int, serial: int) -> None:
    """Refused when the code of this seat's newest link was tried too often."""
    if not _limiter.hit(CODE_TRIES, "seat code", f"{seat_id}-{serial}"):
        raise Refused("短码错误次数过多，请十分钟后再试，或请主持人重发入场码。")
