"""One old file: as it came, and its clauses for a person to confirm."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from agreements.archive.door import card_at
from agreements.archive.models import Card
from agreements.archive.reader import Reader
from agreements.old import actions
from agreements.old.door import may_divide
from agreements.old.forms import ClauseFormSet, clauses_form
from agreements.old.models import OldPaper
from agreements.old.splitting import Proposed, proposed
from agreements.signing.file_views import attached
from negotiate.law.refusal import Refused
from negotiate.media_types import ENDINGS
from negotiate.people.door import account_at


@never_cache
@login_required
@require_GET
def file(request: HttpRequest, key: int) -> HttpResponse:
    """The bytes as they came, for those whose agreement it is."""
    _, old = _old_at(request, key)
    name = f"{old.name.rsplit('/')[-1].rsplit('.', 1)[0]}.{ENDINGS[old.media_type]}"
    return attached(bytes(old.content), old.media_type, name)


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def clauses(request: HttpRequest, key: int) -> HttpResponse:
    """As the text itself is divided, or as they were confirmed; corrected and confirmed here."""
    card, old = _old_at(request, key)
    account = account_at(request)
    if not may_divide(account, card):
        raise Http404
    sent = ClauseFormSet(request.POST) if request.method == "POST" else None
    form: Any = sent or clauses_form(_so_far(card))
    refused = ""
    if form.is_bound and form.is_valid():
        try:
            actions.confirm(account, card, list(form.clauses()))
        except Refused as refusal:
            refused = refusal.told(gettext)
        else:
            messages.success(request, gettext("条款已确认。"))
            return redirect("archive-paper", card.pk)
    page = {"card": card, "old": old, "formset": form, "refused": refused}
    status = 422 if form.is_bound else 200
    return render(request, "agreements/old/clauses.html", page, status=status)


def _so_far(card: Card) -> list[Proposed]:
    old: OldPaper | None = card.old
    if old is not None and not old.is_confirmed:
        return proposed(old.text)
    return [Proposed(one.heading, one.text) for one in card.clauses.all()]


def _old_at(request: HttpRequest, key: int) -> tuple[Card, OldPaper]:
    reader = Reader.of(account_at(request))
    card = card_at(key, reader)
    if card.old is None or not reader.owns(card):
        raise Http404
    return card, card.old
