"""The speakers' list: one press each."""

from collections.abc import Callable
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from negotiate.law.floor import MINUTES
from negotiate.law.refusal import N_
from negotiate.people.door import seat_at
from negotiate.people.models import Seat
from negotiate.rooms.actions import speaking
from negotiate.rooms.views.perform import perform

OWN: dict[str, tuple[Callable[[Seat], None], str]] = {
    "ask": (speaking.ask, N_("已申请发言，请等主持人请您。")),
    "withdraw": (speaking.withdraw, N_("已取消发言申请。")),
    "end": (speaking.end, N_("发言已结束。")),
}


@require_POST
def own(request: HttpRequest, seat_id: int, press: str) -> HttpResponse:
    seat = seat_at(request, seat_id)
    act, done = OWN[press]
    return perform(request, seat, partial(act, seat), gettext(done))


@require_POST
def give(request: HttpRequest, seat_id: int) -> HttpResponse:
    """Call the next; the button that was pressed says for how long."""
    seat = seat_at(request, seat_id)
    typed = request.POST.get("minutes", "")
    minutes = next((each for each in MINUTES if str(each) == typed), 0)
    act = partial(speaking.give_next, seat, minutes)
    return perform(request, seat, act, gettext("已请下一位发言。"))
