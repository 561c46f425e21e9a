"""The comparison's page, and its spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from agreements.archive.forms import SearchForm
from agreements.archive.grams import normalise
from agreements.archive.paging import ALL, page_asked
from agreements.archive.reader import Reader
from agreements.compare.book import lines
from agreements.compare.chart import by_year, chart
from agreements.compare.chosen import Chosen, choose
from agreements.compare.rows import rows
from agreements.compare.spread import Bar, bars, spread
from negotiate.law.terms.figures import MEASURES
from negotiate.people.door import account_at
from negotiate.spreadsheet import spreadsheet


@never_cache
@login_required
@require_GET
def compare(request: HttpRequest) -> HttpResponse:
    """The figures of what a search found; the search is in the address, as the archive has it."""
    form = SearchForm(request.GET)
    if not form.is_valid():
        page = {"form": form, "back": reverse("archive")}
        return render(request, "agreements/compare/compare.html", page, status=422)
    chosen = choose(Reader.of(account_at(request)), form, request.GET.get("unit", ""))
    table = rows(chosen, page_asked(request, ALL))
    if table.page > 1 and not table.rows:
        raise Http404
    years = by_year(chosen)
    page = {
        "form": form,
        "chosen": chosen,
        "label": MEASURES[chosen.measure].label if chosen.measure else "",
        "measures": _measures(chosen, request.GET),
        "units": [(unit, n, _with(request.GET, unit=unit)) for unit, n in chosen.units],
        "narrower": [(word, _with(request.GET, about=word)) for word in _abouts(chosen, form)],
        "spread": spread(chosen),
        "bars": [(bar, _search(chosen, bar, request.GET)) for bar in bars(chosen)],
        "table": table,
        "years": years,
        "chart": chart(table, years),
        "asked": _with(request.GET),
        "back": f"{reverse('archive')}{_with(request.GET, unit='')}",
    }
    return render(request, "agreements/compare/compare.html", page)


@never_cache
@login_required
@require_GET
def book(request: HttpRequest) -> HttpResponse:
    form = SearchForm(request.GET)
    if not form.is_valid():
        raise Http404
    chosen = choose(Reader.of(account_at(request)), form, request.GET.get("unit", ""))
    return spreadsheet("comparison", lines(chosen))


def _measures(chosen: Chosen, asked: QueryDict) -> Sequence[tuple[str, str, int, str]]:
    """What can be compared: its code, its label, in how many agreements, and where."""
    return [
        (code, MEASURES[code].label, number, _with(asked, measure=code, unit=""))
        for code, number in chosen.measures
    ]


def _abouts(chosen: Chosen, form: SearchForm) -> Sequence[str]:
    """Words that were looked for and that some figures are about: who asks for welders may mean
    their floors alone, and not those of everybody in the same agreements."""
    if form.cleaned_data["about"]:
        return []
    said = [normalise(word) for word in chosen.figures.said(np.unique(chosen.about).tolist())]
    return [word for word in form.wish().asked.words if any(word in about for about in said)]


def _search(chosen: Chosen, bar: Bar, asked: QueryDict) -> str:
    """The archive's list of just the agreements of a bar; "" for an empty one, and where there are
    several units: the archive's form has none."""
    if bar.least is None or bar.most is None or len(chosen.units) > 1:
        return ""
    within = {"least": f"{bar.least:f}", "most": f"{bar.most:f}"}
    return f"{reverse('archive')}{_with(asked, measure=chosen.measure, unit='', **within)}"


def _with(asked: QueryDict, **said: Any) -> str:
    """The same question with this said, from its first page on; "" takes a word out of it."""
    other = asked.copy()
    other.pop("page", None)
    for name, value in said.items():
        other.pop(name, None)
        if value:
            other[name] = value
    return f"?{other.urlencode()}"
