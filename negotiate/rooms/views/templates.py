"""An office's pages about its templates of terms."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from negotiate.law import terms
from negotiate.law.refusal import Refused
from negotiate.law.terms.reading import with_gaps
from negotiate.matters.models import TermTemplate
from negotiate.people.door import account_at
from negotiate.people.models import Account
from negotiate.rooms.actions import templates
from negotiate.rooms.forms.templates import TemplateForm
from negotiate.rooms.models import Room
from negotiate.rooms.sheet import read_sheet, reshaped, sheet

RECENT = 20


@never_cache
@login_required
@require_GET
def every(request: HttpRequest) -> HttpResponse:
    """The office's templates, those from above that it may use, and meetings to make one from."""
    account = account_at(request)
    own = TermTemplate.objects.of_office(account).filter(retired=False)
    above = TermTemplate.objects.none()
    if account.enterprise:
        above = TermTemplate.objects.for_enterprise(account.enterprise).exclude(
            enterprise=account.enterprise
        )
    rooms = (
        Room.objects.filter(enterprise__in=account.enterprises(), agenda__terms__isnull=False)
        .select_related("enterprise")
        .order_by("-pk")
        .distinct()[:RECENT]
    )
    page = {
        "own": own.select_related("made_by"),
        "above": above.select_related("federation"),
        "rooms": rooms,
    }
    return render(request, "negotiate/matters/templates.html", page)


@login_required
@require_POST
def make(request: HttpRequest, room_id: int) -> HttpResponse:
    try:
        template = templates.make(account_at(request), room_id)
    except Refused as refusal:
        messages.error(request, refusal.told(gettext))
        return redirect("templates")
    messages.success(request, gettext("模板做好了，可以改名称和预填的内容。"))
    return redirect("template", template.pk)


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def one(request: HttpRequest, template_id: int) -> HttpResponse:
    """Its name and its terms' titles; from here to what each term's form opens with."""
    account = account_at(request)
    template = _own(account, template_id)
    form = TemplateForm(request.POST or None, template)
    if request.method == "POST" and form.is_valid():
        name, titles = form.cleaned_data["name"], form.titles()
        act = partial(templates.rename, account, template_id, name, titles)
        return _pressed(request, act, "template", template_id)
    page = {"template": template, "form": form, "entries": _entries(template)}
    status = 422 if form.errors else 200
    return render(request, "negotiate/matters/template.html", page, status=status)


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def fill(request: HttpRequest, template_id: int, place: int) -> HttpResponse:
    """What the form of one term opens with."""
    account = account_at(request)
    template = _own(account, template_id)
    if place >= len(template.terms):
        raise Http404
    entry, refused = template.terms[place], ""
    raw: dict[str, Any] = entry["value"]
    if request.method == "POST":
        raw = read_sheet(request.POST)
        changed = reshaped(request.POST, raw)
        if changed is None:
            try:
                templates.fill(account, template_id, place, raw)
                messages.success(request, gettext("已保存。"))
                return redirect("template", template_id)
            except Refused as refusal:
                refused = refusal.told(gettext)
        raw = changed or raw
    page = {
        "template": template,
        "entry": entry,
        "sheet": sheet(with_gaps(terms.kind(entry["kind"])), raw),
        "refused": refused,
    }
    status = 422 if refused else 200
    return render(request, "negotiate/matters/prefill.html", page, status=status)


@login_required
@require_POST
def drop(request: HttpRequest, template_id: int, place: int) -> HttpResponse:
    account = account_at(request)
    _own(account, template_id)
    act = partial(templates.drop, account, template_id, place)
    return _pressed(request, act, "template", template_id)


@login_required
@require_POST
def retire(request: HttpRequest, template_id: int) -> HttpResponse:
    account = account_at(request)
    _own(account, template_id)
    return _pressed(request, partial(templates.retire, account, template_id), "templates")


def _own(account: Account, template_id: int) -> TermTemplate:
    """A template of the account's own office; 404 for any other."""
    own = TermTemplate.objects.of_office(account).filter(retired=False)
    template = own.filter(pk=template_id).first()
    if template is None:
        raise Http404
    return template


def _entries(template: TermTemplate) -> list[tuple[str, str]]:
    """Each term's title and its kind's label."""
    return [(entry["title"], terms.kind(entry["kind"]).label) for entry in template.terms]


def _pressed(request: HttpRequest, act: Callable[[], None], then: str, *about: int) -> HttpResponse:
    try:
        act()
    except Refused as refusal:
        messages.error(request, refusal.told(gettext))
    else:
        messages.success(request, gettext("已保存。"))
    return redirect(then, *about)
