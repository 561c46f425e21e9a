"""Through a personal link into the room: who you are, one press, and the seat is yours."""

from django.contrib.auth.hashers import check_password
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from negotiate.law.refusal import Refused
from negotiate.people import links
from negotiate.people.models import Seat
from negotiate.people.throttle import count_code_try
from negotiate.rooms.actions import seating


@never_cache
@require_http_methods(["GET", "POST"])
def join(request: HttpRequest, token: str) -> HttpResponse:
    """Looking binds nothing, for messengers fetch links to preview them; pressing does."""
    try:
        seat = links.seat_of_link(token)
    except Refused as refusal:
        return _refused(request, refusal, status=404)
    if links.is_bound(request, seat):
        return redirect("seat", seat.pk)
    if request.method == "GET":
        return render(request, "negotiate/people/join.html", {"seat": seat})
    try:
        _require_code(seat, request.POST.get("code", ""))
        bound = seating.enter(seat)
    except Refused as refusal:
        told = refusal.told(gettext)
        page = {"seat": seat, "refused": told}
        return render(request, "negotiate/people/join.html", page, status=403)
    response = redirect("seat", bound.pk)
    links.bind(response, request, bound)
    return response


def _require_code(seat: Seat, code: str) -> None:
    if not seat.code:
        return
    count_code_try(seat.pk, seat.link_serial)
    if not check_password(code.strip(), seat.code):
        raise Refused("入场短码不对，请核对后再试。")


def _refused(request: HttpRequest, refusal: Refused, *, status: int) -> HttpResponse:
    page = {"refused": refusal.told(gettext)}
    return render(request, "negotiate/people/no_entry.html", page, status=status)
