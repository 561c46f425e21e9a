"""The daily heads of all chains, for anybody to keep."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from negotiate.record.models import DayHead

SHOWN = 60
"""Days on the page: two months. Each has an address of its own for as long as it is kept."""


@require_GET
def heads(request: HttpRequest) -> HttpResponse:
    """The newest days, each in one hash."""
    days = DayHead.objects.defer("lines")[:SHOWN]
    return render(request, "negotiate/record/heads.html", {"days": days})


@require_GET
def day_head(request: HttpRequest, day: date) -> HttpResponse:
    """What one day's hash was made of: `previous`, a line end, and the lines."""
    head = get_object_or_404(DayHead, day=day)
    text = f"{head.previous}\n{head.lines}"
    return HttpResponse(text, content_type="text/plain; charset=utf-8")
