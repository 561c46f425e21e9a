"""The offer and the reply: the forms of the chiefs and the desk, and what they have become."""

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from negotiate.law.words import Contract
from negotiate.people.door import seat_at
from negotiate.people.models import Seat
from negotiate.rooms.actions import offering
from negotiate.rooms.actions.offering import Proposal, article_of_reply, matters_of
from negotiate.rooms.forms.before_talks import OfferForm, ReceiptForm, ReplyForm
from negotiate.rooms.forms.reason import ReasonForm
from negotiate.rooms.models import Reply, Room
from negotiate.rooms.sight.before_talks import offers_of
from negotiate.rooms.views.perform import fill_in

LAW = "《劳动合同法》第五十一条"  # stands in the offer, which is a Chinese paper


def offer(request: HttpRequest, seat_id: int) -> HttpResponse:
    seat = seat_at(request, seat_id)

    def act(**given: Any) -> None:
        offering.make_offer(seat, Proposal(**given))

    return fill_in(
        request,
        seat,
        lambda posted: OfferForm(posted, initial=_usual(seat.room)),
        act,
        title=gettext("发出要约书"),
        done=gettext("要约书已发出。"),
        hint=gettext("要协商的事项：%(matters)s。发出以后不能改。")
        % {"matters": gettext("、").join(matters_of(seat.room))},
    )


def receipt(request: HttpRequest, seat_id: int) -> HttpResponse:
    seat = seat_at(request, seat_id)
    title = gettext("登记纸质要约书的送达")
    return fill_in(
        request,
        seat,
        ReceiptForm,
        partial(offering.record_receipt, seat),
        title=title,
        done=gettext("送达已登记。"),
    )


def respond(request: HttpRequest, seat_id: int) -> HttpResponse:
    seat = seat_at(request, seat_id)

    def act(reply: str, answer: str) -> None:
        offering.respond(seat, Reply(reply), answer)

    article = article_of_reply(seat.room, "")
    return fill_in(
        request,
        seat,
        ReplyForm,
        act,
        title=gettext("答复要约"),
        done=gettext("答复已送出。"),
        hint=gettext("没有正当理由，不得拒绝协商（%(article)s）。") % {"article": article},
    )


def withdraw_offer(request: HttpRequest, seat_id: int) -> HttpResponse:
    seat = seat_at(request, seat_id)
    return fill_in(
        request,
        seat,
        ReasonForm,
        partial(offering.withdraw_offer, seat),
        title=gettext("撤回要约"),
        done=gettext("要约已撤回，协商终结。"),
        warning=gettext("撤回以后，这次协商就终结了，不能再恢复；记录都会保存。"),
    )


@never_cache
@require_GET
def offers(request: HttpRequest, seat_id: int) -> HttpResponse:
    """Every offer with its reply, in full, the newest first."""
    seat = seat_at(request, seat_id)
    page = {
        "seat": seat,
        "offers": offers_of(seat.room_id),
        "delegates": _delegates(seat.room),
        "article": article_of_reply(seat.room, ""),
    }
    return render(request, "negotiate/rooms/offers.html", page)


def _delegates(room: Room) -> list[Seat]:
    seats = room.seats.at_table().select_related("person").exclude(side="")
    return list(seats.order_by("-side", "pk"))


def _usual(room: Room) -> dict[str, Any]:
    """What such an offer usually says: in Chinese, as it will stand in the paper."""
    least = room.rules.says("representatives_min")
    article = article_of_reply(room, "")
    contract = Contract(room.contract or Contract.GENERAL).label
    return {
        "purpose": f"就下列事项进行集体协商，订立{contract}。",
        "basis": f"{LAW}、{article}" if article else LAW,
        "at": room.scheduled_at,
        "place": room.place,
        "representatives": least or 3,
    }
