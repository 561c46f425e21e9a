"""That a county's rules and minimum wages are those that its book tells of: the book is read again
from its first act, and what should stand is held against what does."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

from negotiate.law.canonical import digest
from negotiate.places import actions
from negotiate.places.entries import NewValue, NewWage
from negotiate.places.models import CountyProfile

Plain = dict[str, Any]


@dataclass
class _Told:
    """What a book says by its end; `rules` by their keys, `wages` by their first days."""

    base: str = ""
    region: str = ""
    rules: dict[str, Plain] = field(default_factory=dict)
    wages: dict[str, Plain] = field(default_factory=dict)


def _copied(told: _Told, facts: Plain) -> None:
    told.base = facts["base"]


def _overridden(told: _Told, facts: Plain) -> None:
    told.rules[facts["key"]] = {name: kept for name, kept in facts.items() if name != "was"}


def _taken_back(told: _Told, facts: Plain) -> None:
    told.rules.pop(facts["key"], None)


def _region_chosen(told: _Told, facts: Plain) -> None:
    told.region = facts["region"]


def _wage_written(told: _Told, facts: Plain) -> None:
    told.wages[facts["since"]] = _in_figures(facts)


def _wage_taken_back(told: _Told, facts: Plain) -> None:
    told.wages.pop(facts["since"], None)


_ACTS: Final[dict[str, Callable[[_Told, Plain], None]]] = {
    actions.COPY: _copied,
    actions.OVERRIDE: _overridden,
    actions.TAKE_BACK: _taken_back,
    actions.REGION: _region_chosen,
    actions.WAGE: _wage_written,
    actions.DROP_WAGE: _wage_taken_back,
}


def faults(county: CountyProfile) -> Iterator[str]:
    """Everything that stands in the tables otherwise than in the book."""
    told = _Told()
    for entry in county.book.entries.order_by("number"):
        try:
            act = json.loads(entry.body)
            _ACTS[act["action"]](told, act["data"])
        except (ValueError, KeyError, TypeError, ArithmeticError):
            yield f"entry {entry.number} is no act of a county"
    if told.base != county.base:
        yield f"its rules are those of {county.base}, the book says {told.base or 'none'}"
    if told.region != county.wage_region:
        yield f"its wage region is {county.wage_region or 'none'}, the book says {told.region}"
    yield from _differ("rule", told.rules, dict(_rules(county)))
    yield from _differ("minimum wage since", told.wages, dict(_wages(county)))


def _differ(what: str, told: dict[str, Plain], standing: dict[str, Plain]) -> Iterator[str]:
    for key in sorted({*told, *standing}):
        if key not in standing:
            yield f"{what} {key} stands in the book, and is not there"
        elif key not in told:
            yield f"{what} {key} is there, and not in the book"
        elif digest(told[key]) != digest(standing[key]):
            yield f"{what} {key} is not as the book says"


def _rules(county: CountyProfile) -> Iterator[tuple[str, Plain]]:
    for kept in county.overrides.all():
        new = NewValue(
            kept.key, kept.value, kept.unit, kept.article, kept.note, kept.checked_by,
            kept.checked_on,
        )  # fmt: skip
        lies = kept.verified is not bool(kept.checked_by)
        yield kept.key, {**new.plain, **({"verified": kept.verified} if lies else {})}


def _wages(county: CountyProfile) -> Iterator[tuple[str, Plain]]:
    for kept in county.wages.all():
        new = NewWage(kept.since, kept.monthly, kept.source, kept.hourly, kept.checked_by)
        yield kept.since.isoformat(), _in_figures(new.plain)


def _in_figures(wage: Plain) -> Plain:
    """2180 and 2180.00 are the same amount."""
    amounts = {name: wage[name] for name in ("monthly", "hourly") if wage[name]}
    return {**wage, **{name: f"{Decimal(said):.2f}" for name, said in amounts.items()}}
