"""Bringing the paper signed in ink: its pages, their order, and what is taken out again."""

from functools import partial
from typing import Final

from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from agreements.signing.bringing import MOST_FILES
from agreements.signing.door import paper_at
from agreements.signing.file_views import attached
from agreements.signing.scan_draft import (
    add_files,
    discard,
    move_up,
    replace_file,
    take_out,
)
from agreements.signing.scan_models import Finding, Scan, ScanFile, ScanPicture
from agreements.signing.scans import MAX_SCAN, too_large
from negotiate.law.refusal import Refused
from negotiate.law.words import Action
from negotiate.media_types import ENDINGS, JPEG
from negotiate.people.models import Seat
from negotiate.rooms.views.perform import perform

A_DAY: Final = 24 * 3600
PAGES: Final = "paper-scan"
PRESSES: Final = {"up": move_up, "out": take_out}


@never_cache
@require_http_methods(["GET", "POST"])
def scan(request: HttpRequest, seat_id: int) -> HttpResponse:
    """The path of ink: print, sign and seal, bring it back page by page; then it is compared."""
    seat, own = paper_at(request, seat_id)
    if request.method == "POST":
        act = partial(_add, request, seat)
        return perform(request, seat, act, gettext("已传上来，还没有完成签署。"), then=PAGES)
    if own.is_complete or not seat.may(Action.UPLOAD_SCAN):
        raise Http404
    draft = Scan.objects.filter(paper=own).first()
    if draft is not None and not draft.is_draft:
        raise Http404
    page = {"seat": seat, "paper": own, "files": files_of(draft)}
    page["wrong"] = wrong_in(draft)
    page |= {"most": MOST_FILES, "largest": MAX_SCAN}
    return render(request, "agreements/signing/scan.html", page)


@never_cache
@require_http_methods(["GET", "POST"])
def file(request: HttpRequest, seat_id: int, file_id: int) -> HttpResponse:
    """One file as it came; and what becomes of it."""
    seat, own = paper_at(request, seat_id)
    if request.method == "GET":
        found = get_object_or_404(ScanFile, pk=file_id, scan__paper=own)
        name = f"{own.number} {found.position:02}.{ENDINGS[found.media_type]}"
        return attached(bytes(found.content), found.media_type, name)
    press = PRESSES.get(request.POST.get("do", ""))
    if press is None:
        act = partial(_replace, request, seat, file_id)
        return perform(request, seat, act, gettext("已换好，这一页请重新比对。"), then=PAGES)
    act = partial(press, seat, file_id)
    return perform(request, seat, act, gettext("已改好。"), then=PAGES)


@cache_control(private=True, max_age=A_DAY, immutable=True)
@require_GET
def picture(request: HttpRequest, seat_id: int, picture_id: int) -> HttpResponse:
    """A page as it is shown. What has this number never changes."""
    _, own = paper_at(request, seat_id)
    found = get_object_or_404(ScanPicture, pk=picture_id, file__scan__paper=own)
    return HttpResponse(bytes(found.content), content_type=JPEG)


@require_POST
def throw_away(request: HttpRequest, seat_id: int) -> HttpResponse:
    seat, _ = paper_at(request, seat_id)
    done = gettext("这份扫描件已作废，可以重新打印、签字盖章，再上传。")
    return perform(request, seat, partial(discard, seat), done, then="paper")


def wrong_in(scan: Scan | None) -> list[Finding]:
    """What people found wrong and have not taken back, also with pages that are gone."""
    if scan is None:
        return []
    return list(scan.findings.exclude(differs="").select_related("seat__person"))


def files_of(scan: Scan | None) -> list[ScanFile]:
    """Without the bytes, their pictures' keys beside them."""
    if scan is None:
        return []
    shown = ScanPicture.objects.defer("content")
    return list(scan.files.defer("content").prefetch_related(Prefetch("pictures", shown)))


def _add(request: HttpRequest, seat: Seat) -> None:
    add_files(seat, _brought(request))


def _replace(request: HttpRequest, seat: Seat, file_id: int) -> None:
    brought = _brought(request)
    if len(brought) != 1:
        raise Refused("请选一个文件来换。")
    replace_file(seat, file_id, brought[0])


def _brought(request: HttpRequest) -> list[bytes]:
    """What was chosen, in the order of the choice."""
    uploads = request.FILES.getlist("scan")
    if any((upload.size or 0) > MAX_SCAN for upload in uploads):
        raise too_large()
    return [upload.read() for upload in uploads]
