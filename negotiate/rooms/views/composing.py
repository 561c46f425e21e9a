"""Before a session: the recorder, the notice, and whoever leaves the table."""

from datetime import datetime
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from negotiate.law.words import Side
from negotiate.people.door import seat_at
from negotiate.rooms.actions import calling, composing
from negotiate.rooms.forms.before_talks import CallForm
from negotiate.rooms.forms.reason import ReasonForm
from negotiate.rooms.views.perform import fill_in, perform
from negotiate.rooms.views.seating import keeper_at


@require_POST
def agree_recorder(request: HttpRequest, seat_id: int, other_id: int) -> HttpResponse:
    seat = seat_at(request, seat_id)
    act = partial(composing.agree_recorder, seat, other_id)
    return perform(request, seat, act, gettext("已登记您的意见。"))


def call(request: HttpRequest, seat_id: int) -> HttpResponse:
    seat = seat_at(request, seat_id)

    def act(at: datetime, place: str, first: str = "") -> None:
        calling.call(seat, at=at, place=place, first=Side(first) if first else None)

    return fill_in(
        request,
        seat,
        lambda posted: CallForm(posted, seat.room),
        act,
        title=gettext("发出开会通知"),
        done=gettext("通知已发出。还没有拿到入场码的代表，请把码发给他们。"),
    )


def vacate(request: HttpRequest, seat_id: int, other_id: int) -> HttpResponse:
    seat = keeper_at(request, seat_id)
    other = get_object_or_404(seat.room.seats.at_table(), pk=other_id)

    return fill_in(
        request,
        seat,
        ReasonForm,
        partial(composing.vacate, seat, other.pk),
        title=gettext("登记%(name)s出缺") % {"name": other.person.name},
        done=gettext("已登记出缺，请在期限内补上。"),
        warning=gettext("登记以后，这个人的入场码马上失效，不能再发言、表决。"),
    )
