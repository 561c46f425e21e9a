"""The manners of every address of the API: it is only read, and fails as it says it does."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from http import HTTPStatus
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import URLPattern, URLResolver, path
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from agreements.api.problems import Problem, nothing_here
from negotiate.law.refusal import N_, Refused

METHODS: Final = "GET, HEAD, OPTIONS"
View = Callable[..., HttpResponseBase]


def answering(patterns: Iterable[URLPattern | URLResolver]) -> list[URLPattern]:
    """The same addresses with these manners; what is none of them is told so as well."""
    given = [each for each in patterns if isinstance(each, URLPattern)]
    for pattern in given:
        pattern.callback = _mannered(pattern.callback)
    return [*given, path("<path:rest>", _mannered(_nothing), name="nothing")]


def _nothing(request: HttpRequest, rest: str) -> HttpResponse:
    raise Http404


def _mannered(view: View) -> View:
    @csrf_exempt
    @never_cache
    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **parts: Any) -> HttpResponseBase:
        if request.method == "OPTIONS":
            return HttpResponse(status=HTTPStatus.NO_CONTENT, headers={"Allow": METHODS})
        if request.method not in ("GET", "HEAD"):
            why = Refused(N_("这个接口只能查，不能改。"))
            return Problem(HTTPStatus.METHOD_NOT_ALLOWED, why, Allow=METHODS).answer()
        asked, request.method = request.method, "GET"  # to HEAD the server sends the headers alone
        try:
            return view(request, *args, **parts)
        except Http404:
            return nothing_here().answer()
        finally:
            request.method = asked

    return answer
