"""The room as a page: for a seat, for the big screen, and as news over plain HTTP."""

import json
import re
from datetime import datetime
from typing import Any, Final

from django.core.paginator import Paginator
from django.core.signing import BadSignature, Signer
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from negotiate.law.refusal import N_
from negotiate.law.words import Action, ClockKind
from negotiate.live import tickets
from negotiate.live.audience import Audience
from negotiate.people.door import seat_at
from negotiate.rooms.desk import mine, stands
from negotiate.rooms.models import Room
from negotiate.rooms.sight.faces import Sight, audience_of, audience_of_screen, draw_fragment
from negotiate.rooms.sight.people import Mine, OwnVote
from negotiate.rooms.sight.reading import read

# What the record calls an act, for readers: the table's actions, and what happens beside them.
ACTS = {
    **{action.value: action.label for action in Action},
    "refused": N_("被拒绝的操作"),
    "entered": N_("进入会场"),
    "second_device": N_("有人用另一部手机打开了这个席位的入场码"),
    "overdue": N_("超期未办"),
    "reminder": N_("到期提醒"),
}
WISH_WITHDRAWN: Final = N_("取消发言申请")
A_PAGE: Final = 200  # lines of the record
_SCREEN = Signer(salt="big screen", sep=".")


@never_cache
@require_GET
def seat(request: HttpRequest, seat_id: int) -> HttpResponse:
    """Where a representative, the recorder or the chair is during the whole meeting."""
    own = seat_at(request, seat_id)
    audience = audience_of(own)
    (state,) = mine([own.pk])
    sight = Sight(read(own.room_id))
    voted = tuple((poll, OwnVote(**vote)) for poll, vote in state["voted"].items())
    page = {
        **_of(sight),
        "fragment": sight.drawn(audience, Mine(own.pk, state["present"], voted), _token(request)),
        "seat": own,
        "face": audience.face,
        "mine_json": json.dumps(state),
        "screen": screen_path(own.room) if own.keeps_desk else "",
        "token": tickets.issue(tickets.Ticket(audience, own.pk, own.link_serial)),
    }
    return render(request, "negotiate/rooms/seat.html", page)


@never_cache
@require_GET
def seat_news(request: HttpRequest, seat_id: int) -> HttpResponse:
    """What the socket would say, for a phone whose network has no sockets."""
    own = seat_at(request, seat_id)
    (own_state,) = mine([own.pk])
    state = {"t": "mine", **own_state}
    return JsonResponse([*_news(request, audience_of(own)), state], safe=False)


@never_cache
@require_GET
def record(request: HttpRequest, seat_id: int) -> HttpResponse:
    """Every act of the room with its place in the chain: who, what, when, on which term. Newest
    first, and by the page: thousands check in."""
    own = seat_at(request, seat_id)
    newest_first = own.room.book.entries.order_by("-number")
    entries = Paginator(newest_first, A_PAGE).get_page(request.GET.get("page"))
    acts = [
        {**act, "title": act["data"].get("title", ""), "digest": entry.digest, "timed": _timed(act)}
        for entry in entries
        for act in [json.loads(entry.body)]
    ]
    for act in acts:
        act["at"] = datetime.fromisoformat(act["at"])
        act["label"] = ACTS.get(act["action"], act["action"])
        if act["data"].get("withdrawn"):
            act["label"] = WISH_WITHDRAWN
        if act["action"] == Action.REFUSE_TO_SIGN:
            act["reason"] = act["data"]["reason"]
    page = {"seat": own, "acts": acts, "entries": entries, "book": own.room.book}
    return render(request, "negotiate/rooms/record.html", page)


def _timed(act: dict[str, Any]) -> str:
    """Which time an act is about, if it is."""
    kind = act["data"].get("clock")
    return ClockKind(kind).label if kind else ""


@never_cache
@require_GET
def screen(request: HttpRequest, token: str) -> HttpResponse:
    """The big screen: public matters only, on any projector that has the link."""
    room = _room_of_screen(token)
    audience = audience_of_screen(room)
    ticket = tickets.Ticket(audience, None, room.screen_serial)
    sight = Sight(read(room.pk))
    page = {
        **_of(sight),
        "fragment": sight.drawn(audience),
        "token": tickets.issue(ticket),
        "news": reverse("screen-news", args=[token]),
    }
    return render(request, "negotiate/rooms/screen.html", page)


@never_cache
@require_GET
def screen_news(request: HttpRequest, token: str) -> HttpResponse:
    return JsonResponse(_news(request, audience_of_screen(_room_of_screen(token))), safe=False)


def _of(sight: Sight) -> dict[str, Any]:
    """What a page says of the room outside the part that news replaces."""
    return {"room": sight.room, "steps": sight.steps, "version": sight.version}


def _token(request: HttpRequest) -> str:
    """The hidden field that every form of a page has."""
    return format_html(
        '<input type="hidden" name="csrfmiddlewaretoken" value="{}">', get_token(request)
    )


def screen_path(room: Room) -> str:
    return reverse("screen", args=[_SCREEN.sign(f"{room.pk}-{room.screen_serial}")])


def _room_of_screen(token: str) -> Room:
    try:
        key, serial = _SCREEN.unsign(token).split("-")
    except BadSignature:
        raise Http404 from None
    room = (
        Room.objects.select_related("book", "enterprise")
        .filter(pk=int(key), screen_serial=int(serial))
        .first()
    )
    if room is None:
        raise Http404
    return room


def _news(request: HttpRequest, audience: Audience) -> list[dict[str, object]]:
    known = request.GET.get("v", "0")
    version = int(known) if re.fullmatch("[0-9]{1,9}", known) else 0
    stand = stands([audience.room])[audience.room]
    news: list[dict[str, object]] = []
    if stand.version > version:  # thousands may ask at once: mostly there is nothing to draw
        drawn, html = draw_fragment(audience)
        news.append({"t": "news", "v": drawn, "html": html})
    return [*news, *({"t": "turnout", **count} for count in stand.turnouts)]
