"""What a program reads when it gets no answer: RFC 9457, one sentence in Chinese and in English."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.core.signals import got_request_exception
from django.http import Http404, HttpRequest, JsonResponse
from django.utils.log import log_response
from django.utils.translation import gettext, override
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from agreements.api.mistakes import mistakes
from negotiate.errors import Unavailable
from negotiate.law.refusal import N_, Refused

MEDIA_TYPE = "application/problem+json"
AGAIN = 30  # seconds until something that is away may be back


class Problem(Exception):
    """No answer, and why. `errors`: what is wrong with which parameter."""

    def __init__(
        self,
        status: HTTPStatus,
        why: Refused,
        errors: Mapping[str, Refused] | None = None,
        **headers: str,
    ) -> None:
        self.status = status
        self.why = why
        self.errors = errors or {}
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}
        super().__init__(str(why))

    def answer(self) -> JsonResponse:
        body = {
            "type": "about:blank",
            "title": self.status.phrase,
            "status": self.status.value,
            **told(self.why),
        }
        if self.errors:
            body["errors"] = [{"parameter": n, **told(why)} for n, why in self.errors.items()]
        return JsonResponse(body, status=self.status, headers=self.headers, content_type=MEDIA_TYPE)


def told(why: Refused) -> dict[str, Any]:
    """One sentence in both languages."""
    sentences = {}
    for name, language in (("detail", "zh-hans"), ("detail_en", "en")):
        with override(language):
            sentences[name] = why.told(gettext)
    return sentences


def nothing_here() -> Problem:
    """The same for what does not exist and for what the reader may not see."""
    return Problem(HTTPStatus.NOT_FOUND, Refused(N_("没有这一项，或者您不能查看。")))


def wrong(errors: Mapping[str, Refused]) -> Problem:
    """Something is wrong with these parameters; the first is told in full."""
    name, why = next(iter(errors.items()))
    first = Refused(N_("参数 %(name)s 不对：%(why)s"), name=name, why=why)
    return Problem(HTTPStatus.UNPROCESSABLE_ENTITY, first, errors)


def register(api: NinjaAPI) -> None:
    """Let every failure of this API be told so."""
    api.add_exception_handler(Exception, _on_failure)
    for also in (Http404, HttpError, ValidationError):  # for which ninja has answers of its own
        api.add_exception_handler(also, _on_failure)


def _on_failure(request: HttpRequest, fault: Exception | type[Exception]) -> JsonResponse:
    match fault:
        case Problem():
            return fault.answer()
        case Http404():
            return nothing_here().answer()
        case ValidationError():
            return wrong(mistakes(fault.errors)).answer()
        case Unavailable():
            why = Refused(fault.sentence)
            away = HTTPStatus.SERVICE_UNAVAILABLE
            return Problem(away, why, Retry_After=str(AGAIN)).answer()
        case SuspiciousOperation():  # more parameters than any page or description of ours allows
            return Problem(HTTPStatus.BAD_REQUEST, Refused(N_("参数太多。"))).answer()
    return _on_fault(request, fault)


def _on_fault(request: HttpRequest, fault: Exception | type[Exception]) -> JsonResponse:
    """A fault of ours goes into the log, as on every page, and nothing of it to the reader."""
    got_request_exception.send(sender=None, request=request)
    why = Refused(N_("服务器出错，已经记下，请稍后再试。"))
    answer = Problem(HTTPStatus.INTERNAL_SERVER_ERROR, why).answer()
    log_response(
        "%s", type(fault).__name__, response=answer, request=request, exception=sys.exception()
    )
    return answer
