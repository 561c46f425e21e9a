"""Forms about a contract, from its draft to its end."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from negotiate.law.words import TermState
from negotiate.people.door import seat_at
from negotiate.people.models import Seat
from negotiate.rooms.actions import drafting, filing, following
from negotiate.rooms.forms import after_draft as forms
from negotiate.rooms.forms.reason import ReasonForm
from negotiate.rooms.models import EndWord, Term
from negotiate.rooms.views.perform import fill_in, perform


def draft(request: HttpRequest, seat_id: int) -> HttpResponse:
    seat = seat_at(request, seat_id)
    return fill_in(
        request,
        seat,
        partial(forms.DraftForm, room=seat.room),
        partial(drafting.draft, seat),
        title=gettext("归纳小结，形成合同草案"),
        done=gettext("合同草案已形成，请双方首席代表看清全文再签署。"),
        hint=gettext("草案由已达成的条款生成，不用再打字。暂缓和撤回的条款不写进合同。"),
    )


def file(request: HttpRequest, seat_id: int) -> HttpResponse:
    seat = seat_at(request, seat_id)
    return fill_in(
        request,
        seat,
        partial(forms.FilingForm, room=seat.room),
        partial(filing.file, seat),
        title=gettext("登记报送"),
        done=gettext("已登记报送。"),
    )


def acknowledge(request: HttpRequest, seat_id: int) -> HttpResponse:
    seat = seat_at(request, seat_id)
    return fill_in(
        request,
        seat,
        forms.AcknowledgementForm,
        partial(filing.acknowledge, seat),
        title=gettext("登记收件"),
        done=gettext("已登记收件，审查异议期从收件那天算起。"),
    )


def object_to(request: HttpRequest, seat_id: int) -> HttpResponse:
    seat = seat_at(request, seat_id)
    agreed = Term.objects.filter(item__room=seat.room_id, state=TermState.AGREED)
    terms = list(agreed.values_list("pk", "title"))
    return fill_in(
        request,
        seat,
        partial(forms.ObjectionForm, terms=terms),
        partial(filing.object_to, seat),
        title=gettext("登记审查异议"),
        done=gettext("已登记审查异议。"),
        warning=gettext("登记以后合同不能按期生效，要就有异议的条款重新协商。"),
    )


@require_POST
def answer_objection(request: HttpRequest, seat_id: int) -> HttpResponse:
    seat = seat_at(request, seat_id)
    done = gettext("已回到协商，有异议的条款重新提上。")
    return perform(request, seat, partial(filing.answer_objection, seat), done)


def publish(request: HttpRequest, seat_id: int) -> HttpResponse:
    seat = seat_at(request, seat_id)
    return fill_in(
        request,
        seat,
        forms.PublicationForm,
        partial(filing.publish, seat),
        title=gettext("登记公布"),
        done=gettext("已登记公布。"),
    )


def amend(request: HttpRequest, seat_id: int) -> HttpResponse:
    return _follow_up(request, seat_id, following.amend, gettext("提出变更合同"))


def renew(request: HttpRequest, seat_id: int) -> HttpResponse:
    return _follow_up(request, seat_id, following.renew, gettext("提出续订合同"))


def _follow_up(
    request: HttpRequest, seat_id: int, action: Callable[..., object], title: str
) -> HttpResponse:
    seat = seat_at(request, seat_id)
    return fill_in(
        request,
        seat,
        ReasonForm,
        partial(action, seat),
        title=title,
        done=gettext("已提出。工会主席在首页安排新的协商，现行条款会带过去。"),
        hint=gettext("会新立一个议题，按普通程序协商；谈成以前，现行合同继续有效。"),
    )


def terminate(request: HttpRequest, seat_id: int) -> HttpResponse:
    """The first chief says why, the second agrees to that."""
    seat = seat_at(request, seat_id)
    other = EndWord.objects.filter(room=seat.room_id).exclude(side=seat.side).first()
    hint = gettext("对方的理由：%(reason)s") % {"reason": other.reason} if other else ""
    return fill_in(
        request,
        seat,
        forms.AgreementForm if other else ReasonForm,
        partial(_end, seat, other),
        title=gettext("同意终止合同") if other else gettext("提出终止合同"),
        done=gettext("已记录。"),
        warning=gettext("双方首席代表都同意，合同就终止，不能恢复。"),
        hint=hint,
    )


@require_POST
def take_back_end(request: HttpRequest, seat_id: int) -> HttpResponse:
    seat = seat_at(request, seat_id)
    return perform(request, seat, partial(following.take_back_end, seat), gettext("已收回。"))


def _end(seat: Seat, other: EndWord | None, reason: str = "", **given: Any) -> None:
    following.end_by_agreement(seat, reason=other.reason if other else reason)
