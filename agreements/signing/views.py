"""Reading and signing a paper from a seat."""

import base64
from collections.abc import Callable
from functools import partial

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from agreements.papers.models import Paper
from agreements.signing.actions import give_value, sign, take_platform_key
from agreements.signing.circumstances import told
from agreements.signing.completing import awaited_of
from agreements.signing.door import paper_at
from agreements.signing.initials import initial
from agreements.signing.page import page_of
from agreements.signing.sealing import to_sign
from agreements.signing.stamping import and_stamped, stamp
from negotiate.law.refusal import Refused
from negotiate.people.models import Seat
from negotiate.rooms.views.perform import perform


@never_cache
@require_http_methods(["GET", "POST"])
def paper(request: HttpRequest, seat_id: int) -> HttpResponse:
    """Exactly the text that is signed, its hash, and for a signer the place to sign."""
    seat, own = paper_at(request, seat_id)
    if request.method == "POST":
        act = and_stamped(seat, partial(_sign, request, seat))
        return perform(request, seat, act, gettext("已签署。"))
    return render(request, "agreements/signing/paper.html", page_of(seat, own))


def _sign(request: HttpRequest, seat: Seat) -> None:
    """As the page that was read says it."""
    names = {"digest": "text_digest", "strokes": "strokes"}
    names |= {name: name for name in ("public_key", "possession")}
    given = {name: request.POST.get(field, "") for field, name in names.items()}
    sign(seat, **given, circumstances=told(request, seat))


@require_POST
def initials(request: HttpRequest, seat_id: int) -> HttpResponse:
    """A chief's word on the draft that he has read."""
    seat, _ = paper_at(request, seat_id)
    act = partial(initial, seat, text_digest=request.POST.get("digest", ""))
    return perform(request, seat, act, gettext("已签署这份草案。"))


@never_cache
@require_http_methods(["GET", "POST"])
def seal(request: HttpRequest, seat_id: int) -> HttpResponse:
    """What this seat's phone has to sign with its own key; and its signature, or the word that the
    platform shall make a key instead."""
    seat, own = paper_at(request, seat_id)
    if request.method == "GET":
        awaited = awaited_of(own).filter(seat=seat).first()
        if awaited is None:
            raise Http404
        content = to_sign(own, awaited)
        given = own.signatures.get(seat=seat)
        told = {"certificate": awaited.fingerprint, "key": given.public_key}
        return JsonResponse({**told, "content": base64.b64encode(content).decode()})
    if request.POST.get("platform"):
        act: Callable[[], object] = partial(take_platform_key, seat)
    else:
        given_value = {name: request.POST.get(name, "") for name in ("certificate", "value")}
        act = partial(give_value, seat, **given_value)
    return perform(request, seat, and_stamped(seat, act), gettext("已签署。"))


@require_POST
def time(request: HttpRequest, seat_id: int) -> HttpResponse:
    """Ask the time authority again for what the paper still waits for."""
    seat, own = paper_at(request, seat_id)
    return perform(request, seat, partial(_stamp, seat, own), partial(_stamped, own))


def _stamp(seat: Seat, own: Paper) -> None:
    """Who comes second, or is overtaken while asking, finds it done."""
    try:
        stamp(seat)
    except Refused:
        own.refresh_from_db(fields=["completed_at"])
        if not own.is_complete:
            raise


def _stamped(own: Paper) -> str:
    """By what was obtained: nothing, where the installation has no time authority any more."""
    if any(one.token for one in own.certificates.all()):
        return gettext("已取得时间戳，文件签署完成。")
    return gettext("这里不再使用时间戳，文件没有加时间戳，签署完成。")
