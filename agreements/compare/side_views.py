"""The page of a few clauses side by side, and its spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus
from typing import Final

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from agreements.archive.choices import LABELS
from agreements.archive.door import NONE, card_at, clause_at
from agreements.archive.reader import Reader
from agreements.archive.wording import worded
from agreements.compare.side import MOST, Side, lines, side_by_side
from negotiate.law.refusal import Refused
from negotiate.law.terms.figures import MEASURES
from negotiate.people.door import NoEntry, account_at
from negotiate.spreadsheet import spreadsheet

PAGE: Final = "agreements/compare/side.html"


@never_cache
@login_required
@require_GET
def side(request: HttpRequest) -> HttpResponse:
    """`pick`: agreements; `clause`: clauses; `kind`: of term, where agreements were picked. Who
    comes from a search for a kind of term or a measure means that kind."""
    try:
        found = _found(request)
    except Refused as refused:
        said = {"refused": refused.told(gettext)}
        return render(request, PAGE, said, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    page = {
        "side": found,
        "clauses": [(clause, worded(clause.text)) for clause in found.clauses],
        "kinds": [
            (kind, LABELS["term"][kind], number, _with(request.GET, kind))
            for kind, number in found.kinds
        ],
        "asked": _with(request.GET, found.kind),
    }
    return render(request, PAGE, page)


@never_cache
@login_required
@require_GET
def side_book(request: HttpRequest) -> HttpResponse:
    try:
        found = _found(request)
    except Refused as refused:
        raise NoEntry(refused.told(gettext)) from refused
    return spreadsheet("side-by-side", lines(found))


def _found(request: HttpRequest) -> Side:
    reader = Reader.of(account_at(request))
    cards = [card_at(key, reader) for key in _keys(request.GET.getlist("pick"))]
    clauses = [clause_at(key, reader) for key in _keys(request.GET.getlist("clause"))]
    return side_by_side(reader, cards, clauses, _kind(request.GET))


def _kind(asked: QueryDict) -> str:
    measure = MEASURES.get(asked.get("measure", ""))
    return asked.get("kind") or asked.get("term") or (measure.kind if measure else "")


def _keys(said: Sequence[str]) -> list[int]:
    """Each once, in their order, and no more than it takes to say that they are too many. Raises
    NoEntry for what is no key."""
    if not all(one.isascii() and one.isdecimal() and len(one) < 20 for one in said):
        raise NoEntry(NONE)
    return list(dict.fromkeys(map(int, said)))[: MOST + 1]


def _with(asked: QueryDict, kind: str) -> str:
    """The same picks with a kind of term."""
    other = QueryDict(mutable=True)
    for name in ("pick", "clause"):
        other.setlist(name, asked.getlist(name))
    if kind:
        other["kind"] = kind
    return f"?{other.urlencode()}"
