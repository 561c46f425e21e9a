"""When a signature was given: by a time authority's word where it has one, else by its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from agreements.signing.digital.stamps import Stamp, Untrusted, require_plausible
from agreements.verifying.signatures import Claim
from agreements.verifying.trust import Bundle


@dataclass(frozen=True)
class Timed:
    """The moment at which its certificate must have been good; the stamp if it is to be trusted,
    else what is doubtful about it."""

    at: datetime
    stamp: Stamp | None = None
    doubt: str = ""


def timed(claim: Claim, bundle: Bundle) -> Timed:
    """A signature's time. Raises Spoilt for a token that is none over it: that is no matter of
    trust, the signature is not as it was made."""
    own = claim.occasion.at
    try:
        stamp = claim.stamp(bundle.time_roots)
        if stamp is not None:
            require_plausible(stamp, own, datetime.now(UTC))
    except Untrusted as doubt:
        return Timed(own, doubt=f"{doubt}")
    return Timed(stamp.at if stamp else own, stamp)
