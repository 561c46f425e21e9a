"""The scan beside the text, point by point; and what completes the paper with it."""

from functools import partial

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from agreements.papers.models import Paper
from agreements.signing.accepting import accept_scan
from agreements.signing.compare_page import page_of
from agreements.signing.comparing import find
from agreements.signing.door import paper_at
from agreements.signing.scan_models import Scan
from agreements.signing.stamping import and_stamped
from negotiate.law.refusal import Refused
from negotiate.people.models import Seat
from negotiate.rooms.views.perform import perform


@never_cache
@require_http_methods(["GET", "POST"])
def compare(request: HttpRequest, seat_id: int) -> HttpResponse:
    """Open to everybody in the room; some may answer. An answer leads on to the next point."""
    seat, own = paper_at(request, seat_id)
    if request.method == "POST":
        return _answered(request, seat, own)
    try:
        page = page_of(seat, own, _scan_of(own))
    except (
        Refused
    ) as refusal:  # frozen before its lines for ink were kept, and not written any more
        messages.error(request, refusal.told(gettext))
        return redirect("paper", seat.pk)
    return render(request, "agreements/signing/compare.html", page)


@require_POST
def accept(request: HttpRequest, seat_id: int) -> HttpResponse:
    seat, own = paper_at(request, seat_id)
    act = and_stamped(seat, partial(accept_scan, seat, edition=_edition(request)))
    return perform(request, seat, act, partial(_accepted, own))


def _accepted(own: Paper) -> str:
    """What has come of it: a paper that waits for its time-stamps is not complete."""
    own.refresh_from_db(fields=["completed_at"])
    if own.is_complete:
        return gettext("扫描件已存档，文件签署完成。")
    return gettext("扫描件已确认；文件还在等时间戳，取得以后才算完成。")


def _answered(request: HttpRequest, seat: Seat, own: Paper) -> HttpResponse:
    point = request.POST.get("point", "")
    differs = request.POST.get("differs")
    try:
        find(seat, point=point, edition=_edition(request), differs=differs)
    except Refused as refusal:
        messages.error(request, refusal.told(gettext))
        return redirect("paper-compare", seat.pk)
    on = page_of(seat, own, _scan_of(own))["next"] or "end"
    return redirect(f"{reverse('paper-compare', args=[seat.pk])}#{on}")


def _scan_of(own: Paper) -> Scan:
    """With which there is something to compare."""
    scan = Scan.objects.filter(paper=own, files__isnull=False).distinct().first()
    if scan is None:
        raise Http404
    return scan


def _edition(request: HttpRequest) -> int:
    given = request.POST.get("edition", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else 0
