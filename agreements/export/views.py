"""Taking away what the archive's list shows: the same question, the same reach."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Final

from asgiref.sync import sync_to_async
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.handlers.asgi import ASGIRequest
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
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
from negotiate.law.refusal import N_, Refused
from negotiate.media_types import XLSX, ZIP
from negotiate.people.door import account_at
from negotiate.turns import Turn, Turns

BUSY: Final = N_("现在导出的人多，请过一会儿再导出。")
TURNS: Final = Turns(2, 0, BUSY)
"""A thousand agreements take a minute of a processor: others have to be answered meanwhile."""


class _Sent(StreamingHttpResponse):
    """Gives its turn back when all of it was sent, or nobody takes the rest."""

    def __init__(self, turn: Turn, parts: Iterator[bytes] | AsyncIterator[bytes]) -> None:
        super().__init__(parts, content_type=ZIP)
        self._turn = turn

    def close(self) -> None:
        super().close()
        self._turn.give_back()


@never_cache
@login_required
@require_GET
def as_zip(request: HttpRequest) -> HttpResponseBase:
    """Papers and evidence, with their hashes."""
    chosen = _chosen(request)
    if isinstance(chosen, HttpResponse):
        return chosen
    try:
        turn = TURNS.take()
    except Refused as refusal:
        messages.error(request, refusal.told(gettext))
        return redirect(f"{reverse('archive')}?{request.GET.urlencode()}")
    parts = packed(chosen)
    # Under ASGI Django would gather a plain iterator in memory first.
    sent = _asked_for(parts) if isinstance(request, ASGIRequest) else parts
    return _attached(_Sent(turn, sent), "zip")


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
