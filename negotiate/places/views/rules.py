"""The rules of a place: read by everybody with an account, kept by its federation's officers."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from negotiate import moment
from negotiate.law.profiles import KEYS
from negotiate.people.door import account_at
from negotiate.places import actions
from negotiate.places.forms import CopyForm, RuleForm
from negotiate.places.in_force import counties, rules_of
from negotiate.places.table import compared, groups, places
from negotiate.places.told import changes
from negotiate.places.views.office import done, filled, kept_by, own_of, place_of
from negotiate.places.wages import wage_in


@never_cache
@login_required
@require_GET
def rules(request: HttpRequest) -> HttpResponse:
    """What holds for this account's enterprise or county, rule by rule."""
    account = account_at(request)
    federation, own = place_of(account), kept_by(account)
    nearest = next(counties(federation), None)
    changed = nearest.overrides.values_list("key", flat=True) if nearest else ()
    in_force = rules_of(federation)
    page = {
        "rules": in_force,
        "county": nearest,
        "own": own,
        "groups": groups(in_force, gettext, changed, all_=own is not None),
        "unverified": sum(not value.verified for value in in_force.values.values()),
        "copy": CopyForm(None) if account.federation and not own else None,
        "wage": wage_in(federation, moment.today()),
        "changes": changes(nearest, gettext) if nearest else (),
    }
    return render(request, "negotiate/places/rules.html", page)


@never_cache
@login_required
@require_GET
def compare(request: HttpRequest) -> HttpResponse:
    """All places side by side; on a phone the chosen one alone."""
    columns = places(request.GET.get("place", ""))
    page = {"places": columns, "groups": compared(columns, gettext)}
    return render(request, "negotiate/places/compare.html", page)


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def rule(request: HttpRequest, rule: str) -> HttpResponse:
    """One rule, to fill in."""
    account = account_at(request)
    own, key = own_of(account), KEYS.get(rule)
    if key is None:
        raise Http404
    form = RuleForm(key, request.POST or None, own.rules.of(rule))
    title = gettext(key.label)

    def act() -> None:
        actions.override(account, own.pk, form.entry())

    page = {"key": key, "own": own, "is_own": own.overrides.filter(key=rule).exists()}
    page |= {"title": title, "special": KEYS.get(f"{rule}_wages")}
    return filled(request, form, act, "rules", page)


@login_required
@require_POST
def copy(request: HttpRequest) -> HttpResponse:
    account = account_at(request)
    federation = account.federation
    if federation is None:
        raise Http404
    base = request.POST.get("base", "")
    return done(request, lambda: actions.copy(account, federation, base), "rules")


@login_required
@require_POST
def take_back(request: HttpRequest, rule: str) -> HttpResponse:
    account = account_at(request)
    own = own_of(account)
    return done(request, lambda: actions.take_back(account, own.pk, rule), "rules")
