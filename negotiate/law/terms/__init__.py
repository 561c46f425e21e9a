"""The structured kinds of term: each validates, words itself in Chinese, and compares."""

from collections.abc import Mapping
from types import MappingProxyType

from negotiate.law.minimum_wages import MinimumWage
from negotiate.law.refusal import N_, Refused
from negotiate.law.terms import (
    allowance_ladder,
    amount,
    cap,
    change,
    checklist,
    choice,
    comparing,
    date,
    duration,
    formula,
    local,
    percent,
    post_floor_table,
    reading,
    text,
    tier_table,
    unit_price_table,
)
from negotiate.law.terms.base import Change, Comparison, Field, Kind, Table, Value, Wording

__all__ = [
    "KINDS",
    "Change",
    "Comparison",
    "Field",
    "Kind",
    "Table",
    "Value",
    "Wording",
    "compare",
    "completed",
    "kind",
    "parse",
    "partly",
    "unshown",
    "word",
]

_MODULES = (
    tier_table,
    formula,
    unit_price_table,
    allowance_ladder,
    post_floor_table,
    choice,
    checklist,
    amount,
    percent,
    change,
    cap,
    date,
    duration,
    text,
)
KINDS: Mapping[str, Kind] = MappingProxyType({m.KIND.code: m.KIND for m in _MODULES})


def kind(code: str) -> Kind:
    """The kind of this code. Raises Refused for an unknown one."""
    if code not in KINDS:
        raise Refused(N_("没有这一种条款，请重新选择。"))
    return KINDS[code]


def parse(code: str, raw: object, minimum: MinimumWage | None = None) -> Value:
    """The canonical value of what a form or a file gives, or Refused naming field and row.

    `minimum`: the minimum wage in force where the term will hold, if it is known.
    """
    value = reading.parse(kind(code), raw)
    local.hold_to(kind(code), value, minimum)
    return value


def partly(code: str, raw: object) -> Value:
    """A value with gaps: what a form may open with. Refused for a blank that is filled wrongly."""
    return reading.parse(reading.with_gaps(kind(code)), raw)


def word(code: str, title: str, value: Value) -> Wording:
    """A parsed value as Chinese clause text."""
    return kind(code).words(title, completed(code, value))


def unshown(code: str, value: Value) -> tuple[str, ...]:
    """What a parsed value leaves to be shown: which guard nobody can check by it."""
    return kind(code).unshown(completed(code, value))


def completed(code: str, value: Value) -> Value:
    """A value that was kept, with every field that its kind has now."""
    return reading.completed(kind(code), value)


def compare(code: str, old: Value | None, new: Value) -> Comparison:
    """What changed between two parsed values, by how much, and for whose good."""
    before = None if old is None else completed(code, old)
    return comparing.compare(kind(code), before, completed(code, new))
