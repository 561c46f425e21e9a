"""The page of the minutes: to read, to set right, to sign."""

import re
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from negotiate.law.legible import is_legible, tidied
from negotiate.law.refusal import Refused
from negotiate.law.words import Action
from negotiate.people.door import seat_at
from negotiate.rooms.actions import minuting
from negotiate.rooms.minutes import minutes_of
from negotiate.rooms.views.perform import perform

LONGEST = 500


@never_cache
@require_GET
def minutes(request: HttpRequest, seat_id: int) -> HttpResponse:
    """Every sitting so far, the newest first."""
    seat = seat_at(request, seat_id)
    found = minutes_of(seat.room)[::-1]
    to_sign = {each.number for each in found if seat in each.waiting and each.over}
    page = {
        "seat": seat,
        "sittings": found,
        "to_sign": to_sign if seat.may(Action.APPROVE_MINUTES) else set(),
        "rule": seat.room.rules.of("record_signed_by"),
    }
    return render(request, "negotiate/rooms/minutes.html", page)


@require_POST
def correct(request: HttpRequest, seat_id: int, entry: int) -> HttpResponse:
    seat = seat_at(request, seat_id)

    def act() -> None:
        text = tidied(request.POST.get("text", ""))
        if not text or len(text) > LONGEST or not is_legible(text):
            raise Refused("请写清应当怎样改，最多 %(most)s 个字。", most=LONGEST)
        minuting.correct(seat, entry, text)

    return perform(request, seat, act, gettext("更正已写在原文旁边。"), then="minutes")


@require_POST
def approve(request: HttpRequest, seat_id: int) -> HttpResponse:
    seat = seat_at(request, seat_id)
    given = request.POST.get("sitting", "")
    number = int(given) if re.fullmatch("[0-9]{1,4}", given) else 0
    act = partial(minuting.approve, seat, number, request.POST.get("digest", "")[:64])
    return perform(request, seat, act, gettext("会议记录已签认。"), then="minutes")
