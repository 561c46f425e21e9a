"""What staff hold in their hands: a slip with the personal code, and the hall's one QR code."""

from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from negotiate.law.refusal import Refused
from negotiate.people.codes import personal_code
from negotiate.people.hall import hall_path
from negotiate.people.links import link_path
from negotiate.people.models import Seat
from negotiate.rooms.actions import seating
from negotiate.rooms.qr import is_this_computer, origin_for_phones, qr
from negotiate.rooms.views.seating import keeper_at
from negotiate.rooms.views.staff import page_of
from negotiate.spreadsheet import spreadsheet

A_PAGE: Final = 60  # slips: five sheets of paper, and drawn in less than a second


@never_cache
@require_GET
def slips(request: HttpRequest, seat_id: int) -> HttpResponse:
    """Sheets to print and cut, in the order of the list that was imported."""
    seat = keeper_at(request, seat_id)
    people = page_of(request, seat.room.seats.staff(), A_PAGE)
    return _draw(request, seat, {"people": people, "cards": list(people)})


@never_cache
@require_http_methods(["GET", "POST"])
def slip(request: HttpRequest, seat_id: int, other_id: int) -> HttpResponse:
    """One person's slip. Posted: a new link and code, for a new phone; the old ones die."""
    seat = keeper_at(request, seat_id)
    own = seat.room.seats.staff().select_related("person").filter(pk=other_id).first()
    if own is None:
        raise Http404
    if request.method == "POST":
        try:
            seating.reissue(seat, own.pk)
        except Refused as refusal:
            messages.error(request, refusal.told(gettext))
        else:
            messages.success(request, gettext("已重发，旧的个人码和打开它的手机马上失效。"))
        return redirect("staff-slip", seat.pk, own.pk)
    return _draw(request, seat, {"one": own, "cards": [own]})


def _draw(request: HttpRequest, seat: Seat, page: dict[str, Any]) -> HttpResponse:
    origin = origin_for_phones(request.build_absolute_uri("/").rstrip("/"))
    hall = origin + hall_path(seat.room_id)
    page["cards"] = [
        {"seat": other, "svg": qr(origin + link_path(other)), "code": personal_code(other)}
        for other in page["cards"]
    ]
    here = {"seat": seat, "hall": hall, "hall_svg": qr(hall), "only_here": is_this_computer(origin)}
    return render(request, "negotiate/rooms/staff_slips.html", {**page, **here})


@never_cache
@require_GET
def codes(request: HttpRequest, seat_id: int) -> HttpResponse:
    """Everybody's code as a table, for whoever hands them out by other means than slips."""
    seat = keeper_at(request, seat_id)
    rows = [["姓名", "工号", "岗位", "个人码"]]
    for other in seat.room.seats.staff().select_related("person"):
        person = other.person
        rows.append([person.name, person.staff_number, person.post, personal_code(other)])
    return spreadsheet("codes", rows)
