"""What is in the format, kind by kind, in the order in which it is written and read. A kind is a
table: every field of it goes along but those named as left out, and what an import puts there.

Another kind of file is one more line of KINDS: its bytes are a BinaryField.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from django.db.models import Field, ForeignKey, Model, QuerySet

from agreements.archive.models import Card, Clause, Figure
from agreements.county.scope import County
from agreements.evidence.models import Evidence
from agreements.layouts.models import Choice, CountyLayouts, Layout
from agreements.old.models import Import, ImportLine, OldPaper
from agreements.papers.models import Paper, PaperNumber
from agreements.signing.models import Certificate, Initial, Refusal, Revocation, Signature
from agreements.signing.scan_models import Finding, Scan, ScanFile, ScanPicture
from negotiate import models as negotiating

FORMAT: Final = "negotiate-county/1"
Rows = Callable[[County], QuerySet[Any]]
Made = Mapping[str, Callable[[], Any]]
"""By the name of a field what an import puts there."""


def _nothing() -> None:
    return None


def _dead() -> int:
    """The serial of a link that nobody ever had: no link or screen that was opened elsewhere opens
    the seat or the room that was brought here."""
    return 1_000_000_000 + secrets.randbelow(1_000_000_000)


_LINKS: Final[Made] = {"screen_serial": _dead, "links": lambda: 1}
_DEVICES: Final[Made] = {
    "account": _nothing, "link_serial": _dead, "device": str, "code": str,
    "second_device_at": _nothing,
}  # fmt: skip


@dataclass(frozen=True)
class Kind:
    """`key`: the field by which a row is the same as one that is there already."""

    name: str
    model: type[Model]
    rows: Rows
    left_out: Made = field(default_factory=dict)
    key: str = "pk"

    @cached_property
    def fields(self) -> list[Field[Any, Any]]:
        skipped = {*self.left_out, *(() if self.key == "pk" else ("id",))}
        return [one for one in self.model._meta.concrete_fields if one.name not in skipped]

    @cached_property
    def key_field(self) -> str:
        primary = self.model._meta.pk
        return primary.name if self.key == "pk" and primary else self.key

    @cached_property
    def references(self) -> dict[str, str]:
        """Which fields name a row of which kind. Accounts are no kind: they are names."""
        names = {kind.model: kind.name for kind in KINDS}
        return {
            one.name: names[one.related_model]
            for one in self.fields
            if isinstance(one, ForeignKey) and one.related_model in names
        }


def _of(model: type[Any], path: str) -> Rows:
    """Rows that lie in a room of the county, by the path that leads there."""
    return lambda county: model.objects.filter(**{f"{path}__in": county.rooms})


def _in(model: type[Any], path: str, of: str) -> Rows:
    """Rows that belong to something of the county's scope."""
    return lambda county: model.objects.filter(**{f"{path}__in": getattr(county, of)})


_N = negotiating
KINDS: Final = (
    Kind("federations", _N.Federation, _in(_N.Federation, "pk", "lineage")),
    Kind("enterprises", _N.Enterprise, _in(_N.Enterprise, "federation", "reach")),
    Kind("books", _N.Book, lambda county: county.books),
    Kind("entries", _N.Entry, _in(_N.Entry, "book", "books")),
    Kind("rules", _N.CountyProfile, _in(_N.CountyProfile, "federation", "lineage")),
    Kind("overrides", _N.Override, _in(_N.Override, "profile__federation", "lineage")),
    Kind("wages", _N.LocalMinimumWage, _in(_N.LocalMinimumWage, "profile__federation", "lineage")),
    Kind("county_layouts", CountyLayouts, _in(CountyLayouts, "federation", "lineage")),
    Kind("layouts", Layout, _in(Layout, "county__federation", "lineage")),
    Kind("layout_choices", Choice, _in(Choice, "county__federation", "lineage")),
    Kind("persons", _N.Person, lambda c: _N.Person.objects.filter(pk__in=c.seats.values("person"))),
    Kind("matters", _N.Matter, _of(_N.Matter, "agenda_item__room")),
    Kind("screenings", _N.Screening, _of(_N.Screening, "matter__agenda_item__room")),
    Kind("rooms", _N.Room, lambda county: county.rooms, _LINKS),
    Kind("bound_enterprises", _N.BoundEnterprise, _of(_N.BoundEnterprise, "room")),
    Kind("seats", _N.Seat, lambda county: county.seats, _DEVICES),
    Kind("agenda", _N.AgendaItem, _of(_N.AgendaItem, "room")),
    Kind("offers", _N.Offer, _of(_N.Offer, "room")),
    Kind("recorder_words", _N.RecorderWord, _of(_N.RecorderWord, "room")),
    Kind("terms", _N.Term, _of(_N.Term, "item__room")),
    Kind("versions", _N.Version, _of(_N.Version, "term__item__room")),
    Kind("suspensions", _N.Suspension, _of(_N.Suspension, "room")),
    Kind("deadlocks", _N.Deadlock, _of(_N.Deadlock, "room")),
    Kind("corrections", _N.Correction, _of(_N.Correction, "room")),
    Kind("approvals", _N.Approval, _of(_N.Approval, "room")),
    Kind("drafts", _N.Draft, _of(_N.Draft, "room")),
    Kind("ratifications", _N.Ratification, _of(_N.Ratification, "room")),
    Kind("filings", _N.Filing, _of(_N.Filing, "draft__room")),
    Kind("publications", _N.Publication, _of(_N.Publication, "draft__room")),
    Kind("end_words", _N.EndWord, _of(_N.EndWord, "room")),
    Kind("clocks", _N.Clock, _of(_N.Clock, "room")),
    Kind("papers", Paper, _of(Paper, "room"), {"prepared": _nothing}),
    Kind("paper_numbers", PaperNumber, _in(PaperNumber, "enterprise", "enterprises")),
    Kind("signatures", Signature, _of(Signature, "paper__room")),
    Kind("refusals", Refusal, _of(Refusal, "paper__room")),
    Kind("initials", Initial, _of(Initial, "paper__room")),
    Kind("certificates", Certificate, lambda county: county.certificates),
    Kind(
        "revocations", Revocation,
        lambda c: Revocation.objects.filter(serial__in=c.certificates.values("serial")),
        key="serial",
    ),
    Kind("evidence", Evidence, _of(Evidence, "paper__room")),
    Kind("scans", Scan, _of(Scan, "paper__room")),
    Kind("scan_files", ScanFile, _of(ScanFile, "scan__paper__room")),
    Kind("scan_pictures", ScanPicture, _of(ScanPicture, "file__scan__paper__room")),
    Kind("findings", Finding, _of(Finding, "scan__paper__room")),
    Kind("imports", Import, lambda county: county.imports),
    Kind("old_papers", OldPaper, lambda county: county.old_papers),
    Kind("import_lines", ImportLine, lambda county: county.import_lines),
    Kind("cards", Card, lambda county: county.cards, {"serial": int}),
    Kind("clauses", Clause, _in(Clause, "card", "cards")),
    Kind("figures", Figure, _in(Figure, "card", "cards"), {"searched": str}),
)  # fmt: skip
