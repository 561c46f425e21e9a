"""One QR code for all staff of a room: who they are, they show with the code on their slip."""

from typing import Final

from django.core.signing import BadSignature, Signer
from django.urls import reverse

from negotiate.law.legible import tidied
from negotiate.law.refusal import N_, Refused
from negotiate.people.codes import is_code_of
from negotiate.people.models import Seat
from negotiate.people.throttle import count_hall_miss, hall_is_shut, may_try_hall_code

# One sentence for every reason, so that trying tells nothing about anybody.
WRONG: Final = N_(
    "工号（或姓名）和个人码对不上。请看着自己的个人码条再填一次；"
    "多次不成，请过十分钟再试，或找主持人、记录员登记到会。"
)
_HALL: Final = Signer(salt="hall", sep=".")
_NOBODY: Final = Seat(pk=0, link_serial=0)


def hall_path(room_id: int) -> str:
    """The path behind the hall's QR code: it opens nothing by itself."""
    return reverse("hall", args=[_HALL.sign(str(room_id))])


def room_of_hall(token: str) -> int:
    """The room's key; 0, which is no room's, for a token that is not ours."""
    try:
        return int(_HALL.unsign(token))
    except BadSignature:
        return 0


def seat_of_code(room_id: int, enterprise_id: int, who: str, code: str) -> Seat:
    """The staff seat of this number, or of this name if only one has it, with this code."""
    seat = _staff_called(room_id, enterprise_id, tidied(who))
    asked = seat or _NOBODY  # the same work for nobody: how long it takes tells nothing either
    fits = is_code_of(asked, code)
    may = may_try_hall_code(asked.pk, asked.link_serial)
    if hall_is_shut(room_id) or not (may and fits) or seat is None:
        count_hall_miss(room_id)
        raise Refused(WRONG)
    return seat


def _staff_called(room_id: int, enterprise_id: int, who: str) -> Seat | None:
    staff = Seat.objects.staff().filter(room=room_id, person__enterprise=enterprise_id)
    numbers = {who, who.upper(), who.lower()} - {""}
    ways = ({"person__staff_number__in": numbers}, {"person__name": who})
    found = [list(staff.filter(**way)[:2]) for way in ways]
    return next((seats[0] for seats in found if len(seats) == 1), None)
