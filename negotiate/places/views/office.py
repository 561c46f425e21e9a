"""Whose rules an account keeps, and the ways from its pages to an action and back."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from negotiate.law.refusal import Refused
from negotiate.people.models import Account, Federation
from negotiate.places.models import CountyProfile


def place_of(account: Account) -> Federation | None:
    return account.enterprise.federation if account.enterprise else account.federation


def kept_by(account: Account) -> CountyProfile | None:
    """The rules of this officer's own place, if it has any."""
    if account.federation is None:
        return None
    return CountyProfile.objects.filter(federation=account.federation).first()


def own_of(account: Account) -> CountyProfile:
    own = kept_by(account)
    if own is None:
        raise Http404
    return own


def done(request: HttpRequest, act: Callable[[], object], then: str) -> HttpResponse:
    """Do it, say so or say why not, and go on to the page named `then`."""
    try:
        act()
    except Refused as refusal:
        messages.error(request, refusal.told(gettext))
    else:
        messages.success(request, gettext("已记下。"))
    return redirect(then)


def filled(
    request: HttpRequest,
    form: forms.Form,
    act: Callable[[], None],
    then: str,
    page: dict[str, Any],
    template: str = "negotiate/places/rule.html",
) -> HttpResponse:
    """A page with one form and one action behind it."""
    if request.method == "POST" and form.is_valid():
        try:
            act()
        except Refused as refusal:
            form.add_error(None, refusal.told(gettext))
        else:
            messages.success(request, gettext("已记下。"))
            return redirect(then)
    status = 422 if form.errors else 200
    return render(request, template, {**page, "form": form}, status=status)
