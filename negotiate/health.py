"""What the house says about itself: whether it stands, and that a page is not there."""

from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET

from negotiate.law.refusal import N_
from negotiate.people.door import NoEntry


@require_GET
def healthz(request: HttpRequest) -> HttpResponse:
    """200 while the database answers. For a proxy or a supervisor."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"ok": True})


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The same page for what does not exist and for what this visitor may not see."""
    sentence = str(exception) if isinstance(exception, NoEntry) else N_("没有这个页面。")
    page = {"refused": gettext(sentence)}
    return render(request, "negotiate/people/no_entry.html", page, status=404)
