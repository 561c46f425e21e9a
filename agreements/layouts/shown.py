"""What the pages of a federation's layouts show."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from agreements.layouts import actions
from agreements.layouts.in_use import choice_of, in_use
from agreements.layouts.models import Choice, CountyLayouts, Layout
from agreements.papers.models import Paper
from negotiate.law.refusal import N_
from negotiate.people.models import Federation

Translate = Callable[[str], str]
LAST: Final = 50  # acts, the newest first
_UPLOADED: Final = N_("“%(kind)s”上传第%(number)s版（%(file)s）")
_CHOSEN: Final = N_("“%(kind)s”改用第%(number)s版")
_BACK: Final = N_("“%(kind)s”改用标准版式")


@dataclass(frozen=True)
class Kind:
    """One kind of paper: its code and name; what this federation has chosen last, if ever; and the
    layout that its papers are written in, another federation's above it or none perhaps."""

    code: str
    label: str
    choice: Choice | None
    layout: Layout | None

    @property
    def own_number(self) -> int | None:
        """Of the version in use, where it is the federation's own, or ours; none, where it is one
        of another federation above."""
        if self.layout is None:
            return actions.OURS
        return self.layout.number if self.is_own else None

    @property
    def is_own(self) -> bool:
        return self.choice is not None and self.choice.layout is not None


@dataclass(frozen=True)
class Change:
    at: datetime
    who: str
    what: str


def kinds(federation: Federation) -> list[Kind]:
    return [kind_of(federation, code) for code in Paper.Kind.values]


def kind_of(federation: Federation, code: str) -> Kind:
    label = str(Paper.Kind(code).label)
    return Kind(code, label, choice_of(federation, code), in_use(federation, code))


def versions(federation: Federation, code: str) -> list[Layout]:
    """The newest first, without their bytes."""
    found = Layout.objects.filter(county__federation=federation, kind=code)
    return list(found.select_related("account").defer("content"))


def changes(federation: Federation, translate: Translate) -> list[Change]:
    """The last acts of the federation's book."""
    county = CountyLayouts.objects.filter(federation=federation).first()
    if county is None:
        return []
    newest = county.book.entries.order_by("-number")[:LAST]
    return [_change(json.loads(entry.body), translate) for entry in newest]


def _change(act: Mapping[str, Any], translate: Translate) -> Change:
    data = act["data"]
    sentence = _UPLOADED if act["action"] == actions.UPLOAD else _CHOSEN
    if data["number"] == actions.OURS:
        sentence = _BACK
    facts = {**data, "kind": translate(str(Paper.Kind(data["kind"]).label))}
    return Change(
        datetime.fromisoformat(act["at"]), act["actor"]["name"], translate(sentence) % facts
    )
