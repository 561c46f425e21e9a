"""Forms for talks that do not succeed."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from negotiate.people.door import seat_at
from negotiate.rooms.actions import impasse
from negotiate.rooms.forms.before_talks import CoordinationForm, DeadlockForm
from negotiate.rooms.forms.reason import ReasonForm
from negotiate.rooms.views.perform import fill_in


def deadlock(request: HttpRequest, seat_id: int) -> HttpResponse:
    seat = seat_at(request, seat_id)
    return fill_in(
        request,
        seat,
        DeadlockForm,
        partial(impasse.deadlock, seat),
        title=gettext("宣布僵局"),
        done=gettext("已宣布僵局，请申请协调。"),
        warning=gettext("宣布以后，双方先停下来，等协调有了结果再谈。"),
    )


def extend(request: HttpRequest, seat_id: int) -> HttpResponse:
    seat = seat_at(request, seat_id)
    title = gettext("延长协调期")
    return fill_in(
        request,
        seat,
        ReasonForm,
        partial(impasse.extend, seat),
        title=title,
        done=gettext("协调期已延长。"),
    )


def coordinate(request: HttpRequest, seat_id: int) -> HttpResponse:
    seat = seat_at(request, seat_id)
    return fill_in(
        request,
        seat,
        CoordinationForm,
        partial(impasse.coordinate, seat),
        title=gettext("登记协调结果"),
        done=gettext("结果已登记，双方继续协商。"),
    )


def recall(request: HttpRequest, seat_id: int) -> HttpResponse:
    seat = seat_at(request, seat_id)
    return fill_in(
        request,
        seat,
        ReasonForm,
        partial(impasse.recall, seat),
        title=gettext("撤回草案重谈"),
        done=gettext("草案已撤回，双方继续协商。"),
        warning=gettext("这份草案就此作废；谈成新的草案以后，要重新签署、重新审议。"),
    )


def end_talks(request: HttpRequest, seat_id: int) -> HttpResponse:
    seat = seat_at(request, seat_id)
    return fill_in(
        request,
        seat,
        ReasonForm,
        partial(impasse.end_talks, seat),
        title=gettext("终结协商"),
        done=gettext("协商已终结。"),
        warning=gettext("终结以后不能再恢复；以后可以重新提出议题。记录都会保存。"),
    )
