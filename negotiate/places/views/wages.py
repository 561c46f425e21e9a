"""The minimum wages that a county writes down."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from negotiate import moment
from negotiate.people.door import account_at
from negotiate.places import actions
from negotiate.places.forms import RegionForm, WageForm
from negotiate.places.views.office import done, filled, own_of
from negotiate.places.wages import wage_in


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def wages(request: HttpRequest) -> HttpResponse:
    """The minimum wages that a county has written down; one more."""
    account = account_at(request)
    own = own_of(account)
    form = WageForm(request.POST or None)

    def act() -> None:
        actions.write_wage(account, own.pk, form.entry())

    page = {"own": own, "region": RegionForm(None, own.wage_region), "wages": own.wages.all()}
    page |= {"wage": wage_in(own.federation, moment.today()), "title": gettext("当地最低工资")}
    return filled(request, form, act, "wages", page, "negotiate/places/wages.html")


@login_required
@require_POST
def region(request: HttpRequest) -> HttpResponse:
    account = account_at(request)
    own, chosen = own_of(account), request.POST.get("region", "")
    return done(request, lambda: actions.choose_region(account, own.pk, chosen), "wages")


@login_required
@require_POST
def drop_wage(request: HttpRequest, wage_id: int) -> HttpResponse:
    account = account_at(request)
    own = own_of(account)
    return done(request, lambda: actions.take_back_wage(account, own.pk, wage_id), "wages")
