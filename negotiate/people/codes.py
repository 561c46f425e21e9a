"""The personal code on a slip: with it and a name or number, one QR code in the hall serves all.

It is made from the seat and its link's serial, and stored nowhere: a new link has a new code.
"""

import hmac
import unicodedata
from typing import Final

from django.utils.crypto import salted_hmac

from negotiate.people.models import Seat

DIGITS: Final = 10


def personal_code(seat: Seat) -> str:
    """Ten digits in three groups: easier to type, and a spreadsheet leaves its zeros alone."""
    mac = salted_hmac("personal code", f"{seat.pk}-{seat.link_serial}", algorithm="sha256")
    digits = f"{int.from_bytes(mac.digest()) % 10**DIGITS:0{DIGITS}}"
    return f"{digits[:3]} {digits[3:6]} {digits[6:]}"


def is_code_of(seat: Seat, typed: str) -> bool:
    """However it was typed: with spaces, with a dash, in wide digits."""
    return hmac.compare_digest(_digits(personal_code(seat)), _digits(typed))


def _digits(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text)
    return "".join(sign for sign in plain if sign.isascii() and sign.isdigit())
