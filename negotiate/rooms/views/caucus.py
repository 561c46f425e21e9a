"""A side's own page: notes and straw polls. It opens to the chief, representatives and experts of
the side, and to nobody else, whoever presides or keeps the desk."""

import re
from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from negotiate.law import stages
from negotiate.law.refusal import N_, Refused
from negotiate.law.words import Action
from negotiate.people.door import NoEntry, seat_at
from negotiate.people.models import Seat
from negotiate.rooms.actions import caucus, straw
from negotiate.rooms.forms.caucus import NoteForm, StrawForm
from negotiate.rooms.sight.board import Board
from negotiate.rooms.sight.faces import audience_of
from negotiate.rooms.sight.own_side import own_table
from negotiate.rooms.sight.reading import read
from negotiate.rooms.views.perform import perform


def own_side(request: HttpRequest, seat_id: int) -> Seat:
    """The seat, if it is one that confers with its side; 404 for every other."""
    seat = seat_at(request, seat_id)
    confer = stages.who(seat.room.goes_by, Action.CONFER)
    if seat.of is None or seat.left_at is not None or seat.capacities.isdisjoint(confer):
        raise NoEntry(N_("这里只有一方自己的人能看。"))
    return seat


@never_cache
@require_GET
def page(request: HttpRequest, seat_id: int) -> HttpResponse:
    seat = own_side(request, seat_id)
    board = Board(read(seat.room_id), audience_of(seat))
    shown = {"seat": seat, "board": board, "own": own_table(seat), "form": NoteForm()}
    return render(request, "negotiate/rooms/caucus.html", shown)


@never_cache
@require_GET
def news(request: HttpRequest, seat_id: int) -> HttpResponse:
    """Whether anything has changed since the serial that the page shows: a few bytes."""
    seat = own_side(request, seat_id)
    serial = caucus.table_of(seat).serial
    if request.GET.get("v") == str(serial):
        return HttpResponse(status=204)
    return JsonResponse({"serial": serial})


@require_POST
def add_note(request: HttpRequest, seat_id: int) -> HttpResponse:
    seat = own_side(request, seat_id)
    form = NoteForm(request.POST)
    if not form.is_valid():
        messages.error(request, str(form.errors["text"][0]))
        return redirect("caucus", seat.pk)
    act = partial(caucus.add_note, seat, form.cleaned_data["text"])
    return perform(request, seat, act, gettext("已记下。"), then="caucus")


@require_POST
def delete_note(request: HttpRequest, seat_id: int, number: int) -> HttpResponse:
    seat = own_side(request, seat_id)
    act = partial(caucus.delete_note, seat, number)
    return perform(request, seat, act, gettext("已删掉。"), then="caucus")


@never_cache
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, seat_id: int) -> HttpResponse:
    seat = own_side(request, seat_id)
    form = StrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            straw.ask(seat, form.cleaned_data["question"], form.options())
        except Refused as refusal:
            form.add_error(None, refusal.told(gettext))
        else:
            return redirect("caucus", seat.pk)
    status = 422 if form.errors else 200
    shown = {"seat": seat, "form": form}
    return render(request, "negotiate/rooms/straw.html", shown, status=status)


@require_POST
def vote(request: HttpRequest, seat_id: int, number: int) -> HttpResponse:
    seat = own_side(request, seat_id)
    option = request.POST.get("option", "")
    chosen = int(option) if re.fullmatch("[0-9]", option) else -1
    act = partial(straw.vote, seat, number, chosen)
    return perform(request, seat, act, gettext("已选好。"), then="caucus")


@require_POST
def end(request: HttpRequest, seat_id: int, number: int) -> HttpResponse:
    seat = own_side(request, seat_id)
    act = partial(straw.end, seat, number)
    return perform(request, seat, act, gettext("摸底已结束。"), then="caucus")
