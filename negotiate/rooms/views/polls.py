"""Asking in another way than the one press offers: whom, and whether with names."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext

from negotiate.ballots.models import Poll
from negotiate.law.words import VOTERS, Electorate, Secrecy, Side
from negotiate.people.door import seat_at
from negotiate.people.models import Seat
from negotiate.rooms.actions import consent
from negotiate.rooms.forms.polls import PollForm
from negotiate.rooms.sight.seen import TermView
from negotiate.rooms.views.ledger import term_at
from negotiate.rooms.views.perform import fill_in


def ask(request: HttpRequest, seat_id: int, term_id: int) -> HttpResponse:
    seat = seat_at(request, seat_id)
    _, view = term_at(seat, term_id)
    sides = _open_to(seat, view)
    staff = _staff(seat) if Side.WORKER in sides else 0
    if not sides:
        raise Http404

    def act(side: str, electorate: str, secrecy: str) -> None:
        consent.open_poll(
            seat,
            term_id,
            sides if side == "both" else [Side(side)],
            electorate=Electorate(electorate),
            secrecy=Secrecy(secrecy),
        )

    return fill_in(
        request,
        seat,
        partial(PollForm, sides=sides, staff=staff),
        act,
        title=gettext("开始表决"),
        done=gettext("表决已开始。"),
        term=view,
    )


def _open_to(seat: Seat, view: TermView) -> list[Side]:
    """The sides whom this seat may still ask about the version on the table."""
    own = list(Side) if seat.presides else [side for side in Side if side is seat.of]
    now = view.now.version.pk if view.now else 0
    asked = Poll.objects.filter(version=now, ratification=None).exclude(state=Poll.State.VOID)
    taken = set(asked.values_list("side", flat=True))
    return [side for side in own if side.value not in taken]


def _staff(seat: Seat) -> int:
    """How many a poll of all staff would ask; 0 without a roll of staff."""
    if not seat.room.on_roll:
        return 0
    return seat.room.seats.filter(side=Side.WORKER, capacity__in=VOTERS).count()
