"""Packages: bind, agree to all of it, take apart."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from negotiate.people.door import seat_at
from negotiate.rooms.actions import agreeing, bundling
from negotiate.rooms.forms.talks import BundleForm
from negotiate.rooms.sight.board import Board
from negotiate.rooms.sight.faces import audience_of
from negotiate.rooms.sight.reading import read
from negotiate.rooms.views.perform import fill_in, perform


def bundle(request: HttpRequest, seat_id: int) -> HttpResponse:
    seat = seat_at(request, seat_id)
    board = Board(read(seat.room_id), audience_of(seat))

    return fill_in(
        request,
        seat,
        partial(BundleForm, offered=board.bindable),
        lambda terms: bundling.bundle(seat, terms),
        title=gettext("打成一包"),
        done=gettext("已打成一包，双方都能看到。"),
        hint=gettext("一包里的条款要么一起谈定，要么都不定。其中一条有了新方案，这一包就散了。"),
    )


@require_POST
def agree(request: HttpRequest, seat_id: int, package_id: int) -> HttpResponse:
    seat = seat_at(request, seat_id)
    act = partial(agreeing.agree, seat, package_id, request.POST.get("digest", ""))
    return perform(request, seat, act, gettext("已同意整包。"))


@require_POST
def unbundle(request: HttpRequest, seat_id: int, package_id: int) -> HttpResponse:
    seat = seat_at(request, seat_id)
    act = partial(bundling.unbundle, seat, package_id)
    return perform(request, seat, act, gettext("这一包已拆开。"))
