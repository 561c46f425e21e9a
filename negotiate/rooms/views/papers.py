"""What a closed poll publishes to its own side: every vote under its number, or with its name, for
everyone to find their own, to recount, and to check against the fingerprint in the minutes."""

import re
from itertools import islice
from pathlib import Path
from typing import Any, Final

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from negotiate.ballots import published
from negotiate.ballots.models import BallotPaper, Poll, RecordedVote
from negotiate.people.door import seat_at
from negotiate.people.models import Seat
from negotiate.rooms.sight.polled import is_for, rolls_of, view_of, with_counts
from negotiate.rooms.views.perform import sought_in

A_PAGE: Final = 200  # votes
_PROGRAM: Final = Path(published.__file__).with_name("verify.py")

Votes = QuerySet[BallotPaper] | QuerySet[RecordedVote]


@never_cache
@require_http_methods(["GET", "POST"])
def papers(request: HttpRequest, seat_id: int, poll_id: int) -> HttpResponse:
    """The list. What is looked for is posted: an address stands in logs, and would say there whose
    paper has this number."""
    seat = seat_at(request, seat_id)
    poll = _closed(seat, poll_id)
    votes = _votes(poll)
    sought = sought_in(request.POST.get("sought", ""))
    found = _found(poll, votes, sought) if sought else None
    pages = Paginator(votes, A_PAGE)
    page = pages.get_page(_page_of(poll, votes, found) or request.GET.get("page", "1"))
    shown: dict[str, Any] = {
        "seat": seat,
        "asked": poll,
        "poll": view_of(poll, seat.of, seat.capacities, told=True, rolls=rolls_of(seat)),
        "page": page,
        "starts": _starts(poll, votes),
        "sought": sought,
        "found": found,
    }
    return render(request, "negotiate/rooms/papers.html", shown)


@never_cache
@require_GET
def export(request: HttpRequest, seat_id: int, poll_id: int) -> HttpResponse:
    """The same as a file that `verify` recounts."""
    poll = _closed(seat_at(request, seat_id), poll_id)
    if not poll.list_digest:
        raise Http404
    return _file(published.as_json(poll), "application/json", f"poll-{poll.pk}.json")


@never_cache
@require_GET
def verify(request: HttpRequest, seat_id: int, poll_id: int) -> HttpResponse:
    """The program that recounts an export, on any computer, without this project."""
    _closed(seat_at(request, seat_id), poll_id)
    return _file(_PROGRAM.read_bytes(), "text/x-python; charset=utf-8", _PROGRAM.name)


def _closed(seat: Seat, poll_id: int) -> Poll:
    """The poll, if it is closed and this seat's own; 404 for everybody else."""
    polls = with_counts(seat.room.polls.select_related("version__term"))
    poll = polls.filter(pk=poll_id, state=Poll.State.CLOSED).first()
    if poll is None or not is_for(poll, seat.of, seat.capacities, rolls_of(seat)):
        raise Http404
    return poll


def _votes(poll: Poll) -> Votes:
    """All that the list shows, in its order; nothing where it would tell who chose what."""
    if not poll.list_digest:
        return BallotPaper.objects.none()
    if poll.is_secret:
        return poll.papers.order_by("pk")  # written down by number, whatever a database's alphabet
    return _named(poll)


def _named(poll: Poll) -> QuerySet[RecordedVote]:
    return poll.votes.order_by("name", "number")


def _found(poll: Poll, votes: Votes, sought: str) -> list[Any]:
    """The votes with this number, written in any way, or under this name."""
    if not poll.is_secret:
        return list(_named(poll).filter(name__contains=sought)[:A_PAGE])
    signs = re.sub(r"[^0-9A-Z]", "", sought.upper())
    return list(votes.filter(number=f"{signs[:4]}-{signs[4:]}"))


def _page_of(poll: Poll, votes: Votes, found: list[Any] | None) -> int | None:
    """Where the list has the paper that was found."""
    if not found or not poll.is_secret:
        return None
    return votes.filter(pk__lt=found[0].pk).count() // A_PAGE + 1


def _starts(poll: Poll, votes: Votes) -> list[str]:
    """The first number of each page: a phone finds its own page by it, and tells nobody."""
    if not poll.is_secret:
        return []
    return list(islice(votes.values_list("number", flat=True), 0, None, A_PAGE))


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
