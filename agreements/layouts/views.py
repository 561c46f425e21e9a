"""The pages of a federation's layouts, for its officers."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from agreements.layouts import actions, shown
from agreements.layouts.container import require_small
from agreements.layouts.door import kind_at, office_at
from agreements.layouts.forms import LayoutForm
from agreements.layouts.meanings import FILTERS
from agreements.layouts.samples import samples
from agreements.layouts.tags import tags
from agreements.papers.models import Paper
from negotiate.law.refusal import Refused


@never_cache
@login_required
@require_GET
def layouts(request: HttpRequest) -> HttpResponse:
    """Every kind of paper, what it is written in, since when and by whom."""
    _, federation = office_at(request)
    page = {
        "federation": federation,
        "kinds": shown.kinds(federation),
        "changes": shown.changes(federation, gettext),
    }
    return render(request, "agreements/layouts/layouts.html", page)


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def layout(request: HttpRequest, kind: str) -> HttpResponse:
    """All versions of one kind's layout; one more."""
    account, federation = office_at(request)
    is_sent = request.method == "POST"
    form = LayoutForm(request.POST, request.FILES) if is_sent else LayoutForm()
    if kind_at(kind) and form.is_valid():
        file = form.cleaned_data["layout"]
        try:
            require_small(file.size)
            kept = actions.upload(account, federation, kind, name=file.name, content=file.read())
        except Refused as refusal:
            form.add_error(None, refusal.told(gettext))
        else:
            said = gettext("第%(number)s版已存好，还没有用上。请先看样例，再按“用这一版”。")
            messages.success(request, said % {"number": kept.number})
            return redirect("layout", kind)
    page = {
        "federation": federation,
        "kind": shown.kind_of(federation, kind_at(kind)),
        "versions": shown.versions(federation, kind),
        "form": form,
    }
    status = 422 if form.errors else 200
    return render(request, "agreements/layouts/layout.html", page, status=status)


@login_required
@require_POST
def use(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """This version from now on; the standard layout, if the number is 0."""
    account, federation = office_at(request)
    try:
        actions.choose(account, federation, kind_at(kind), number)
    except Refused as refusal:
        messages.error(request, refusal.told(gettext))
    else:
        messages.success(request, gettext("已换好。以后归纳的文件用它；已经归纳的文件不变。"))
    return redirect("layout", kind)


@never_cache
@login_required
@require_GET
def tag_list(request: HttpRequest, kind: str) -> HttpResponse:
    """Every tag that a layout of this kind may use, what it means, and what it says on the
    sample."""
    office_at(request)
    page = {
        "kind": kind_at(kind),
        "label": Paper.Kind(kind).label,
        "tags": tags(samples(kind)[0]),
        "filters": FILTERS.items(),
    }
    return render(request, "agreements/layouts/tags.html", page)
