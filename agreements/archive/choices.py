"""What narrows a list down, as links: each adds a value or takes it back, and is an address that
can be shared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote_plus, urlencode

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext

from agreements.archive.facets import FACETS, MOST, Counts
from agreements.archive.models import Card
from agreements.archive.search import Found
from agreements.papers.standing import Standing
from negotiate.law import terms
from negotiate.law.refusal import N_
from negotiate.law.words import Procedure
from negotiate.matters.kinds import MATTER_KINDS
from negotiate.people.industries import Industry
from negotiate.people.models import Enterprise, Federation

LABELS: Final[Mapping[str, Mapping[str, str]]] = {
    "matter_kind": {kind.code: kind.label for kind in MATTER_KINDS.values()},
    "industry": dict(Industry.choices),
    "procedure": {one.value: one.label for one in Procedure},
    "standing": dict(Standing.choices),
    "grade": dict(Card.Grade.choices),
    "term": {kind.code: kind.label for kind in terms.KINDS.values()},
}
"""Of the facets whose values are words: what they are called, to be translated."""
NAMED: Final[Mapping[str, QuerySet[Any]]] = {
    "enterprise": Enterprise.objects.all(),
    "region": Federation.objects.all(),
}
"""Of those whose values are keys: what has the names."""
UNNAMED: Final[Mapping[str, str]] = {"enterprise": N_("所选企业"), "region": N_("所选地区")}
"""What is chosen without a hit: its name may be none of the reader's business."""


@dataclass(frozen=True)
class Choice:
    """One value of a facet, in the reader's language. `count` says how many there would be, or
    about how many."""

    label: str
    count: str
    chosen: bool
    address: str


@dataclass(frozen=True)
class Group:
    """One facet with its values, the chosen ones first."""

    label: str
    choices: Sequence[Choice]
    more: int


def groups(found: Found, asked: QueryDict, chosen: Mapping[str, Sequence[str]]) -> list[Group]:
    """Give every facet that tells hits apart, or in which something is chosen."""
    made, addresses = [], Addresses(asked)
    for name, facet in FACETS.items():
        picked = chosen.get(name, ())
        counted = found.counts[name]
        about = "%(total)s" if counted.exact else gettext("约%(total)s")
        if len(counted) < 2 and not picked:
            continue
        shown = _shown(counted, picked)
        called = labels_here(name, [value for value, n in shown if n])
        unnamed = gettext(UNNAMED[name]) if name in UNNAMED else ""
        choices = [
            Choice(
                called.get(value, unnamed or value),
                about % {"total": n},
                value in picked,
                addresses.toggled(name, value),
            )
            for value, n in shown
        ]
        more = len(counted) - sum(1 for _, n in shown if n)
        made.append(Group(gettext(facet.label), choices, more))
    return made


def _shown(counted: Counts, picked: Sequence[str]) -> list[tuple[str, int]]:
    """The values picked, and of the others the most frequent."""
    first = [(value, counted.number(value)) for value in picked]
    others = [each for each in counted[: MOST + len(picked)] if each[0] not in picked]
    return [*first, *others][: max(MOST, len(picked))]


class Addresses:
    """The addresses of one search with something added or taken back; from its first page on."""

    def __init__(self, asked: QueryDict) -> None:
        self._pairs = [(key, one) for key, all_ in asked.lists() if key != "page" for one in all_]
        self._whole = urlencode(self._pairs)

    def toggled(self, name: str, value: str) -> str:
        """The same search with this value chosen, or not any more."""
        pair = (name, value)
        if pair in self._pairs:
            return f"?{urlencode([each for each in self._pairs if each != pair])}"
        return f"?{self._whole}{self._whole and '&'}{name}={quote_plus(value)}"


def labels(name: str, values: Sequence[str]) -> Mapping[str, str]:
    """What a facet's values are called, where they have another name than themselves; it is to be
    translated where LABELS has it. Of what the reader may know, for it tells any name."""
    if name in LABELS:
        return LABELS[name]
    if name not in NAMED:
        return {}
    keys = [int(value) for value in values if value.isdecimal() and len(value) < 10]
    named = NAMED[name].filter(pk__in=keys).values_list("pk", "name")
    return {str(key): called for key, called in named}


def labels_here(name: str, values: Sequence[str]) -> Mapping[str, str]:
    """The same in the reader's language."""
    called = labels(name, values)
    if name not in LABELS:
        return called
    return {value: gettext(called[value]) for value in values if value in called}
