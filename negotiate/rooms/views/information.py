"""What one side asks of the other: the list, and its three forms."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from negotiate.law.words import Action
from negotiate.people.door import seat_at
from negotiate.people.models import Seat
from negotiate.rooms.actions import information
from negotiate.rooms.forms.talks import AnswerForm, PromiseForm, RequestForm
from negotiate.rooms.sight.board import Board
from negotiate.rooms.sight.faces import audience_of
from negotiate.rooms.sight.reading import read
from negotiate.rooms.views.perform import fill_in


@never_cache
@require_GET
def requests(request: HttpRequest, seat_id: int) -> HttpResponse:
    """Everything that was asked, newest first, with what became of it."""
    seat = seat_at(request, seat_id)
    board = Board(read(seat.room_id), audience_of(seat))
    page = {
        "seat": seat,
        "board": board,
        "requests": board.requests[::-1],
        "may_ask": board.may(Action.REQUEST_INFORMATION),
    }
    return render(request, "negotiate/rooms/requests.html", page)


def ask(request: HttpRequest, seat_id: int) -> HttpResponse:
    seat = seat_at(request, seat_id)
    return fill_in(
        request,
        seat,
        RequestForm,
        partial(information.request, seat),
        title=gettext("要求对方提供资料"),
        done=gettext("已向对方提出，双方都能看到。"),
    )


def answer(request: HttpRequest, seat_id: int, request_id: int) -> HttpResponse:
    seat = seat_at(request, seat_id)
    return fill_in(
        request,
        seat,
        AnswerForm,
        partial(information.answer, seat, request_id),
        title=gettext("答复"),
        done=gettext("已答复，双方都能看到。"),
        hint=_question(seat, request_id),
    )


def promise(request: HttpRequest, seat_id: int, request_id: int) -> HttpResponse:
    seat = seat_at(request, seat_id)
    return fill_in(
        request,
        seat,
        PromiseForm,
        partial(information.promise, seat, request_id),
        title=gettext("承诺答复日期"),
        done=gettext("已承诺，双方都能看到。"),
        hint=_question(seat, request_id),
    )


def _question(seat: Seat, request_id: int) -> str:
    """What is to be answered; 404 if it is another room's."""
    asked = seat.room.requests.filter(pk=request_id).first()
    if asked is None:
        raise Http404
    return asked.question
