"""The page on which a federation's officers keep the tokens of its programs."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from agreements.api import actions
from agreements.api.forms import TokenForm
from agreements.layouts.door import office_at
from negotiate import moment
from negotiate.law.refusal import Refused


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def tokens(request: HttpRequest) -> HttpResponse:
    """All tokens of the federation; one more, which is shown on the page that answers and is not
    kept anywhere."""
    account, federation = office_at(request)
    form, secret = TokenForm(request.POST if request.method == "POST" else None), ""
    if form.is_valid():
        try:
            _, secret = actions.make(federation, **form.cleaned_data, account=account)
        except Refused as refusal:
            form.add_error(None, refusal.told(gettext))
        else:
            form = TokenForm()
    page = {
        "federation": federation,
        "tokens": federation.tokens.select_related("made_by", "revoked_by"),
        "form": form,
        "secret": secret,
        "today": moment.today(),
        "address": request.build_absolute_uri(reverse("api:api-root")),
    }
    return render(request, "agreements/api/tokens.html", page, status=422 if form.errors else 200)


@login_required
@require_POST
def revoke(request: HttpRequest, token_id: int) -> HttpResponse:
    account, federation = office_at(request)
    token = get_object_or_404(federation.tokens, pk=token_id)
    try:
        actions.revoke(token, account)
    except Refused as refusal:
        messages.error(request, refusal.told(gettext))
    else:
        messages.success(request, gettext("已停用。用它的程序马上查不到东西了。"))
    return redirect("tokens")
