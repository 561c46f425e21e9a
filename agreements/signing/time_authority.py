"""The time authority that stamps signatures (RFC 3161), if the installation has one: asked over
HTTP, for so long and for so much and no more. Never while a transaction holds anything.

Where none is set, nothing is asked and signatures tell their own time.
"""

import logging
import time
from http.client import HTTPException, HTTPMessage, HTTPResponse
from pathlib import Path
from typing import IO, Final, Never
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from cryptography.x509 import Certificate, load_pem_x509_certificates
from django.conf import settings
from django.utils import timezone

from agreements.signing.digital import stamps
from agreements.signing.digital.elements import stamped_bytes
from agreements.signing.digital.stamps import Stamp
from negotiate.law.refusal import N_, Refused

SILENT: Final = N_("时间戳机构没有应答，文件还没有完成，各方的签名都在。请稍后再试。")
WRONG: Final = N_(
    "时间戳机构的应答不能用，没有采用；文件还没有完成，各方的签名都在。请稍后再试，仍然不行请联系管理员。"
)
UNREADABLE: Final = N_(
    "时间戳机构的根证书文件读不出来，文件还没有完成，各方的签名都在。请联系管理员。"
)
_QUERY, _REPLY = "application/timestamp-query", "application/timestamp-reply"
_log = logging.getLogger(__name__)


def is_set() -> bool:
    """Whether papers are stamped here."""
    return bool(settings.TIMESTAMP_URL)


def roots() -> tuple[Certificate, ...]:
    """Whose word about the time counts, and what leads to them: also of authorities that stamped
    before. Raises Refused if the file is none."""
    try:
        return read_roots()
    except (OSError, ValueError) as fault:
        _log.error("TIMESTAMP_ROOTS cannot be read: %s", fault)
        raise Refused(UNREADABLE) from None


def read_roots() -> tuple[Certificate, ...]:
    """As `roots`. Raises OSError or ValueError (agreements/checks.py looks at it)."""
    if not settings.TIMESTAMP_ROOTS:
        return ()
    return tuple(load_pem_x509_certificates(Path(settings.TIMESTAMP_ROOTS).read_bytes()))


def said_of(value: bytes, token: bytes) -> Stamp | None:
    """What is said of the time of a signature's value, if it has a token. Raises Refused, and what
    `read` of `stamps` does."""
    return stamps.read(token, stamped_bytes(value), roots()) if token else None


def token(content: bytes) -> bytes:
    """A token over these bytes, which holds; empty where no authority is set. Raises Refused."""
    if not is_set():
        return b""
    asked, trusted = stamps.asked(content), roots()
    try:
        answer = _answer(asked.as_bytes())
    except (OSError, HTTPException) as fault:
        _log.warning("the time authority gave no answer: %s", fault)
        raise Refused(SILENT) from None
    try:
        given = stamps.answered(answer, asked, content, settings.TIMESTAMP_POLICY)
        now = timezone.now()
        stamps.require_plausible(stamps.read(given, content, trusted), now, now)
    except (stamps.Spoilt, stamps.Untrusted) as fault:
        _log.error("the time authority's answer is of no use: %s (%s)", fault, fault.__cause__)
        raise Refused(WRONG) from None
    return given


def _answer(query: bytes) -> bytes:
    """What it says within the time limit. Raises OSError or HTTPException."""
    seconds = settings.TIMESTAMP_SECONDS
    until = time.monotonic() + seconds
    request = Request(settings.TIMESTAMP_URL, query, {"Content-Type": _QUERY})  # noqa: S310  http(s), see checks.py
    with build_opener(_NoOtherPlace).open(request, timeout=seconds) as response:
        if response.headers.get_content_type() != _REPLY:
            raise HTTPException(f"it answers with {response.headers.get_content_type()}")
        return _bounded(response, until)


def _bounded(response: HTTPResponse, until: float) -> bytes:
    """All of it, unless it comes too slowly or is too much."""
    answer = b""
    while more := response.read1(stamps.LARGEST):
        answer += more
        if len(answer) > stamps.LARGEST:
            raise HTTPException("it answers without end")
        if time.monotonic() > until:
            raise TimeoutError("it answers too slowly")
    return answer


class _NoOtherPlace(HTTPRedirectHandler):
    """Follows nobody: the authority is where the installation says it is."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Never:
        raise HTTPError(newurl, code, "it sends us elsewhere", headers, fp)
