"""The only writer of a federation's layouts. Each act stands in their own book."""

import hashlib
from typing import Any, Final

from django.db import transaction

from agreements.layouts.in_use import in_use
from agreements.layouts.models import Choice, CountyLayouts, Layout
from agreements.layouts.trying import tried
from agreements.layouts.work import TRIAL
from negotiate import moment
from negotiate.law.legible import is_legible
from negotiate.law.refusal import N_, Refused
from negotiate.people.models import Account, Federation
from negotiate.record.actions import append, open_book

UPLOAD, CHOOSE = "upload_layout", "choose_layout"
OURS: Final = 0
"""In place of a version's number: the standard layout, whatever is used above."""
LONGEST: Final = 100
"""Signs of a file's name that are kept, the last."""


def upload(
    account: Account, federation: Federation, kind: str, *, name: str, content: bytes
) -> Layout:
    """Keep this file as the next version; it is used only once it is chosen. Raises Refused if it
    could not be."""
    _require_office(account, federation)
    tried(content, kind, TRIAL)
    digest = hashlib.sha256(content).hexdigest()
    with transaction.atomic():
        county = _county(federation)
        versions = county.versions.filter(kind=kind)
        same = versions.filter(sha256=digest).first()
        if same is not None:
            raise Refused(N_("这份文件和第%(number)s版一模一样，不用再传。"), number=same.number)
        kept = Layout.objects.create(
            county=county,
            kind=kind,
            number=versions.count() + 1,
            name="".join(filter(is_legible, name))[-LONGEST:],
            content=content,
            sha256=digest,
            account=account,
            at=moment.now(),
        )
        _record(county, account, UPLOAD, {**_facts(kept), "file": kept.name})
        return kept


def choose(account: Account, federation: Federation, kind: str, number: int) -> None:
    """Let papers that are frozen from now on be written in this version; in ours, if OURS. Raises
    Refused."""
    _require_office(account, federation)
    with transaction.atomic():
        county = _county(federation)
        layout = county.versions.filter(kind=kind, number=number).first()
        if layout is None and number != OURS:
            raise Refused(N_("没有这一版。"))
        if in_use(federation, kind) == layout:
            raise Refused(N_("现在用的就是这一版。"))
        Choice.objects.create(
            county=county, kind=kind, layout=layout, account=account, at=moment.now()
        )
        facts = _facts(layout) if layout else {"kind": kind, "number": OURS}
        _record(county, account, CHOOSE, facts)


def _facts(layout: Layout) -> dict[str, Any]:
    return {"kind": layout.kind, "number": layout.number, "sha256": layout.sha256}


def _county(federation: Federation) -> CountyLayouts:
    """The federation's own, locked; begun with its first act."""
    Federation.objects.select_for_update().get(pk=federation.pk)
    county = CountyLayouts.objects.filter(federation=federation).first()
    return county or CountyLayouts.objects.create(federation=federation, book=open_book())


def _require_office(account: Account, federation: Federation) -> None:
    if account.federation_id != federation.pk:
        raise Refused(N_("只有本级总工会的人员可以换版式。"))


def _record(county: CountyLayouts, account: Account, act: str, facts: dict[str, Any]) -> None:
    actor = {
        "account": account.pk,
        "name": account.get_full_name(),
        "office": county.federation.name,
    }
    append(county.book_id, act, actor, facts)
