"""The pages of a federation's imports, for its officers."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from agreements.layouts.door import office_at
from agreements.old import actions, settling, shown
from agreements.old.bundle import Bundle
from agreements.old.door import import_at
from agreements.old.forms import ListForm
from agreements.old.models import Import, ImportLine
from agreements.old.particulars import COLUMNS, REQUIRED, read_lines, sample_list
from agreements.signing.file_views import attached
from negotiate.law.canonical import sha256_of
from negotiate.law.refusal import N_, Refused
from negotiate.people.office import Office

CSV = "text/csv; charset=utf-8"
_S = ImportLine.State


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def imports(request: HttpRequest) -> HttpResponse:
    """Every import of the federation; one more."""
    account, federation = office_at(request)
    is_sent = request.method == "POST"
    form = ListForm(request.POST, request.FILES) if is_sent else ListForm()
    if form.is_valid():
        try:
            office = Office(federation, account)
            begun = _begun(office, form.cleaned_data["list"])
        except Refused as refusal:
            form.add_error(None, refusal.told(gettext))
        else:
            return redirect("import", begun.pk)
    page = {
        "federation": federation,
        "form": form,
        "required": REQUIRED,
        "columns": COLUMNS,
        "imports": [(one, shown.Progress.of(one)) for one in federation.imports.all()[:20]],
    }
    return render(request, "agreements/old/imports.html", page, status=422 if form.errors else 200)


def _begun(office: Office, upload: UploadedFile[Any]) -> Import:
    name = upload.name or ""
    digest = sha256_of(upload.read())
    upload.seek(0)
    if not name.lower().endswith(".zip"):
        return actions.begin(office, name, digest, read_lines(upload))
    bundle = Bundle(upload)
    bundle.require_small()
    begun = actions.begin(office, name, digest, read_lines(bundle.list_file()))
    settling.bring_bundle(begun, bundle)
    return begun


@never_cache
@login_required
@require_GET
def sample(request: HttpRequest) -> HttpResponse:
    office_at(request)
    return attached(sample_list().encode(), CSV, f"{gettext('名单')}.csv")


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def one_import(request: HttpRequest, import_id: int) -> HttpResponse:
    """How far it is, and what is wrong; files are brought here."""
    _, federation = office_at(request)
    one = import_at(federation, import_id)
    if request.method == "POST":
        return _brought(request, one)
    page = {
        "import": one,
        "progress": shown.Progress.of(one),
        "wrong": [
            (line, line.why.told(gettext) if line.why else "")
            for line in shown.lines_in(one, _S.REFUSED, _S.DUPLICATE)
        ],
        "awaited": shown.lines_in(one, _S.AWAITED),
        "to_confirm": _to_confirm(one),
    }
    return render(request, "agreements/old/import.html", page)


def _to_confirm(one: Import) -> list[ImportLine]:
    lines = one.lines.filter(state=_S.ADDED, paper__has_text=True, paper__confirmed_at=None)
    lines = lines.select_related("paper__card").defer("content", "paper__content", "paper__text")
    return list(lines[: shown.MOST])


def _brought(request: HttpRequest, one: Import) -> HttpResponse:
    uploads = request.FILES.getlist("files")
    files = ((upload.name or "", upload.read()) for upload in uploads)
    strangers = settling.bring(one, files)
    if not uploads:
        messages.error(request, gettext("请先选文件。"))
    if strangers:
        said = gettext("名单里没有这些文件，没有收下：%(names)s")
        messages.error(request, said % {"names": gettext("、").join(strangers[:20])})
    return redirect("import", one.pk)


@login_required
@require_POST
def go_on(request: HttpRequest, import_id: int) -> HttpResponse:
    """Settle the next lines; pressed again until nothing is left."""
    account, federation = office_at(request)
    one = import_at(federation, import_id)
    try:
        settling.settle(Office(federation, account), one)
    except Refused as refusal:
        messages.error(request, refusal.told(gettext))
    return redirect("import", one.pk)


@never_cache
@login_required
@require_GET
def outcome(request: HttpRequest, import_id: int) -> HttpResponse:
    """What every line has come to, as a file."""
    _, federation = office_at(request)
    one = import_at(federation, import_id)
    name = f"{gettext(N_('导入结果'))} {one.pk}.csv"
    return attached(shown.outcomes(one, gettext).encode(), CSV, name)
