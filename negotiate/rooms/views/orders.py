"""Orders that need no form: one press, one action."""

from collections.abc import Callable
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from negotiate.ballots.models import Poll
from negotiate.law.refusal import N_, Refused
from negotiate.law.words import Side
from negotiate.people.door import seat_at
from negotiate.people.models import Seat
from negotiate.rooms.actions import (
    calling,
    composing,
    consent,
    ledger,
    offering,
    recess,
    seating,
    sitting,
)
from negotiate.rooms.counts import missing
from negotiate.rooms.views.perform import perform

SITTING: dict[str, tuple[Callable[[Seat], None], str]] = {
    "open-check-in": (sitting.open_check_in, N_("签到已开始。")),
    "begin": (sitting.begin, N_("会议已开始。")),
    "resume": (sitting.resume, N_("已复会。")),
    "end-caucus": (recess.end_caucus, N_("商议已结束，继续协商。")),
    "sum-up": (sitting.sum_up, N_("已归纳小结，可以签署。")),
    "new-screen": (sitting.reissue_screen, N_("大屏的链接已更换，旧链接作废。")),
    "return": (sitting.return_to_session, N_("已退回协商。")),
    "receive": (offering.receive, N_("已签收要约书，请在期限内答复。")),
    "settle-roster": (composing.settle_roster, N_("代表名单已确定。")),
    "pass-chair": (calling.pass_chair, N_("已交给对方首席代表主持。")),
}


@require_POST
def of_sitting(request: HttpRequest, seat_id: int, order: str) -> HttpResponse:
    seat = seat_at(request, seat_id)
    act, done = SITTING[order]
    return perform(request, seat, partial(act, seat), gettext(done))


@require_POST
def check_in(request: HttpRequest, seat_id: int) -> HttpResponse:
    seat = seat_at(request, seat_id)
    remote = request.POST.get("remote") == "1"
    return perform(
        request, seat, partial(seating.check_in, seat, remote=remote), gettext("已签到。")
    )


@require_POST
def mark_present(request: HttpRequest, seat_id: int, other_id: int) -> HttpResponse:
    seat = seat_at(request, seat_id)
    act = partial(seating.mark_present, seat, other_id)
    return perform(request, seat, act, gettext("已登记到会。"))


@require_POST
def open_poll(request: HttpRequest, seat_id: int, term_id: int) -> HttpResponse:
    seat = seat_at(request, seat_id)
    act = partial(_open_poll, seat, term_id, request.POST.getlist("side"))
    return perform(request, seat, act, gettext("表决已开始。"))


def _open_poll(seat: Seat, term_id: int, sides: list[str]) -> None:
    if not sides or not set(sides) <= set(Side):
        raise Refused("请指明由哪一方表决。")
    consent.open_poll(seat, term_id, [side for side in Side if side in sides])


@require_POST
def close_poll(request: HttpRequest, seat_id: int, poll_id: int) -> HttpResponse:
    """Closing before everybody has voted is asked twice: who did not vote did not agree."""
    seat = seat_at(request, seat_id)
    poll = Poll.objects.filter(pk=poll_id, room=seat.room_id, state=Poll.State.OPEN).first()
    left, unreturned = missing(poll) if poll else (0, 0)
    if (left or unreturned) and "early" not in request.POST:
        page = {"seat": seat, "poll": poll, "left": left, "unreturned": unreturned}
        return render(request, "negotiate/rooms/close_early.html", page)
    act = partial(consent.close_poll, seat, poll_id)
    return perform(request, seat, act, gettext("表决已结束。"))


@require_POST
def confirm(request: HttpRequest, seat_id: int, term_id: int) -> HttpResponse:
    seat = seat_at(request, seat_id)
    act = partial(consent.confirm, seat, term_id, request.POST.get("digest", ""))
    return perform(request, seat, act, gettext("已确认这份文本。"))


@require_POST
def acclaim(request: HttpRequest, seat_id: int, term_id: int) -> HttpResponse:
    seat = seat_at(request, seat_id)
    act = partial(consent.acclaim, seat, term_id)
    return perform(request, seat, act, gettext("鼓掌已记录。"))


@require_POST
def reopen(request: HttpRequest, seat_id: int, term_id: int) -> HttpResponse:
    seat = seat_at(request, seat_id)
    act = partial(ledger.reopen, seat, term_id)
    return perform(request, seat, act, gettext("已重新提上。"))
