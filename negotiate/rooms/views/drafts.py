"""A side's private drafts: the form of a proposal, kept and not proposed."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from negotiate.law import terms
from negotiate.law.refusal import Refused
from negotiate.people.models import Seat
from negotiate.rooms.actions import caucus
from negotiate.rooms.models import CaucusDraft, Version
from negotiate.rooms.sheet import read_sheet, reshaped, sheet
from negotiate.rooms.views.caucus import own_side
from negotiate.rooms.views.ledger import term_at
from negotiate.rooms.views.perform import perform


@never_cache
@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, seat_id: int, term_id: int) -> HttpResponse:
    """A new draft, which begins as what lies on the table."""
    seat = own_side(request, seat_id)
    _, view = term_at(seat, term_id)
    now = view.now.version if view.now else None
    value = Version.objects.get(pk=now.pk).value if now else {}
    return _sheet(request, seat, term_id, value, None)


@never_cache
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, seat_id: int, number: int) -> HttpResponse:
    """A draft opened again. Whose it is not keeps what he changes as another one."""
    seat = own_side(request, seat_id)
    draft = draft_at(seat, number)
    return _sheet(request, seat, draft.term_id, draft.raw, draft)


@require_POST
def delete(request: HttpRequest, seat_id: int, number: int) -> HttpResponse:
    seat = own_side(request, seat_id)
    act = partial(caucus.delete_draft, seat, number)
    return perform(request, seat, act, gettext("已删掉。"), then="caucus")


def draft_at(seat: Seat, number: int) -> CaucusDraft:
    """A draft of the seat's own side; 404 if there is none of this number."""
    table = caucus.table_of(seat)
    draft = table.drafts.filter(number=number).first() if table.serial else None
    if draft is None:
        raise Http404
    return draft


def _sheet(
    request: HttpRequest,
    seat: Seat,
    term_id: int,
    raw: dict[str, Any],
    draft: CaucusDraft | None,
) -> HttpResponse:
    _, view = term_at(seat, term_id)
    refused = ""
    if request.method == "POST":
        typed = read_sheet(request.POST)
        changed = reshaped(request.POST, typed)
        raw = typed if changed is None else changed
        if changed is None:
            try:
                caucus.keep_draft(seat, term_id, raw, draft.number if draft else None)
            except Refused as refusal:
                refused = refusal.told(gettext)
            else:
                messages.success(request, gettext("草案已存好，只有本方看得到。"))
                return redirect("caucus", seat.pk)
    filled = sheet(terms.KINDS[view.term.kind], raw)
    page = {"seat": seat, "term": view, "sheet": filled, "refused": refused, "draft": draft}
    status = 422 if refused else 200
    return render(request, "negotiate/rooms/draft.html", page, status=status)
