"""Layouts as files: any version, or ours to begin from, and the sample filled in."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from agreements.layouts import trying
from agreements.layouts.actions import OURS
from agreements.layouts.door import kind_at, office_at, version_at
from agreements.papers.models import Paper
from negotiate.law.refusal import Refused
from negotiate.media_types import DOCX

GRADES = ("b", "c")
"""As `samples` gives them: signed on phones, to be signed in ink."""


@never_cache
@login_required
@require_GET
def docx(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """One version as it was uploaded; ours, if the number is 0."""
    _, federation = office_at(request)
    try:
        content = version_at(federation, kind, number)
    except Refused as refusal:
        return _withheld(request, kind, refusal)
    return _file(content, _name(kind, number))


@never_cache
@login_required
@require_GET
def sample(request: HttpRequest, kind: str, number: int, grade: str) -> HttpResponse:
    """A made-up paper in this version, signed on phones or to be signed in ink."""
    _, federation = office_at(request)
    if grade not in GRADES:
        raise Http404
    try:
        layout = version_at(federation, kind, number)
        content = trying.sample(layout, kind_at(kind), GRADES.index(grade))
    except Refused as refusal:
        return _withheld(request, kind, refusal)
    return _file(content, " ".join((_name(kind, number), gettext("样例"), grade.upper())))


def _name(kind: str, number: int) -> str:
    version = gettext("第%(number)s版") % {"number": number} if number != OURS else gettext("标准")
    return " ".join((gettext(str(Paper.Kind(kind).label)), gettext("版式"), version))


def _file(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=DOCX)
    header = content_disposition_header(True, f"{name}.docx")
    response.headers["Content-Disposition"] = header or "attachment"
    return response


def _withheld(request: HttpRequest, kind: str, refusal: Refused) -> HttpResponse:
    messages.error(request, refusal.told(gettext))
    return redirect("layout", kind)
