"""The roster, and the links by which its people come in."""

from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from negotiate.law.refusal import N_, Refused
from negotiate.law.words import Procedure
from negotiate.people.door import NoEntry, seat_at
from negotiate.people.forms import CodeForm, DelegateForm, RosterForm, SeatForm
from negotiate.people.links import link_path
from negotiate.people.models import Seat
from negotiate.people.roster_file import read_roster, sample_roster
from negotiate.rooms.actions import seating
from negotiate.rooms.actions.composition import faults, problems
from negotiate.rooms.actions.vacancies import vacant
from negotiate.rooms.qr import is_this_computer, origin_for_phones, qr
from negotiate.rooms.views.pages import screen_path
from negotiate.rooms.views.perform import perform


def keeper_at(request: HttpRequest, seat_id: int) -> Seat:
    """Only who keeps the desk sees other people's links: who presides under the simplified
    procedure, the organiser under the ordinary one, where a chief presides."""
    seat = seat_at(request, seat_id)
    if not seat.keeps_desk:
        raise NoEntry(N_("只有主持人可以查看席位和入场码。"))
    return seat


@never_cache
@require_http_methods(["GET", "POST"])
def roster(request: HttpRequest, seat_id: int) -> HttpResponse:
    """Who sits where; one person more."""
    seat = keeper_at(request, seat_id)
    ordinary = seat.room.goes_by is Procedure.ORDINARY
    form = (DelegateForm if ordinary else SeatForm)(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            seating.seat_persons(seat, [form.row()])
            messages.success(request, gettext("席位已编好。"))
            return redirect("roster", seat.pk)
        except Refused as refusal:
            form.add_error(None, refusal.told(gettext))
    presided = seat.room.seats.filter(presides=True).exists()
    found = (problems if presided else faults)(seat.room)
    page = {
        "seat": seat,
        "form": form,
        "upload": RosterForm(),
        "seats": seat.room.seats.at_table().select_related("person").order_by("-side", "pk"),
        "vacant": vacant(seat.room) if ordinary else (),
        "problems": [problem.told(gettext) for problem in found],
    }
    status = 422 if form.errors else 200
    return render(request, "negotiate/rooms/roster.html", page, status=status)


@require_GET
def sample(request: HttpRequest, seat_id: int) -> HttpResponse:
    """A roster file to fill in."""
    seat = keeper_at(request, seat_id)
    more = seat.room.goes_by is Procedure.ORDINARY
    response = HttpResponse(sample_roster(more=more), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="roster.csv"'
    return response


@require_POST
def upload(request: HttpRequest, seat_id: int) -> HttpResponse:
    """A whole roster from a file: all or nothing."""
    seat = keeper_at(request, seat_id)

    def act() -> None:
        form = RosterForm(request.POST, request.FILES)
        if not form.is_valid():
            raise Refused("请选择一个名单文件。")
        seating.seat_persons(seat, read_roster(form.cleaned_data["roster"]))

    return perform(request, seat, act, gettext("名单已导入。"), then="roster")


@require_POST
def unseat(request: HttpRequest, seat_id: int, other_id: int) -> HttpResponse:
    seat = keeper_at(request, seat_id)
    then = "staff" if request.POST.get("from") == "staff" else "roster"
    act = partial(seating.unseat, seat, other_id)
    return perform(request, seat, act, gettext("席位已移出。"), then=then)


@require_POST
def reissue(request: HttpRequest, seat_id: int, other_id: int) -> HttpResponse:
    seat = keeper_at(request, seat_id)
    form = CodeForm(request.POST)

    def act() -> None:
        if not form.is_valid():
            raise Refused("入场短码最多 12 个字。")
        seating.reissue(seat, other_id, code=form.cleaned_data["code"])

    return perform(request, seat, act, gettext("入场码已重发，旧码作废。"), then="slips")


@never_cache
@require_GET
def slips(request: HttpRequest, seat_id: int) -> HttpResponse:
    """A printable sheet: a personal QR code for everyone, and the big screen's address."""
    seat = keeper_at(request, seat_id)
    seats = seat.room.seats.at_table().select_related("person").filter(account=None)
    origin = origin_for_phones(request.build_absolute_uri("/").rstrip("/"))
    cards = [
        {"seat": other, "link": link, "svg": qr(link)}
        for other in seats
        for link in [origin + link_path(other)]
    ]
    page = {
        "seat": seat,
        "cards": cards,
        "screen": origin + screen_path(seat.room),
        "only_here": is_this_computer(origin),
    }
    return render(request, "negotiate/rooms/slips.html", page)
