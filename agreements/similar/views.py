"""Similar clauses for whoever may read one; copied agreements for the federations' officers."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from agreements.archive.door import card_at, clause_at
from agreements.archive.excerpts import excerpt
from agreements.archive.paging import ALL, page_asked
from agreements.archive.reader import Reader
from agreements.archive.wording import worded
from agreements.similar.copies import PAGE, group_of, groups
from agreements.similar.finding import similar
from negotiate.law.refusal import N_
from negotiate.people.door import NoEntry, account_at


@never_cache
@login_required
@require_GET
def similar_clauses(request: HttpRequest, clause_id: int) -> HttpResponse:
    reader = Reader.of(account_at(request))
    clause = clause_at(clause_id, reader)
    found = [(one, excerpt(one.clause.text, ())) for one in similar(reader, clause)]
    page = {"clause": clause, "wording": worded(clause.text), "found": found}
    return render(request, "agreements/similar/clauses.html", page)


@never_cache
@login_required
@require_GET
def copies(request: HttpRequest) -> HttpResponse:
    """Groups of nearly identical agreements of different enterprises, the biggest first."""
    page = page_asked(request, ALL)
    found, total = groups(_officer(request), page)
    if page > 1 and not found:
        raise Http404
    shown = {"groups": found, "total": total, "page": page, "more": total > page * PAGE}
    return render(request, "agreements/similar/copies.html", shown)


@never_cache
@login_required
@require_GET
def copies_of_one(request: HttpRequest, card_key: int) -> HttpResponse:
    """One group, with what differs."""
    reader = _officer(request)
    card = card_at(card_key, reader)
    page = {"card": card, "copies": group_of(reader, card)}
    return render(request, "agreements/similar/copies_of.html", page)


def _officer(request: HttpRequest) -> Reader:
    """The reach of a federation's account. Raises NoEntry for any other."""
    account = account_at(request)
    if account.federation_id is None:
        raise NoEntry(N_("只有地方总工会可以查看雷同的协商成果。"))
    return Reader.of(account)
