"""A paper as a phone sends it, and the number under which it is kept."""

import base64
import hmac
import secrets
from dataclasses import dataclass

from django.conf import settings

from negotiate.law.refusal import Refused

Voter = tuple[int, int]  # poll, seat


class TooLate(Refused):
    """A paper that came after its poll had ended: refused, and worth a line in the record."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One press as it arrives at the box. The phone makes `key` (32 hex digits) once for each
    press and sends the same again until it is answered; `press` counts its changes of mind, where
    the poll allows any."""

    seat_id: int
    link_serial: int
    poll_id: int
    choice: str
    key: str
    press: int = 1


@dataclass(slots=True)
class Case:
    """A paper of a voter of this poll, while its batch is sorted out."""

    paper: Paper
    voter: Voter
    number: str
    refusal: Refused | None  # why it can't be put in now; it may have been before
    counted: bool = False


def receipt_of(poll_id: int, key: str) -> str:
    """A paper's number, which is its receipt: it shows that this paper was stored, and not what is
    on it. The key itself is kept by the phone alone."""
    mac = hmac.digest(settings.SECRET_KEY.encode(), f"{poll_id}:{key}".encode(), "sha256")
    code = base64.b32encode(mac[:5]).decode()
    return f"{code[:4]}-{code[4:]}"


def new_key() -> str:
    """For a phone without JavaScript, whose key the server has to make."""
    return secrets.token_hex(16)
