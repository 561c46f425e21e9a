"""Personal links: signed, for one seat of one room, and dead as soon as another is issued.

A link only introduces; the first device that presses "enter" is bound to the seat by a cookie
whose path is the seat's own pages. Once its holder is in, a forwarded link opens nothing. The same
device is known again when its code is scanned again, by a second cookie that goes to links alone.
"""

import secrets
from typing import Final

from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from negotiate.law.refusal import Refused
from negotiate.law.words import Capacity
from negotiate.people.hall import hall_path
from negotiate.people.models import Seat

LINK_DAYS: Final = 30
_COOKIE: Final = "seat"
_AT_HALL: Final = "hall"  # an answer sets each name once, whatever its paths
_LINK: Final = TimestampSigner(salt="seat link", sep=".")
_DEVICE: Final = TimestampSigner(salt="seat device", sep=".")


def link_path(seat: Seat) -> str:
    """The path behind this seat's QR code."""
    return reverse("join", args=[_LINK.sign(f"{seat.pk}-{seat.link_serial}")])


def seat_of_link(token: str) -> Seat:
    """The seat a link introduces. Refused, in words for its holder, if it is no longer good."""
    try:
        value = _LINK.unsign(token, max_age=LINK_DAYS * 86400)
    except SignatureExpired:
        raise Refused("这个入场码已过期，请向主持人要新的入场码。") from None
    except BadSignature:
        raise Refused("这个入场码不完整，请重新扫码。") from None
    key, serial = value.split("-")
    seat = Seat.objects.select_related("room", "person").filter(pk=int(key)).first()
    if seat is None or seat.link_serial != int(serial):
        raise Refused("这个入场码已作废，请向主持人要新的入场码。")
    return seat


def new_device() -> str:
    return secrets.token_hex(16)


def bind(response: HttpResponse, request: HttpRequest, seat: Seat) -> None:
    """Give this browser the cookies that open the seat's pages, and its links, and no others; one
    of the staff may come back by the hall's code as well."""
    links = reverse("join", args=["-"]).removesuffix("-/")
    places = [(_COOKIE, reverse("seat", args=[seat.pk])), (_at_links(seat), links)]
    if seat.capacity == Capacity.STAFF:
        places.append((_AT_HALL, hall_path(seat.room_id)))
    for name, path in places:
        response.set_cookie(
            name,
            _DEVICE.sign(_bound(seat)),
            max_age=LINK_DAYS * 86400,
            path=path,
            secure=request.is_secure(),
            httponly=True,
            samesite="Lax",
        )


def is_bound(request: HttpRequest, seat: Seat) -> bool:
    """Whether this browser is the one the seat was opened on, with its newest link."""
    given = request.COOKIES.get(_COOKIE) or request.COOKIES.get(_at_links(seat), "")
    try:
        value = _DEVICE.unsign(given, max_age=LINK_DAYS * 86400)
    except BadSignature:
        return False
    return bool(seat.device) and value == _bound(seat)


def seat_at_hall(request: HttpRequest, room_id: int) -> Seat | None:
    """The staff seat that was opened on this browser, if it still is that seat's."""
    try:
        value = _DEVICE.unsign(request.COOKIES.get(_AT_HALL, ""), max_age=LINK_DAYS * 86400)
    except BadSignature:
        return None
    seat = Seat.objects.filter(pk=int(value.split("-")[0]), room=room_id).first()
    return seat if seat and seat.device and value == _bound(seat) else None


def was_bound(request: HttpRequest) -> bool:
    """Whether this browser held a seat on this path once: its holder is told what happened."""
    return _COOKIE in request.COOKIES


def _at_links(seat: Seat) -> str:
    """All links share one path, so there each seat's cookie has its own name."""
    return f"{_COOKIE}{seat.pk}"


def _bound(seat: Seat) -> str:
    return f"{seat.pk}-{seat.link_serial}-{seat.device}"
