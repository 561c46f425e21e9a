"""The archive's pages: what is in it, found by words, facets and figures; and one agreement."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from agreements.archive.asked import Where
from agreements.archive.choices import groups
from agreements.archive.door import card_at
from agreements.archive.forms import LONGEST, SearchForm
from agreements.archive.lines import lines
from agreements.archive.models import Card
from agreements.archive.paging import page_asked
from agreements.archive.publishing import may_publish, publish, withdraw
from agreements.archive.reader import PUBLIC, Reader
from agreements.archive.search import MOST, PAGES, Found, Wish, search
from agreements.archive.suggesting import suggestions
from agreements.archive.wording import worded
from agreements.old.door import may_divide
from agreements.similar.copies import copies_of
from negotiate.law.legible import is_legible
from negotiate.law.refusal import Refused
from negotiate.law.terms.figures import MEASURES
from negotiate.people.door import account_at


@never_cache
@login_required
@require_GET
def archive(request: HttpRequest) -> HttpResponse:
    return _listed(request, Reader.of(account_at(request)), "archive")


@never_cache
@require_GET
def published(request: HttpRequest) -> HttpResponse:
    return _listed(request, PUBLIC, "published")


@never_cache
@login_required
@require_GET
def suggest(request: HttpRequest) -> HttpResponse:
    return _suggested(request, Reader.of(account_at(request)))


@never_cache
@require_GET
def suggest_published(request: HttpRequest) -> HttpResponse:
    return _suggested(request, PUBLIC)


def _suggested(request: HttpRequest, reader: Reader) -> HttpResponse:
    query = "".join(filter(is_legible, request.GET.get("q", "")))[:LONGEST]
    return JsonResponse({"suggestions": suggestions(reader, query)})


def _listed(request: HttpRequest, reader: Reader, name: str) -> HttpResponse:
    """`name`: of the page's address, and of its template."""
    template = f"agreements/archive/{name}.html"
    asked: QueryDict = request.GET
    form = SearchForm(asked, reverse(f"{name}-suggest"), is_own=reader.owns_any)
    if not form.is_valid():
        return render(request, template, {"form": form, "is_open": True}, status=422)
    wish = form.wish()
    found = search(reader, wish, page_asked(request, PAGES))
    if found.page > 1 and not found.keys:
        raise Http404
    if form.may_widen and not found.keys and not found.is_cut:
        also = replace(wish, where=Where.MINUTES)
        elsewhere = search(reader, also)
        if elsewhere.keys or elsewhere.is_cut:
            asked, wish, found = _wider(asked), also, elsewhere
    page = _shown(form, wish, found, asked)
    if form.may_widen and not (found.more or wish.where):
        page["wider"] = _wider(asked).urlencode()
    return render(request, template, page)


def _wider(asked: QueryDict) -> QueryDict:
    """The same asked of the minutes as well, from the first page on."""
    wider = asked.copy()
    wider.pop("page", None)
    wider["where"] = Where.MINUTES.value
    return wider


def _shown(form: SearchForm, wish: Wish, found: Found, asked: QueryDict) -> dict[str, Any]:
    given = form.cleaned_data
    typed: Any = form.data
    same, literal = asked.copy(), typed.copy()
    same.pop("page", None)
    literal.pop("page", None)
    literal["words"] = "1"
    narrower = same.copy()
    narrower.pop("where", None)
    return {
        "form": form,
        "wish": wish,
        "found": found,
        "most": MOST,
        "lines": lines(found.keys, wish),
        "groups": groups(found, asked, form.chosen),
        "question": same,
        "asked": same.urlencode(),
        "narrower": narrower.urlencode(),
        "literal": literal.urlencode(),
        "compare": _comparison(form, same),
        "is_open": wish.where is Where.TITLE
        or any(given[name] for name in given if name not in ("q", "order", "where")),
    }


def _comparison(form: SearchForm, same: QueryDict) -> str:
    """Where what was found is compared, once it is said of what kind that is."""
    if form.cleaned_data["measure"] or form.chosen.get("term"):
        return f"{reverse('compare')}?{same.urlencode()}"
    return ""


@never_cache
@login_required
@require_GET
def agreement(request: HttpRequest, key: int) -> HttpResponse:
    account = account_at(request)
    reader = Reader.of(account)
    card = card_at(key, reader)
    if not reader.owns(card):
        return redirect("published-paper", card.key)
    page = {
        "card": card,
        "paper": card.paper,
        "clauses": _clauses(card),
        "may_publish": may_publish(account, card),
        "compared": {measure.kind for measure in MEASURES.values()},
        "copies": copies_of(reader, card) if account.federation_id else 0,
    }
    if card.old is not None:
        page["may_divide"] = may_divide(account, card)
        return render(request, "agreements/archive/old_paper.html", page)
    return render(request, "agreements/archive/paper.html", page)


@never_cache
@login_required
@require_POST
def publishing(request: HttpRequest, key: int) -> HttpResponse:
    """Open it to everybody, or close it again, as the button pressed says."""
    account = account_at(request)
    card = card_at(key, Reader.of(account))
    act = withdraw if "withdraw" in request.POST else publish
    try:
        act(account, card)
    except Refused as refused:
        messages.error(request, refused.told(gettext))
    return redirect("archive-paper", card.key)


@never_cache
@require_GET
def published_agreement(request: HttpRequest, key: int) -> HttpResponse:
    """What anybody may read: the clauses, and of people only those who signed."""
    card = card_at(key, PUBLIC)
    page = {"card": card, "clauses": _clauses(card), "signers": card.signers}
    return render(request, "agreements/archive/published_paper.html", page)


def _clauses(card: Card) -> list[tuple[Any, Any]]:
    return [(clause, worded(clause.text)) for clause in card.clauses.all()]
