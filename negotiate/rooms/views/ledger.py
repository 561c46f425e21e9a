"""Pages about one term: propose or counter, its history, and the chair's decisions on it."""

import re
from collections.abc import Callable
from functools import partial

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from negotiate.ballots.models import Poll
from negotiate.law import terms
from negotiate.law.refusal import Refused
from negotiate.law.words import Action, Means
from negotiate.people.door import seat_at
from negotiate.people.models import Seat
from negotiate.rooms.actions import ledger
from negotiate.rooms.aids import aids_for
from negotiate.rooms.examples import begun_with, examples
from negotiate.rooms.forms.reason import ReasonForm
from negotiate.rooms.forms.session import RescreenForm, TermForm
from negotiate.rooms.sheet import read_sheet, reshaped
from negotiate.rooms.sight.board import Board
from negotiate.rooms.sight.faces import audience_of
from negotiate.rooms.sight.lineage import lineage
from negotiate.rooms.sight.own_side import drafted
from negotiate.rooms.sight.polled import is_for, rolls_of, with_counts
from negotiate.rooms.sight.reading import read
from negotiate.rooms.sight.seen import TermView
from negotiate.rooms.views.perform import fill_in


def term_at(seat: Seat, term_id: int) -> tuple[Board, TermView]:
    """The term as this seat may see it; 404 if it is another room's."""
    board = Board(read(seat.room_id), audience_of(seat))
    for term in board.terms:
        if term.term.pk == term_id:
            return board, term
    raise Http404


@never_cache
@require_http_methods(["GET", "POST"])
def propose(request: HttpRequest, seat_id: int, term_id: int) -> HttpResponse:
    """A proposal, or a counter to the version on the table, filled in with that version."""
    seat = seat_at(request, seat_id)
    board, view = term_at(seat, term_id)
    now = view.now.version if view.now else None
    may = board.may(Action.PROPOSE, view)
    aids = aids_for(seat.room, terms.KINDS[view.term.kind])
    refused = ""
    answers = newest = str(now.number) if now else ""
    if request.method == "POST":
        raw = read_sheet(request.POST)
        answers = request.POST.get("answers", "")
        changed = reshaped(request.POST, raw)
        if changed is not None:
            raw = changed
        else:
            try:
                ledger.propose(seat, term_id, raw, answers=_number(answers))
            except Refused as refusal:
                # The page shows what lies on the table now: the next press answers that.
                refused, answers = refusal.told(gettext), newest
            else:
                messages.success(request, gettext("方案已摆上桌面，双方都能看到。"))
                return redirect("seat", seat.pk)
    else:
        raw = aids.opening(term_id, now.pk if now else None, carry="last" in request.GET)
        raw = drafted(seat, term_id, request.GET.get("draft", ""), raw)
    others = examples(seat.room, term_id, aids.kind) if may else []
    if request.method != "POST":
        raw = begun_with(others, aids.kind, request.GET.get("from", ""), raw)
    page = {"seat": seat, "term": view, "sheet": aids.sheet(raw), "examples": others}
    page |= {"answers": answers, "refused": refused, "may": may}
    status = 422 if refused else 200
    return render(request, "negotiate/rooms/propose.html", page, status=status)


def _number(text: str) -> int | None:
    return int(text) if re.fullmatch("[0-9]{1,9}", text) else None


@never_cache
@require_GET
def history(request: HttpRequest, seat_id: int, term_id: int) -> HttpResponse:
    """Every version of a term, newest first, each with what it changed."""
    seat = seat_at(request, seat_id)
    _, view = term_at(seat, term_id)
    lists = _own_lists(seat, term_id)
    versions = [(each, lists.get(each.version.pk, ())) for each in lineage(term_id)[::-1]]
    page = {"seat": seat, "term": view, "versions": versions}
    return render(request, "negotiate/rooms/history.html", page)


def _own_lists(seat: Seat, term_id: int) -> dict[int, list[Poll]]:
    """The polls of this seat's own side that have a list of votes to read, by version."""
    polls = with_counts(seat.room.polls.filter(version__term=term_id, state=Poll.State.CLOSED))
    found: dict[int, list[Poll]] = {}
    for poll in polls.exclude(list_digest="").exclude(hand_count__means=Means.HANDS):
        if is_for(poll, seat.of, seat.capacities, rolls_of(seat)):
            found.setdefault(poll.version_id, []).append(poll)
    return found


def add_term(request: HttpRequest, seat_id: int) -> HttpResponse:
    seat = seat_at(request, seat_id)

    def act(**given: str) -> None:
        item = seat.room.agenda.first()
        ledger.add_term(seat, item_id=item.pk if item else 0, **given)

    return fill_in(
        request, seat, TermForm, act, title=gettext("增加条款"), done=gettext("条款已增加。")
    )


def rescreen(request: HttpRequest, seat_id: int, term_id: int) -> HttpResponse:
    seat = seat_at(request, seat_id)
    _, view = term_at(seat, term_id)

    below = aids_for(seat.room, terms.KINDS[view.term.kind]).below(term_id)

    def act(reduces_rights: str, reason: str) -> None:
        reduces = reduces_rights == "yes"
        ledger.rescreen(seat, term_id, reduces_rights=reduces, reason=reason)

    return fill_in(
        request,
        seat,
        RescreenForm,
        act,
        title=gettext("复核程序门槛"),
        done=gettext("复核已记录。"),
        term=view,
        below=below,
    )


def defer(request: HttpRequest, seat_id: int, term_id: int) -> HttpResponse:
    return _with_reason(request, seat_id, term_id, ledger.defer, gettext("暂缓这个条款"))


def withdraw(request: HttpRequest, seat_id: int, term_id: int) -> HttpResponse:
    return _with_reason(request, seat_id, term_id, ledger.withdraw, gettext("撤回这个条款"))


def _with_reason(
    request: HttpRequest, seat_id: int, term_id: int, action: Callable[..., None], title: str
) -> HttpResponse:
    seat = seat_at(request, seat_id)
    _, view = term_at(seat, term_id)

    return fill_in(
        request,
        seat,
        ReasonForm,
        partial(action, seat, term_id),
        title=title,
        done=gettext("已记录。"),
        term=view,
    )
