"""The ballot over plain HTTP: the fallback of the socket, and a phone without JavaScript."""

import re

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from negotiate.ballots.actions import new_key
from negotiate.law.refusal import Refused
from negotiate.people.door import seat_at
from negotiate.rooms.actions import consent

_KEY = re.compile(r"[0-9a-f]{32}")
_PRESS = re.compile(r"[1-9][0-9]{0,5}")


@require_POST
def vote(request: HttpRequest, seat_id: int, poll_id: int) -> HttpResponse:
    seat = seat_at(request, seat_id)
    given = request.POST.get("key", "")
    key = given if _KEY.fullmatch(given) else new_key()
    pressed = request.POST.get("press", "")
    press = int(pressed) if _PRESS.fullmatch(pressed) else 1
    as_json = "application/json" in request.headers.get("Accept", "")
    try:
        receipt = consent.vote(seat, poll_id, request.POST.get("choice", ""), key, press)
    except Refused as refusal:
        told = refusal.told(gettext)
        if as_json:
            return JsonResponse({"refused": told}, status=409)
        messages.error(request, told)
    else:
        if as_json:
            return JsonResponse({"receipt": receipt})
        told = gettext("您的票已计入，回执号 %(receipt)s，请记下。") % {"receipt": receipt}
        messages.success(request, told)
    return redirect("seat", seat.pk)
