"""The two ways from a page to an action and back: a pressed button, and a filled-in form; and what
somebody types to find something."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache

from negotiate.law.legible import is_legible, tidied
from negotiate.law.refusal import Refused
from negotiate.law.terms import Comparison
from negotiate.people.models import Seat
from negotiate.rooms.sight.seen import TermView


def perform(
    request: HttpRequest,
    seat: Seat,
    act: Callable[[], object],
    done: str | Callable[[], str],
    *,
    then: str = "seat",
) -> HttpResponse:
    """Do it, say so or say why not, and return to the page named `then` of this seat. What is
    `done` may hang on what came of it: then it is asked afterwards."""
    try:
        act()
    except Refused as refusal:
        messages.error(request, refusal.told(gettext))
    else:
        messages.success(request, done if isinstance(done, str) else done())
    return redirect(then, seat.pk)


def sought_in(typed: str) -> str:
    """What is looked for: the signs that are seen, 50 at most. No database takes all the others."""
    return "".join(sign for sign in tidied(typed) if is_legible(sign))[:50]


@never_cache
def fill_in(
    request: HttpRequest,
    seat: Seat,
    form_of: Callable[[Any], forms.Form],
    act: Callable[..., object],
    *,
    title: str,
    done: str,
    term: TermView | None = None,
    warning: str = "",
    hint: str = "",
    below: Comparison | None = None,
) -> HttpResponse:
    """A page with one form and one action behind it, which takes what was filled in by its names;
    back to the room when it is done.

    `warning` is what can't be taken back: the page shows it, and its button looks like it. `hint`
    is what to know beforehand. `below`: in what a version falls behind the last agreement.
    """
    form = form_of(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            act(**form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, refusal.told(gettext))
        else:
            messages.success(request, done)
            return redirect("seat", seat.pk)
    page = {
        "seat": seat,
        "form": form,
        "title": title,
        "term": term,
        "warning": warning,
        "hint": hint,
        "below": below,
    }
    status = 422 if form.errors else 200
    return render(request, "negotiate/rooms/fill_in.html", page, status=status)
