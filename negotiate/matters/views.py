"""The office's pages: what there is to do, a new matter, and its screening."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import OuterRef, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from negotiate.law import gate
from negotiate.law.refusal import Refused
from negotiate.law.words import Side
from negotiate.matters import actions
from negotiate.matters.forms import MatterForm, ScreeningForm
from negotiate.matters.home import parts_for
from negotiate.matters.models import Matter
from negotiate.people.door import account_at
from negotiate.people.models import Seat


@never_cache
@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """For an office: its matters, each with its next step. For a stranger: how to get in."""
    if not request.user.is_authenticated:
        return render(request, "negotiate/welcome.html")
    account = account_at(request)
    own = Seat.objects.filter(room=OuterRef("agenda_item__room"), account=account)
    matters = (
        Matter.objects.filter(enterprise__in=account.enterprises())
        .select_related("enterprise", "agenda_item__room")
        .annotate(own_seat=Subquery(own.values("pk")[:1]))
    )
    page = {"matters": matters[:100], **parts_for(request, account)}
    return render(request, "negotiate/matters/home.html", page)


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    form = MatterForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = {**form.cleaned_data, "raised_side": Side(form.cleaned_data["raised_side"])}
        try:
            matter = actions.raise_matter(account_at(request), **given)
            return redirect("screen-matter", matter.pk)
        except Refused as refusal:
            form.add_error(None, refusal.told(gettext))
    status = 422 if form.errors else 200
    return render(request, "negotiate/matters/new.html", {"form": form}, status=status)


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def screen(request: HttpRequest, matter_id: int) -> HttpResponse:
    account = account_at(request)
    matter = Matter.objects.filter(pk=matter_id, enterprise=account.enterprise).first()
    if matter is None or account.enterprise is None:
        raise Http404
    form = ScreeningForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        answers = gate.Answers(
            contract=given["contract"] == "yes", reduces_rights=given["reduces_rights"] == "yes"
        )
        try:
            barred = actions.screen(
                account, matter.pk, answers, answered_by=given["answered_by"], note=given["note"]
            )
        except Refused as refusal:
            form.add_error(None, refusal.told(gettext))
        else:
            if barred:
                messages.warning(request, barred.told(gettext))
            return redirect("book", matter.pk)
    page = {"matter": matter, "form": form}
    status = 422 if form.errors else 200
    return render(request, "negotiate/matters/screen.html", page, status=status)
