"""Taking away what the archive's list shows: the same question, the same reach."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

from asgiref.sync import sync_to_async
from django.contrib.auth.decorators import login_required
from django.core.handlers.asgi import ASGIRequest
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from agreements.archive.forms import SearchForm
from agreements.archive.reader import Reader
from agreements.archive.search import MOST, first_keys
from agreements.export.packing import packed
from agreements.export.selection import Selection, picked
from agreements.export.workbook import workbook
from negotiate import moment
from negotiate.media_types import XLSX, ZIP
from negotiate.people.door import account_at


@never_cache
@login_required
@require_GET
def as_zip(request: HttpRequest) -> HttpResponseBase:
    """Papers and evidence, with their hashes."""
    chosen = _chosen(request)
    if isinstance(chosen, HttpResponse):
        return chosen
    parts = packed(chosen)
    # Under ASGI Django would gather a plain iterator in memory first.
    sent = _asked_for(parts) if isinstance(request, ASGIRequest) else parts
    return _attached(StreamingHttpResponse(sent, content_type=ZIP), "zip")


@never_cache
@login_required
@require_GET
def as_workbook(request: HttpRequest) -> HttpResponseBase:
    chosen = _chosen(request)
    if isinstance(chosen, HttpResponse):
        return chosen
    return _attached(HttpResponse(workbook(chosen), content_type=XLSX), "xlsx")


def _chosen(request: HttpRequest) -> Selection | HttpResponse:
    """What was ticked; without, what is found. The search page, if the question is none."""
    reader = Reader.of(account_at(request))
    ticked = request.GET.getlist("pick")
    if ticked:
        return Selection(reader, picked(reader, ticked))
    form = SearchForm(request.GET, reverse("archive-suggest"))
    if not form.is_valid():
        page = {"form": form, "is_open": True}
        return render(request, "agreements/archive/archive.html", page, status=422)
    return Selection(reader, first_keys(reader, form.wish(), MOST))


async def _asked_for(parts: Iterator[bytes]) -> AsyncIterator[bytes]:
    """Each part is made when the one before it has been sent."""
    take = sync_to_async(_next)
    while (part := await take(parts)) is not None:
        yield part


def _next(parts: Iterator[bytes]) -> bytes | None:
    """A StopIteration can't leave a thread."""
    return next(parts, None)


def _attached(response: HttpResponseBase, ending: str) -> HttpResponseBase:
    name = f"{gettext('协商成果')} {moment.today().isoformat()}.{ending}"
    response.headers["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return response
