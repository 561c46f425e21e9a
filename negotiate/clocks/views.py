"""The calendar that others read, and a new address for it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from negotiate.clocks.feed import account_of, calendar
from negotiate.clocks.listed import AT_MOST, going
from negotiate.people.door import account_at
from negotiate.people.models import Account


@never_cache
@require_GET
def feed(request: HttpRequest, token: str) -> HttpResponse:
    account = account_of(token)
    if account is None:
        raise Http404
    text = calendar(going(account)[:AT_MOST])
    return HttpResponse(text, content_type="text/calendar; charset=utf-8")


@never_cache
@login_required
@require_POST
def renew(request: HttpRequest) -> HttpResponse:
    """Whoever has the old address reads nothing any more."""
    own = Account.objects.filter(pk=account_at(request).pk)
    own.update(calendar_serial=F("calendar_serial") + 1)
    messages.success(request, _("网址已换新，请在日历里重新订阅。"))
    return redirect("home")
