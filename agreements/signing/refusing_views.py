"""Refusing to sign from a seat, and taking it back."""

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from agreements.papers.standing import awaits_hands
from agreements.signing.door import paper_at
from agreements.signing.forms import RefusalForm
from agreements.signing.refusing import refuse_to_sign, take_back_refusal
from negotiate.people.door import seat_at
from negotiate.rooms.views.perform import fill_in, perform


@require_http_methods(["GET", "POST"])
def refuse(request: HttpRequest, seat_id: int) -> HttpResponse:
    """The reason, and what follows from it. The form names the text that was read, so that nobody
    refuses another one."""
    seat, paper = paper_at(request, seat_id)
    if not awaits_hands(paper):
        raise Http404

    def form(given: Any) -> RefusalForm:
        return RefusalForm(given, initial={"digest": paper.digest})

    def act(reason: str, digest: str) -> None:
        refuse_to_sign(seat, text_digest=digest, reason=reason)

    return fill_in(
        request,
        seat,
        form,
        act,
        title=gettext("拒绝签署"),
        done=gettext("已拒绝签署，理由已记入会议记录。"),
        warning=gettext(
            "理由会记入会议记录，会场里的人都看得到。改变主意的，文件等待签署期间还可以签。"
        ),
    )


@require_POST
def take_back(request: HttpRequest, seat_id: int) -> HttpResponse:
    seat = seat_at(request, seat_id)
    act = partial(take_back_refusal, seat)
    return perform(request, seat, act, gettext("已收回，请看清全文再签署。"), then="paper")
