"""Through a personal link, or the hall's code, into the room: one press, and the seat is yours."""

from django.contrib.auth.hashers import check_password
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from negotiate.law import stages
from negotiate.law.refusal import N_, Refused
from negotiate.law.words import Action, Capacity, Stage
from negotiate.people import links
from negotiate.people.door import NoEntry
from negotiate.people.forms import HallForm
from negotiate.people.hall import WRONG, room_of_hall, seat_of_code
from negotiate.people.models import Seat
from negotiate.people.throttle import count_code_try
from negotiate.rooms.actions import seating
from negotiate.rooms.models import Room

STAFF = frozenset({Capacity.STAFF})


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
    is_staff = seat.capacity == Capacity.STAFF
    checks_in = is_staff and seat.arrived_at is None
    page = {
        "seat": seat,
        "checks_in": checks_in,
        "is_early": checks_in and seat.room.is_at is Stage.WAITING,
    }
    if request.method == "GET":
        return render(request, "negotiate/people/join.html", page)
    try:
        _require_code(seat, request.POST.get("code", ""))
        bound = seating.enter_hall(seat) if is_staff else seating.enter(seat)
    except Refused as refusal:
        page["refused"] = refusal.told(gettext)
        return render(request, "negotiate/people/join.html", page, status=403)
    response = redirect("seat", bound.pk)
    links.bind(response, request, bound)
    return response


@never_cache
@require_http_methods(["GET", "POST"])
def hall(request: HttpRequest, token: str) -> HttpResponse:
    """One code on the wall for all staff: name or number with the personal code leads to the
    personal link. What is wrong about a wrong one is never said."""
    room = Room.objects.filter(pk=room_of_hall(token)).first()
    if room is None:
        raise NoEntry(N_("这个码不完整，请重新扫码。"))
    own = _own_seat(request, room)
    if own is not None:
        return redirect("seat", own.pk)
    is_open = room.on_roll > 0 and stages.allows(
        room.goes_by, Action.CHECK_IN_SELF, STAFF, room.is_at
    )
    page = {"room": room, "is_open": is_open, "is_early": room.is_at is Stage.WAITING}
    if request.method == "GET" or not is_open:
        return render(request, "negotiate/people/hall.html", page)
    try:
        seat = _of_slip(request, room)
    except Refused as refusal:
        page |= {"refused": refusal.told(gettext), "who": request.POST.get("who", "")[:50]}
        return render(request, "negotiate/people/hall.html", page, status=403)
    return redirect(links.link_path(seat))


def _own_seat(request: HttpRequest, room: Room) -> Seat | None:
    """The seat that this phone or account holds in the room already."""
    held = links.seat_at_hall(request, room.pk)
    if held is None and request.user.is_authenticated:
        return Seat.objects.filter(room=room, account=request.user.pk).first()
    return held


def _of_slip(request: HttpRequest, room: Room) -> Seat:
    form = HallForm(request.POST)
    if not form.is_valid():
        raise Refused(WRONG)
    given = form.cleaned_data
    return seat_of_code(room.pk, room.enterprise_id, given["who"], given["code"])


def _require_code(seat: Seat, code: str) -> None:
    if not seat.code:
        return
    count_code_try(seat.pk, seat.link_serial)
    if not check_password(code.strip(), seat.code):
        raise Refused("入场短码不对，请核对后再试。")


def _refused(request: HttpRequest, refusal: Refused, *, status: int) -> HttpResponse:
    page = {"refused": refusal.told(gettext)}
    return render(request, "negotiate/people/no_entry.html", page, status=status)
