"""Fetching a paper's evidence: from a seat of its room, or from an office."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from agreements.evidence.checking import exported
from agreements.evidence.models import Evidence
from agreements.evidence.sheet import build_sheet
from agreements.papers.models import Paper
from negotiate.media_types import DOCX
from negotiate.people.door import account_at, seat_at


@never_cache
@require_GET
def seat_evidence(request: HttpRequest, seat_id: int, ending: str) -> HttpResponse:
    """For everybody who sat in the room."""
    seat = seat_at(request, seat_id)
    newest = Paper.objects.of_room(seat.room_id).defer("docx", "prepared").first()
    if newest is None:
        raise Http404
    return _file(newest, ending)


@never_cache
@login_required
@require_GET
def evidence(request: HttpRequest, paper_id: int, ending: str) -> HttpResponse:
    """For an office in whose reach the enterprise lies."""
    reach = account_at(request).enterprises()
    papers = Paper.objects.defer("docx", "prepared")
    return _file(get_object_or_404(papers, pk=paper_id, enterprise__in=reach), ending)


def _file(paper: Paper, ending: str) -> HttpResponse:
    """As data, or as a page. Papers completed before there was any have none."""
    kept = get_object_or_404(Evidence, paper=paper)
    if ending == "json":
        content: str | bytes = exported(kept.content, kept.signature, kept.certificate)
        response = HttpResponse(content, content_type="application/json; charset=utf-8")
    else:
        response = HttpResponse(build_sheet(kept.content), content_type=DOCX)
    name = content_disposition_header(True, f"{paper.number} 签署证明.{ending}")
    response.headers["Content-Disposition"] = name or "attachment"
    return response
