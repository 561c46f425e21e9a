"""Fetching a paper as a file from a seat or from an office."""

from collections.abc import Callable

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from agreements.papers.actions import to_print
from agreements.papers.models import Paper
from agreements.signing.door import paper_at
from agreements.signing.integrity import docx_of
from agreements.signing.scan_file import bundled
from agreements.signing.scan_models import Scan
from negotiate.law.refusal import Refused
from negotiate.law.words import Action
from negotiate.media_types import DOCX, ENDINGS
from negotiate.people.door import account_at


@never_cache
@require_GET
def print_version(request: HttpRequest, seat_id: int) -> HttpResponse:
    """The text to sign in ink, as Word, while it is not yet complete."""
    seat, own = paper_at(request, seat_id)
    if not seat.may(Action.UPLOAD_SCAN):
        raise Http404
    return _file(request, own, lambda: (to_print(own), DOCX))


@never_cache
@require_GET
def seat_docx(request: HttpRequest, seat_id: int) -> HttpResponse:
    """The frozen bytes, for everyone who sat in the room."""
    _, own = paper_at(request, seat_id)
    return _docx(request, own)


@never_cache
@require_GET
def seat_scan(request: HttpRequest, seat_id: int) -> HttpResponse:
    """The paper signed in ink, for everyone who sat in the room."""
    _, own = paper_at(request, seat_id)
    return _scan(request, own)


@never_cache
@login_required
@require_GET
def docx(request: HttpRequest, paper_id: int) -> HttpResponse:
    """The frozen bytes, for an office in whose reach the enterprise lies."""
    return _docx(request, _paper_in_reach(request, paper_id))


@never_cache
@login_required
@require_GET
def scan_file(request: HttpRequest, paper_id: int) -> HttpResponse:
    return _scan(request, _paper_in_reach(request, paper_id))


def _paper_in_reach(request: HttpRequest, paper_id: int) -> Paper:
    reach = account_at(request).enterprises()
    return get_object_or_404(Paper, pk=paper_id, enterprise__in=reach)


def _docx(request: HttpRequest, own: Paper) -> HttpResponse:
    if not own.is_complete:
        raise Http404
    return _file(request, own, lambda: (docx_of(own), DOCX))


def _scan(request: HttpRequest, own: Paper) -> HttpResponse:
    if not Scan.objects.accepted().filter(paper=own).exists():
        raise Http404
    return _file(request, own, lambda: bundled(own))


def _file(request: HttpRequest, own: Paper, made: Callable[[], tuple[bytes, str]]) -> HttpResponse:
    """The file, or the one sentence why it is withheld: never bytes that do not hold."""
    try:
        content, media_type = made()
    except Refused as refusal:
        page = {"refused": refusal.told(gettext)}
        return render(request, "agreements/signing/withheld.html", page, status=500)
    name = f"{own.number} {own.title}.{ENDINGS[media_type]}"
    return attached(content, media_type, name)


def attached(content: bytes, media_type: str, name: str) -> HttpResponse:
    """To be kept, never opened in place."""
    response = HttpResponse(content, content_type=media_type)
    response.headers["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return response
