"""The workers' roll at the desk: importing it, emptying it, and writing down who has come."""

from functools import partial
from typing import Final

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from negotiate.law import stages
from negotiate.law.refusal import N_, Refused
from negotiate.law.words import Action, Procedure
from negotiate.people.door import NoEntry, seat_at
from negotiate.people.forms import CongressStaffForm, EmptyForm, NumberForm, SearchForm, StaffForm
from negotiate.people.models import Seat, Seats
from negotiate.people.staff_file import SIZE, sample_staff
from negotiate.rooms.actions import enrolment, importing, seating
from negotiate.rooms.imports import RollImport
from negotiate.rooms.views.perform import perform
from negotiate.rooms.views.seating import keeper_at

A_PAGE: Final = 50  # people
REFRESH: Final = 1  # seconds between two looks at an import


def _desk_at(request: HttpRequest, seat_id: int) -> Seat:
    """Whoever may write down that somebody has come may look for them."""
    seat = seat_at(request, seat_id)
    if stages.who(seat.room.goes_by, Action.MARK_PRESENT).isdisjoint(seat.capacities):
        raise NoEntry(N_("只有主持人和记录员可以查看职工名册。"))
    return seat


@never_cache
@require_http_methods(["GET", "POST"])
def staff(request: HttpRequest, seat_id: int) -> HttpResponse:
    """The roll in figures and by the page; a search is posted, so that no name or number stands
    in an address. Who keeps the desk sees how an import goes, too."""
    seat = _desk_at(request, seat_id)
    search = SearchForm(request.POST or None)
    asked = search.cleaned_data["who"] if search.is_valid() else ""
    on_roll = seat.room.seats.staff()
    last = RollImport.objects.filter(room=seat.room_id).last() if seat.keeps_desk else None
    page = {
        "seat": seat,
        "search": search,
        "asked": asked,
        "people": page_of(request, found_by(on_roll, asked) if asked else on_roll, A_PAGE),
        "present": on_roll.exclude(arrived_at=None).count(),
        "elsewhere": on_roll.exclude(second_device_at=None).select_related("person")[:A_PAGE],
        "upload": _form_of(seat)(),
        "empty": EmptyForm(),
        "import": last,
        "most": SIZE.people,
        "unnumbered": enrolment.unnumbered(seat.room),
        "in_use": enrolment.is_in_use(seat.room),
    }
    response = render(request, "negotiate/rooms/staff.html", page)
    if last is not None and last.is_running:
        response.headers["Refresh"] = str(REFRESH)
    return response


def _form_of(seat: Seat) -> type[StaffForm]:
    return CongressStaffForm if seat.room.goes_by is Procedure.ORDINARY else StaffForm


def found_by(staff: Seats, asked: str) -> Seats:
    """Those with this in their name, or whose number begins with it."""
    named = Q(person__name__icontains=asked)
    return staff.filter(named | Q(person__staff_number__istartswith=asked))


def page_of(request: HttpRequest, seats: Seats, most: int) -> Page[Seat]:
    """The page that `?page=` asks for, or the nearest there is."""
    return Paginator(seats.select_related("person"), most).get_page(request.GET.get("page"))


@require_GET
def sample(request: HttpRequest, seat_id: int) -> HttpResponse:
    """A list to fill in."""
    keeper_at(request, seat_id)
    response = HttpResponse(sample_staff(), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="staff.csv"'
    return response


@require_POST
def upload(request: HttpRequest, seat_id: int) -> HttpResponse:
    """A list of thousands: begun here, and seen through on the page it returns to."""
    seat = keeper_at(request, seat_id)
    form = _form_of(seat)(request.POST, request.FILES)
    try:
        if not form.is_valid():
            raise Refused("请选择一个名单文件。")
        given = form.cleaned_data
        importing.start(seat, given["staff"], congress=given.get("congress", False))
    except Refused as refusal:
        messages.error(request, refusal.told(gettext))
    return redirect("staff", seat.pk)


@require_POST
def empty(request: HttpRequest, seat_id: int) -> HttpResponse:
    seat = keeper_at(request, seat_id)

    def act() -> None:
        if not EmptyForm(request.POST).is_valid():
            raise Refused("要清空名册，请先在方框里打勾。")
        enrolment.empty(seat)

    return perform(request, seat, act, gettext("名册已清空。"), then="staff")


@require_POST
def number(request: HttpRequest, seat_id: int, other_id: int) -> HttpResponse:
    """Somebody at the table has the name of somebody on the list."""
    seat = keeper_at(request, seat_id)

    def act() -> None:
        form = NumberForm(request.POST)
        if not form.is_valid():
            raise Refused("请填工号，最多 30 个字。")
        enrolment.set_number(seat, other_id, form.cleaned_data["number"])

    return perform(request, seat, act, gettext("工号已填上。"), then="staff")


@require_POST
def present(request: HttpRequest, seat_id: int, other_id: int) -> HttpResponse:
    """Somebody on the roll has come without a phone."""
    seat = _desk_at(request, seat_id)
    act = partial(seating.mark_present, seat, other_id)
    return perform(request, seat, act, gettext("已登记到会。"), then="staff")
