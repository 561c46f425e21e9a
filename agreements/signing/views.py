"""Reading, signing and fetching a paper from a seat; fetching it from an office."""

from collections.abc import Callable
from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from agreements.papers.actions import to_print
from agreements.papers.models import Paper
from agreements.papers.standing import awaits_hands, standing_of
from agreements.signing.actions import missing, sign, upload_scan
from agreements.signing.forms import ScanForm
from agreements.signing.initials import initial, may_initial
from agreements.signing.integrity import docx_of, scan_of
from agreements.signing.models import Scan
from agreements.signing.scans import MAX_SCAN
from negotiate.law.refusal import Refused
from negotiate.law.words import Action
from negotiate.people.door import account_at, seat_at
from negotiate.people.models import Seat
from negotiate.rooms.views.perform import perform

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ENDINGS = {
    DOCX: "docx",
    "application/pdf": "pdf",
    "image/png": "png",
    "image/jpeg": "jpg",
}


def _paper_at(request: HttpRequest, seat_id: int) -> tuple[Seat, Paper]:
    seat = seat_at(request, seat_id)
    paper = Paper.objects.of_room(seat.room_id).defer("docx").first()
    if paper is None:
        raise Http404
    return seat, paper


@never_cache
@require_http_methods(["GET", "POST"])
def paper(request: HttpRequest, seat_id: int) -> HttpResponse:
    """Exactly the text that is signed, its hash, and for a signer the place to sign."""
    seat, own = _paper_at(request, seat_id)
    if request.method == "POST":
        given = request.POST
        act = partial(
            sign, seat, text_digest=given.get("digest", ""), strokes=given.get("strokes", "")
        )
        return perform(request, seat, act, gettext("已签署。"))
    waiting = missing(own) if awaits_hands(own) else []
    page = {
        "seat": seat,
        "paper": own,
        "lines": [line.split("\t") for line in own.frozen["lines"].split("\n")],
        "waiting": waiting,
        "standing": standing_of(own),
        "to_initial": may_initial(seat, own),
        "to_sign": seat in waiting and seat.may(Action.SIGN),
        "to_scan": seat.may(Action.UPLOAD_SCAN) and not own.signatures.exists(),
    }
    return render(request, "agreements/signing/paper.html", page)


@require_POST
def initials(request: HttpRequest, seat_id: int) -> HttpResponse:
    """A chief's word on the draft that he has read."""
    seat, _ = _paper_at(request, seat_id)
    act = partial(initial, seat, text_digest=request.POST.get("digest", ""))
    return perform(request, seat, act, gettext("已签署这份草案。"))


@never_cache
@require_http_methods(["GET", "POST"])
def scan(request: HttpRequest, seat_id: int) -> HttpResponse:
    """The path of ink: print, sign, scan, upload, and say whose hands are on it."""
    seat, own = _paper_at(request, seat_id)
    seats = list(Seat.objects.filter(pk__in=own.frozen["signers"]).select_related("person"))
    form = ScanForm(seats, request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["scan"]
        try:
            if upload.size > MAX_SCAN:
                raise Refused("扫描件太大，请控制在 8 MB 以内。")
            upload_scan(seat, content=upload.read(), signer_ids=form.cleaned_data["signers"])
        except Refused as refusal:
            form.add_error(None, refusal.told(gettext))
        else:
            messages.success(request, gettext("扫描件已存档，文件签署完成。"))
            return redirect("seat", seat.pk)
    page = {"seat": seat, "paper": own, "form": form}
    status = 422 if form.errors else 200
    return render(request, "agreements/signing/scan.html", page, status=status)


@never_cache
@require_GET
def print_version(request: HttpRequest, seat_id: int) -> HttpResponse:
    """The text to sign in ink, as Word, while it is not yet complete."""
    seat, own = _paper_at(request, seat_id)
    if not seat.may(Action.UPLOAD_SCAN):
        raise Http404
    return _file(request, own, partial(to_print, own), DOCX)


@never_cache
@require_GET
def seat_docx(request: HttpRequest, seat_id: int) -> HttpResponse:
    """The frozen bytes, for everyone who sat in the room."""
    _, own = _paper_at(request, seat_id)
    return _docx(request, own)


@never_cache
@require_GET
def seat_scan(request: HttpRequest, seat_id: int) -> HttpResponse:
    """The paper signed in ink, for everyone who sat in the room."""
    _, own = _paper_at(request, seat_id)
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
    return _file(request, own, partial(docx_of, own), DOCX)


def _scan(request: HttpRequest, own: Paper) -> HttpResponse:
    kept = Scan.objects.defer("content").filter(paper=own).first()
    if kept is None or kept.media_type not in ENDINGS:
        raise Http404
    return _file(request, own, partial(scan_of, own), kept.media_type)


def _file(
    request: HttpRequest, own: Paper, content: Callable[[], bytes], media_type: str
) -> HttpResponse:
    """The file, or the one sentence why it is withheld: never bytes that do not hold."""
    try:
        response = HttpResponse(content(), content_type=media_type)
    except Refused as refusal:
        page = {"refused": refusal.told(gettext)}
        return render(request, "agreements/signing/withheld.html", page, status=500)
    name = f"{own.number} {own.title}.{ENDINGS[media_type]}"
    response.headers["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return response
