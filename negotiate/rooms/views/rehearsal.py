"""The rehearsal of a ratification: posted from page to page, and nowhere kept."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from negotiate.law import stages
from negotiate.law.refusal import Refused
from negotiate.law.words import Action, Electorate
from negotiate.people.door import seat_at
from negotiate.people.models import Seat
from negotiate.rooms.forms.ratifying import PretendForm, RehearsalForm
from negotiate.rooms.rehearsal import Rehearsal, Votes, pretend

USUAL = {"body": Electorate.CONGRESS.value, "roll": 180, "present": 120}


@never_cache
@require_http_methods(["GET", "POST"])
def rehearse(request: HttpRequest, seat_id: int) -> HttpResponse:
    """Attendance, then item after item, then the resolution."""
    seat = seat_at(request, seat_id)
    who = stages.who(seat.room.goes_by, Action.OPEN_RATIFICATION)
    if who.isdisjoint(seat.capacities):
        raise Http404
    form = RehearsalForm(request.POST if "roll" in request.POST else None, initial=USUAL)
    page: dict[str, Any] = {"seat": seat, "form": form}
    if form.is_valid():
        try:
            page |= _shown(request, seat, form)
        except Refused as refusal:
            form.add_error(None, refusal.told(gettext))
    status = 422 if form.errors else 200
    return render(request, "negotiate/rooms/rehearsal.html", page, status=status)


def _shown(request: HttpRequest, seat: Seat, form: RehearsalForm) -> dict[str, Any]:
    """What the page says of it, with the votes that were just counted; Refused as in earnest."""
    given = form.cleaned_data
    body = Electorate(given["body"])
    votes = [_votes(word) for word in request.POST.getlist("voted")]
    before = Rehearsal(seat.room, body, given["roll"], given["present"], tuple(votes))
    before.require_quorum()
    counted = PretendForm(request.POST if "yes" in request.POST and before.next else None)
    if counted.is_valid():
        votes.append((counted.cleaned_data["yes"], *_others(counted)))
    now = Rehearsal(seat.room, body, given["roll"], given["present"], tuple(votes))
    shown: dict[str, Any] = {"now": now, "items": now.items(), "voted": _told(votes)}
    if not now.next:
        return shown | {"resolution": now.resolution()}
    yes, no, abstain = pretend(now.present)
    asked = PretendForm(initial={"yes": yes, "no": no, "abstain": abstain})
    return shown | {"asked": counted if counted.errors else asked}


def _others(counted: PretendForm) -> tuple[int, int]:
    return counted.cleaned_data["no"], counted.cleaned_data["abstain"]


def _told(votes: list[Votes]) -> list[str]:
    return ["-".join(map(str, each)) for each in votes]


def _votes(word: str) -> Votes:
    """As the page wrote them down; refused for anything else."""
    parts = word.split("-")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts):
        raise Refused("演练的票数写得不对，请重新开始。")
    yes, no, abstain = (int(part[:6]) for part in parts)
    return yes, no, abstain
