"""The public page on which anybody finds out whether a paper is genuine."""

from datetime import datetime

from axes.helpers import get_client_ip_address
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from agreements.checking.differences import differences
from agreements.checking.forms import PaperForm
from agreements.checking.register import bundle
from agreements.signing import authorities
from agreements.verifying.answers import Report
from agreements.verifying.verify import verify
from negotiate.people.throttle import may_verify


@never_cache
@require_http_methods(["GET", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """Look at the file and say what it is. Nothing of it is kept."""
    form, report, status = PaperForm(request.POST or None, request.FILES or None), None, 200
    if request.method == "POST":
        if not may_verify(get_client_ip_address(request) or ""):
            form.add_error(None, gettext("核对得太频繁了，请十分钟后再试。"))
        if form.is_valid():
            report = verify(form.cleaned_data["file"].read(), bundle())
        else:
            status = 422
    page = {"form": PaperForm() if report else form, "report": report, **_shown(report)}
    return render(request, "agreements/checking/check.html", page, status=status)


def _shown(report: Report | None) -> dict[str, object]:
    """What a person can read at a glance."""
    if report is None:
        return {}
    return {
        "differences": differences(report.changes),
        "signatures": [(one, _time(one.at), _time(one.stamped_at)) for one in report.signatures],
    }


def _time(written: str) -> datetime | None:
    return datetime.fromisoformat(written) if written else None


@require_GET
def roots(request: HttpRequest) -> HttpResponse:
    """Every root certificate that papers here are signed under, for whoever checks for himself."""
    content = b"".join(authorities.roots())
    headers = {"Content-Disposition": 'attachment; filename="roots.pem"'}
    return HttpResponse(content, content_type="application/x-pem-file", headers=headers)
