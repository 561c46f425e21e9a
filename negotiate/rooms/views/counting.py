"""Paper and hands: who gets a paper ballot, what was counted, and a chief's word on it."""

from functools import partial
from typing import Final

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from negotiate.ballots.models import Poll, RollEntry
from negotiate.law.refusal import Refused
from negotiate.law.words import Action, Means
from negotiate.people.door import seat_at
from negotiate.people.models import Seat
from negotiate.rooms.actions import counting
from negotiate.rooms.forms.polls import CountForm
from negotiate.rooms.sight.polled import view_of, with_counts
from negotiate.rooms.views.perform import perform, sought_in

MOST_SHOWN: Final = 50  # people on one page of those who may still be given a paper


@never_cache
@require_http_methods(["GET", "POST"])
def hand_out(request: HttpRequest, seat_id: int, poll_id: int) -> HttpResponse:
    """Everybody on the roll who has not voted, each with the button that gives them a paper; a
    search is posted, so that no name or number stands in an address."""
    seat = seat_at(request, seat_id)
    poll = _poll_at(seat, poll_id, Action.ISSUE_PAPER)
    if poll.state != Poll.State.OPEN:
        return redirect("seat", seat.pk)
    sought = sought_in(request.POST.get("q", ""))
    left = _left(poll, sought)
    page = {
        "seat": seat,
        "asked": poll,
        "poll": view_of(poll, seat.of, seat.capacities, told=False),
        "left": left[:MOST_SHOWN],
        "more": max(left.count() - MOST_SHOWN, 0),
        "sought": sought,
        "searched": bool(sought) or poll.roll_size > MOST_SHOWN,
    }
    return render(request, "negotiate/rooms/hand_out.html", page)


@require_POST
def issue(request: HttpRequest, seat_id: int, poll_id: int, other_id: int) -> HttpResponse:
    """Back to the list: the next one is waiting at the desk."""
    seat = seat_at(request, seat_id)
    try:
        name = counting.issue_paper(seat, poll_id, other_id)
    except Refused as refusal:
        messages.error(request, refusal.told(gettext))
    else:
        messages.success(request, gettext("已发给 %(name)s 一张纸质票。") % {"name": name})
    return redirect("hand-out", seat.pk, poll_id)


@never_cache
@require_http_methods(["GET", "POST"])
def enter(request: HttpRequest, seat_id: int, poll_id: int) -> HttpResponse:
    """What the recorder counted; before that, the word that hands are raised this time."""
    seat = seat_at(request, seat_id)
    form = CountForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            counting.enter_count(seat, poll_id, **form.figures())
        except Refused as refusal:
            form.add_error(None, refusal.told(gettext))
        else:
            messages.success(request, gettext("已登记。"))
            return redirect("seat", seat.pk)
    poll = _poll_at(seat, poll_id, Action.ENTER_COUNT)
    if poll.state != Poll.State.OPEN:
        for error in form.non_field_errors():
            messages.error(request, str(error))
        return redirect("seat", seat.pk)
    page = {
        "seat": seat,
        "asked": poll,
        "poll": view_of(poll, seat.of, seat.capacities, told=False),
        "present": poll.roll.exclude(seat__arrived_at=None).count(),
        "form": form,
        "hands": Means.HANDS,
        "paper": Means.PAPER,
    }
    status = 422 if form.errors else 200
    return render(request, "negotiate/rooms/count.html", page, status=status)


@require_POST
def confirm(request: HttpRequest, seat_id: int, poll_id: int) -> HttpResponse:
    seat = seat_at(request, seat_id)
    act = partial(counting.confirm_count, seat, poll_id, request.POST.get("count", ""))
    return perform(request, seat, act, gettext("已确认清点的票数。"))


def _poll_at(seat: Seat, poll_id: int, action: Action) -> Poll:
    """The poll, of those about which this seat may do this; 404 for everybody else."""
    polls = with_counts(seat.room.polls.select_related("version__term"))
    poll = polls.filter(pk=poll_id).first()
    if poll is None:
        raise Http404
    state = poll.version.term.is_at
    if not seat.may(action, state):
        raise Http404
    return poll


def _left(poll: Poll, sought: str) -> QuerySet[RollEntry]:
    voted = poll.turnout.values("seat")
    left = poll.roll.exclude(seat__in=voted).select_related("seat__person")
    about = Q(seat__person__name__contains=sought) | Q(seat__person__staff_number__contains=sought)
    return left.filter(about).order_by("seat__person__name", "pk")
