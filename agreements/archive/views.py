"""The archive's pages: what is in it, found by words, and one paper with its clauses."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from agreements.archive.excerpts import Part, best_clause, excerpt, marked
from agreements.archive.forms import SearchForm
from agreements.archive.search import PAGES, Found, Wish, search
from agreements.archive.wording import worded
from agreements.papers.models import Paper
from agreements.papers.standing import standing_of, standings
from negotiate.law.refusal import N_
from negotiate.people.door import NoEntry, account_at


@dataclass(frozen=True)
class Line:
    """One paper in the list, its words marked. `standing`: what a contract counts for now."""

    paper: Paper
    standing: str
    title: list[Part]
    number: list[Part]
    heading: list[Part]
    excerpt: list[Part]


@never_cache
@login_required
@require_GET
def archive(request: HttpRequest) -> HttpResponse:
    form = SearchForm(request.GET, account_at(request))
    if not form.is_valid():
        refused = {"form": form, "is_open": True}
        return render(request, "agreements/archive/search.html", refused, status=422)
    wish = form.wish()
    found = search(wish, _page(request))
    if found.page > 1 and not found.papers:
        raise Http404
    asked = request.GET.copy()
    asked.pop("page", None)
    given = form.cleaned_data
    page = {
        "form": form,
        "found": found,
        "lines": _lines(found, wish),
        "asked": asked.urlencode(),
        "is_filtered": any(given.values()),
        "is_open": any(given[name] for name in given if name != "q"),
    }
    return render(request, "agreements/archive/search.html", page)


@never_cache
@login_required
@require_GET
def paper(request: HttpRequest, paper_id: int) -> HttpResponse:
    account = account_at(request)
    complete = Paper.objects.filter(completed_at__isnull=False).defer("docx", "frozen")
    found = (
        complete.filter(pk=paper_id, enterprise__in=account.enterprises())
        .select_related("enterprise", "room")
        .first()
    )
    if found is None:
        raise NoEntry(N_("没有这份文件，或者您不能查看。"))
    clauses = [(clause, worded(clause.text)) for clause in found.clauses.all()]
    page = {"paper": found, "clauses": clauses, "standing": standing_of(found)}
    return render(request, "agreements/archive/paper.html", page)


def _page(request: HttpRequest) -> int:
    """Give the page asked for; anything that is none is the first."""
    asked = request.GET.get("page", "")
    number = int(asked) if asked.isdecimal() and len(asked) < 5 else 1
    return number if 1 <= number <= PAGES else 1


def _lines(found: Found, wish: Wish) -> list[Line]:
    # Words asked of the title alone are not marked elsewhere: they were not looked for there.
    elsewhere = () if wish.in_title else wish.words
    standing = standings(found.papers)
    lines = []
    for one in found.papers:
        clause = best_clause(list(one.clauses.all()), elsewhere)
        heading = marked(clause.heading, elsewhere) if clause else []
        text = excerpt(clause.text, elsewhere) if clause else []
        title, number = marked(one.title, wish.words), marked(one.number, elsewhere)
        lines.append(Line(one, standing[one.pk], title, number, heading, text))
    return lines
