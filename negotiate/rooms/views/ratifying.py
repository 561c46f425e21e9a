"""The desk of a ratification: who ratifies, each item's turn, votes on paper, resolutions."""

from functools import partial

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from negotiate.law.refusal import Refused
from negotiate.law.words import Action, Electorate, TermState
from negotiate.people.door import seat_at
from negotiate.people.models import Seat
from negotiate.rooms.actions import concluding, on_paper, ratification
from negotiate.rooms.forms.ratifying import BODIES, AgainForm, OnPaperForm, OpenForm
from negotiate.rooms.models import Ratification, Term
from negotiate.rooms.views.perform import fill_in, perform


def summon(request: HttpRequest, seat_id: int) -> HttpResponse:
    """Call the congress or the staff together."""
    seat = seat_at(request, seat_id)
    _require(seat, Action.OPEN_RATIFICATION)
    form_of = partial(OpenForm, bound=seat.room.bound.exists())

    def act(how: tuple[Electorate, bool]) -> None:
        body, each = how
        ratification.open_ratification(seat, body, each=each)

    return fill_in(
        request,
        seat,
        form_of,
        act,
        title=gettext("召开审议"),
        done=gettext("审议已召开，请到会的人签到。"),
        hint=gettext("到会情况重新签到：以前会议上的签到不算。"),
    )


def again(request: HttpRequest, seat_id: int, ratification_id: int) -> HttpResponse:
    """Too few have come: another time."""
    seat = seat_at(request, seat_id)
    _standing(seat, ratification_id, Action.OPEN_RATIFICATION)

    def act(body: str) -> None:
        ratification.call_again(seat, ratification_id, Electorate(body))

    return fill_in(
        request,
        seat,
        AgainForm,
        act,
        title=gettext("改期再审议"),
        done=gettext("已改期，请到会的人重新签到。"),
        warning=gettext("这一次作废，到会人数留在记录里；下一次要重新签到。"),
    )


@require_POST
def open_item(
    request: HttpRequest, seat_id: int, ratification_id: int, term_id: int
) -> HttpResponse:
    seat = seat_at(request, seat_id)
    act = partial(ratification.open_item, seat, ratification_id, term_id)
    return perform(request, seat, act, gettext("表决已开始。"))


@require_POST
def conclude(request: HttpRequest, seat_id: int) -> HttpResponse:
    seat = seat_at(request, seat_id)
    return perform(request, seat, partial(concluding.conclude, seat), gettext("审议结果已公布。"))


@never_cache
@require_http_methods(["GET", "POST"])
def from_paper(request: HttpRequest, seat_id: int, ratification_id: int) -> HttpResponse:
    """A vote that was held elsewhere, from its paper."""
    seat = seat_at(request, seat_id)
    of = _standing(seat, ratification_id, Action.RECORD_RATIFICATION)
    terms = Term.objects.filter(item__room=seat.room, state=TermState.AGREED.value)
    body = _body(request) or of.by
    roll = on_paper.frozen_roll(of, body)
    given = request.POST or None, request.FILES or None
    form = OnPaperForm(*given, terms, body=body, enrolled=roll is not None)
    if request.method == "POST" and form.is_valid():
        try:
            on_paper.record_ratification(seat, of.pk, form.paper())
        except Refused as refusal:
            form.add_error(None, refusal.told(gettext))
        else:
            messages.success(request, gettext("已登记。"))
            return redirect("seat", seat.pk)
    page = {"seat": seat, "of": of, "form": form, "body": body, "bodies": BODIES}
    page["enrolled"] = roll[0] if roll else 0
    status = 422 if form.errors else 200
    return render(request, "negotiate/rooms/ratification_on_paper.html", page, status=status)


@never_cache
@require_GET
def attempts(request: HttpRequest, seat_id: int) -> HttpResponse:
    """Every ratification there was, with its resolution: the first result stays beside the next."""
    seat = seat_at(request, seat_id)
    found = seat.room.ratifications.select_related("bound", "entered_by__person")
    page = {"seat": seat, "attempts": found.order_by("-pk")}
    return render(request, "negotiate/rooms/resolutions.html", page)


def _body(request: HttpRequest) -> Electorate | None:
    """Who voted, as the form or the address says."""
    asked = request.POST.get("body") or request.GET.get("body")
    return next((body for body in BODIES if body == asked), None)


def _require(seat: Seat, action: Action) -> None:
    if not seat.may(action):
        raise Http404


def _standing(seat: Seat, ratification_id: int, action: Action) -> Ratification:
    """One that decides now, of this seat's room; 404 for whoever has nothing to do with it."""
    _require(seat, action)
    found = seat.room.ratifications.standing().select_related("bound")
    of = found.filter(pk=ratification_id).first()
    if of is None:
        raise Http404
    return of
