"""A chief's pages: a break to confer, and "I would accept if you do"."""

from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from negotiate.law.refusal import Refused
from negotiate.law.words import Action
from negotiate.people.door import seat_at
from negotiate.rooms.actions import accepting, recess
from negotiate.rooms.forms.caucus import CaucusForm
from negotiate.rooms.views.caucus import own_side
from negotiate.rooms.views.ledger import term_at
from negotiate.rooms.views.perform import fill_in, perform


def call(request: HttpRequest, seat_id: int) -> HttpResponse:
    seat = seat_at(request, seat_id)
    return fill_in(
        request,
        seat,
        CaucusForm,
        partial(recess.call_caucus, seat),
        title=gettext("休会商议"),
        done=gettext("已休会商议。"),
        hint=gettext("大家都会看到是哪一方要的、到几点。这段时间不提方案，也不发起表决。"),
    )


@never_cache
@require_http_methods(["GET", "POST"])
def accept_if(request: HttpRequest, seat_id: int, term_id: int) -> HttpResponse:
    """Said here, and shown only here and only to this chief, until both have said it."""
    seat = own_side(request, seat_id)
    board, view = term_at(seat, term_id)
    if request.method == "POST":
        try:
            both = accepting.accept_if(seat, term_id, request.POST.get("digest", ""))
        except Refused as refusal:
            messages.error(request, refusal.told(gettext))
        else:
            done = gettext("双方都这样说了，已经告诉大家。")
            messages.success(request, done if both else gettext("已记下，只有您自己看得到。"))
        return redirect("seat", seat.pk)
    page = {
        "seat": seat,
        "term": view,
        "may": board.may(Action.ACCEPT_IF, view),
        "said": view.now is not None and accepting.has_said(seat, view.now.version.pk),
    }
    return render(request, "negotiate/rooms/accept_if.html", page)


@require_POST
def take_back(request: HttpRequest, seat_id: int, term_id: int) -> HttpResponse:
    seat = own_side(request, seat_id)
    act = partial(accepting.take_back, seat, term_id)
    return perform(request, seat, act, gettext("已收回，没有人知道。"))
