"""What a visitor reads when a page can't be had: one plain sentence, and where to go instead."""

import sys
from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.defaults import server_error as django_server_error

from negotiate.law.refusal import N_
from negotiate.people.door import NoEntry

MOST_BYTES: Final = 10_000_000  # of a request: the largest upload is a scan of 8 MB

DISK_FULL: Final = ("disk is full", "No space left on device")  # as SQLite and PostgreSQL say it


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The same page for what does not exist and for what this visitor may not see."""
    if isinstance(exception, NoEntry):
        return _say(request, str(exception), 404)
    return _say(request, N_("没有这个页面。"), 404)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A form too large, or one that no page of ours sends."""
    return _say(request, N_("提交的内容太大或不完整，请返回重试。"), 400)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return _say(request, N_("页面放得太久或来自别处，请返回并刷新后再提交。"), 403)


def server_error(request: HttpRequest) -> HttpResponse:
    """What failed is in the log. Of a full disk the visitor is told, who can have it seen to."""
    fault = str(sys.exception())
    if any(sign in fault for sign in DISK_FULL):
        return _say(
            request, N_("服务器的磁盘满了，刚才没有办成。请让管理员腾出空间，再试一次。"), 507
        )
    return django_server_error(request)


class Unavailable(Exception):
    """Something that an answer needs is away: no answer, rather than half of one. `sentence`: a
    Chinese msgid."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        super().__init__(sentence)


class SayUnavailable:
    """Tell it to whoever asked for the page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        return _say(request, fault.sentence, 503) if isinstance(fault, Unavailable) else None


class RefuseOversized:
    """Turn away what says it is too large, before a page reads it. A proxy does it earlier."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        length = request.headers.get("Content-Length", "0")
        if length.isascii() and length.isdigit() and int(length) > MOST_BYTES:
            return _say(request, N_("上传的内容太大，请控制在 8 MB 以内。"), 413)
        return self.get_response(request)


def _say(request: HttpRequest, sentence: str, status: int) -> HttpResponse:
    page = {"refused": gettext(sentence)}
    return render(request, "negotiate/people/no_entry.html", page, status=status)
