"""How a hand is given: what its owner was shown and agreed to in so many words, since when, and
from where. Kept beside the signature, for the sheet of evidence."""

import hashlib
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Final

from axes.helpers import get_client_ip_address
from django.core import signing
from django.http import HttpRequest
from django.utils.translation import gettext

from agreements.papers.actions import text_of
from agreements.papers.models import Paper
from agreements.signing.models import Signature
from negotiate import moment
from negotiate.law.refusal import Refused
from negotiate.people.links import is_bound
from negotiate.people.models import Seat

_SERVED: Final = "read to be signed"
LONGEST: Final = 9
"""Digits of a time that a phone claims, in ms: eleven days."""


@dataclass(frozen=True)
class Circumstances:
    """Names as `Signature` has them."""

    intent: str = ""
    read_from: datetime | None = None
    end_after: int | None = None
    signed_after: int | None = None
    device: str = ""
    address: str | None = None
    identity: str = ""
    remote: bool = False

    def kept(self) -> dict[str, Any]:
        """As the fields of a signature, with the digest of the words."""
        digest = hashlib.sha256(self.intent.encode()).hexdigest() if self.intent else ""
        return {**asdict(self), "intent_digest": digest}


NOT_TOLD: Final = Circumstances()
"""Of a hand that no page was shown to: in a play, or a test."""


def intent_of(paper: Paper) -> str:
    """What whoever signs agrees to, in the words that stand beside the box."""
    return gettext(
        "我已阅读全文，其中谈定的条款共 %(count)s 条，同意签署《%(title)s》（%(number)s），"
        "文本指纹前 8 位是 %(digest)s。"
    ) % {
        "count": len(text_of(paper).clauses),
        "title": paper.title,
        "number": paper.number,
        "digest": paper.digest[:8],
    }


def served(seat: Seat, paper: Paper, intent: str) -> str:
    """What a page carries and brings back: whom it was shown to, which text, with which words, and
    when. Signed, so that none of it is the phone's to say."""
    shown = [seat.pk, paper.digest, intent, moment.now().isoformat()]
    return signing.dumps(shown, salt=_SERVED, compress=True)


def told(request: HttpRequest, seat: Seat) -> Circumstances:
    """From the form of a page that this seat was served. Raises Refused for any other, and where
    the words were not agreed to. How long was read is what the phone says."""
    given = request.POST
    try:
        whom, digest, intent, at = signing.loads(given.get("served", ""), salt=_SERVED)
    except (signing.BadSignature, ValueError):
        raise _stale() from None
    if (whom, digest) != (seat.pk, given.get("digest")):
        raise _stale()
    if "read" not in given:
        raise Refused("请先读完全文，勾选同意，再签署。")
    return Circumstances(
        intent=intent,
        read_from=datetime.fromisoformat(at),
        end_after=_claimed(given.get("end_after", "")),
        signed_after=_claimed(given.get("signed_after", "")),
        device=_device(request),
        address=get_client_ip_address(request),
        identity=_identity(request, seat),
        remote=given.get("where") == "remote",
    )


def _stale() -> Refused:
    return Refused("这一页打开得太早，文本或者席位已经变了。请重新打开全文，再签署。")


def _claimed(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST else None


def _device(request: HttpRequest) -> str:
    """What the browser calls itself, as far as it can be read and kept."""
    named = request.headers.get("User-Agent", "")
    most = Signature._meta.get_field("device").max_length
    return "".join(sign for sign in named if sign.isprintable())[:most]


def _identity(request: HttpRequest, seat: Seat) -> str:
    """How it is known whose phone this is: by the seat's own link, or by an account."""
    if not is_bound(request, seat):
        return Signature.Identity.ACCOUNT
    return Signature.Identity.LINK_AND_CODE if seat.code else Signature.Identity.LINK
