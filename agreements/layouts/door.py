"""Whose layouts an account keeps: a federation's officer those of the federation, nobody else
any."""

from django.http import Http404, HttpRequest

from agreements.layouts.actions import OURS
from agreements.layouts.in_use import file_of
from agreements.layouts.models import Layout
from agreements.layouts.samples import samples
from agreements.layouts.standard import standard
from agreements.papers.models import Paper
from negotiate.people.door import account_at
from negotiate.people.models import Account, Federation


def office_at(request: HttpRequest) -> tuple[Account, Federation]:
    account = account_at(request)
    if account.federation is None:
        raise Http404
    return account, account.federation


def kind_at(kind: str) -> str:
    if kind not in Paper.Kind.values:
        raise Http404
    return kind


def version_at(federation: Federation, kind: str, number: int) -> bytes:
    """The file of one version; ours, if OURS."""
    if number == OURS:
        return standard(samples(kind_at(kind))[0])
    layout = Layout.objects.filter(
        county__federation=federation, kind=kind_at(kind), number=number
    ).first()
    if layout is None:
        raise Http404
    return file_of(layout)
