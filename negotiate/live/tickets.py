"""The signed ticket with which a page opens its socket: no session, no look-up of a user."""

from dataclasses import asdict, dataclass
from typing import Final

from django.core.signing import BadSignature, TimestampSigner

from negotiate.live.audience import Audience

TICKET_HOURS: Final = 24
# Its characters are those a WebSocket subprotocol may have, so that it never stands in a URL.
_SIGNER: Final = TimestampSigner(salt="live ticket", sep=".")


@dataclass(frozen=True, slots=True)
class Ticket:
    """What a socket may see (`audience`) and for whom it speaks (`seat`, None for a screen).

    `serial` is the serial of the seat's link, or of the room's screen link: when it is no longer
    the newest one, the socket is not let in.
    """

    audience: Audience
    seat: int | None
    serial: int


def issue(ticket: Ticket) -> str:
    return _SIGNER.sign_object(asdict(ticket))


def read(token: str) -> Ticket | None:
    """The ticket behind a token, or None if it was tampered with or is a day old."""
    try:
        data = _SIGNER.unsign_object(token, max_age=TICKET_HOURS * 3600)
    except BadSignature:
        return None
    seen = data["audience"]
    audience = Audience(**{**seen, "capacities": tuple(seen["capacities"])})
    return Ticket(audience, data["seat"], data["serial"])
