"""Forms about the sitting as a whole: booking it, suspending it, escalating it."""

from functools import partial
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from negotiate.law.refusal import Refused
from negotiate.law.words import Capacity, Procedure, Stage
from negotiate.matters.models import Matter
from negotiate.people.door import account_at, seat_at
from negotiate.rooms.actions import booking, sitting
from negotiate.rooms.forms.booking import BookingForm, OrdinaryBookingForm
from negotiate.rooms.forms.reason import ReasonForm
from negotiate.rooms.forms.session import SuspensionForm
from negotiate.rooms.forms.templates import chosen, offer_templates
from negotiate.rooms.views.perform import fill_in


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def book(request: HttpRequest, matter_id: int) -> HttpResponse:
    account = account_at(request)
    matter = Matter.objects.filter(pk=matter_id, enterprise=account.enterprise).first()
    if matter is None or account.enterprise is None:
        raise Http404
    form = _booking_form(request, matter)
    offer_templates(form, matter)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            seat = booking.schedule(
                account,
                matter.pk,
                at=given["at"],
                place=given["place"],
                own_capacity=Capacity(given["own_capacity"]),
                rules=form.rules(),
                template=chosen(form),
                **form.booked(),
            )
            return redirect("seat", seat.pk)
        except Refused as refusal:
            form.add_error(None, refusal.told(gettext))
    page = {"matter": matter, "form": form}
    status = 422 if form.errors else 200
    return render(request, "negotiate/matters/book.html", page, status=status)


def _booking_form(request: HttpRequest, matter: Matter) -> BookingForm:
    if matter.goes_by is Procedure.SIMPLIFIED:
        return BookingForm(request.POST or None)
    alike = Matter.objects.filter(
        enterprise=matter.enterprise_id, stage=Stage.SCREENED, procedure=Procedure.ORDINARY
    )
    others = alike.exclude(pk=matter.pk).values_list("pk", "title")
    return OrdinaryBookingForm(request.POST or None, matter.from_side, others)


def suspend(request: HttpRequest, seat_id: int) -> HttpResponse:
    seat = seat_at(request, seat_id)

    def act(agreed: bool, **given: Any) -> None:
        """Both sides' agreement is not the action's to know: without it the form is not valid."""
        sitting.suspend(seat, **given)

    return fill_in(
        request,
        seat,
        SuspensionForm,
        act,
        title=pgettext("order", "休会"),
        done=gettext("已休会。"),
    )


def escalate(request: HttpRequest, seat_id: int) -> HttpResponse:
    seat = seat_at(request, seat_id)
    return fill_in(
        request,
        seat,
        ReasonForm,
        partial(sitting.escalate, seat),
        title=gettext("转入普通程序"),
        done=gettext("已转入普通程序。"),
        warning=gettext("转出以后，就在这里按普通程序办，从发要约开始，不能再转回来。"),
        hint=gettext("人员、条款和记录都带过去；签到重新来。"),
    )
