"""A room's papers: the list of them, each as Word, and the filing pack."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from agreements.papers.models import Paper
from agreements.papers.sheet import build_sheet
from agreements.sheets.filed import signed
from agreements.sheets.kinds import BY_NAME, KINDS, Kind
from agreements.sheets.pack import pack
from negotiate.law.refusal import Refused
from negotiate.law.words import Capacity
from negotiate.media_types import DOCX, ZIP
from negotiate.people.door import account_at, seat_at
from negotiate.people.models import Seat
from negotiate.rooms.models import Room


@dataclass(frozen=True)
class Line:
    """One paper of the list; `number` counts those of its kind from 1."""

    kind: Kind
    number: int
    title: str
    is_due: bool


def _at_table(request: HttpRequest, seat_id: int) -> Seat:
    """Whoever holds the meeting. The staff on its roll reads what is made public."""
    seat = seat_at(request, seat_id)
    if seat.capacity == Capacity.STAFF:
        raise Http404
    return seat


@never_cache
@require_GET
def sheets(request: HttpRequest, seat_id: int) -> HttpResponse:
    """Every paper there is by now, what the stage needs first."""
    seat = _at_table(request, seat_id)
    found = [
        Line(kind, number, sheet.title, seat.room.is_at in kind.needed)
        for kind in KINDS
        for number, sheet in enumerate(kind.draw(seat.room), 1)
    ]
    page = {
        "seat": seat,
        "due": [line for line in found if line.is_due],
        "other": [line for line in found if not line.is_due],
        "to_file": signed(seat.room) is not None,
    }
    return render(request, "agreements/sheets/sheets.html", page)


@never_cache
@require_GET
def sheet(request: HttpRequest, seat_id: int, name: str, number: int) -> HttpResponse:
    """One of them, as it is now."""
    room = _at_table(request, seat_id).room
    drawn = list(BY_NAME[name].draw(room)) if name in BY_NAME else []
    if not 1 <= number <= len(drawn):
        raise Http404
    one = drawn[number - 1]
    return _file(
        request, f"{one.title} {one.number}".strip(), "docx", DOCX, lambda: build_sheet(one)
    )


@never_cache
@require_GET
def seat_pack(request: HttpRequest, seat_id: int) -> HttpResponse:
    return _pack(request, _at_table(request, seat_id).room)


@never_cache
@login_required
@require_GET
def office_pack(request: HttpRequest, paper_id: int) -> HttpResponse:
    """For an office in whose reach the enterprise lies."""
    reach = account_at(request).enterprises()
    paper = get_object_or_404(Paper.objects.defer("docx"), pk=paper_id, enterprise__in=reach)
    return _pack(request, paper.room)


def _pack(request: HttpRequest, room: Room) -> HttpResponse:
    if signed(room) is None:
        raise Http404
    return _file(request, f"{room.title} {gettext('报送材料')}", "zip", ZIP, lambda: pack(room))


def _file(
    request: HttpRequest, name: str, ending: str, media_type: str, content: Callable[[], bytes]
) -> HttpResponse:
    """The file, or the one sentence why there is none."""
    try:
        response = HttpResponse(content(), content_type=media_type)
    except Refused as refusal:
        page = {"refused": refusal.told(gettext)}
        return render(request, "agreements/signing/withheld.html", page, status=500)
    header = content_disposition_header(True, f"{name}.{ending}")
    response.headers["Content-Disposition"] = header or "attachment"
    return response
