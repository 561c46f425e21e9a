"""What is worse for the workers, written by hand and apart from the kinds: each field of each kind
is moved both ways, left out and filled in, and exactly these moves are worse."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from negotiate.law.refusal import Refused
from negotiate.law.terms import KINDS, Field, Value, compare, parse
from negotiate.law.terms.base import NUMERIC
from negotiate.law.words import Effect
from tests.law.terms.cases import step
from tests.law.terms.whole import WHOLE

FLOORED = {"minimum_wage less", "minimum_wage left out"}
# Of a kind that says itself what is good for the workers: by what it says.
BOTH_WAYS = {"higher: amount less", "lower: amount more"}
BUYS = {"higher: buying free", "lower: buying free"}
WORSE: dict[str, set[str]] = {
    "tier_table": {"rows.amount less", "a row less"},
    "formula": {
        "share less", "months less", "cap less", "cap filled in", "floor less", "floor left out",
        *FLOORED,
    },
    "unit_price_table": {
        "attainable less", "attainable left out", "rows.minutes less", "rows.price less",
        "a row less", *FLOORED,
    },
    "allowance_ladder": {"rows.amount less", "a row less"},
    "post_floor_table": {
        "rows.amount less", "rows.last_year less", "rows.last_year left out", "a row less",
        *FLOORED,
    },
    "choice": {"buying free"},
    "checklist": {"rows.count less", "a row less"},
    "amount": BOTH_WAYS | BUYS,
    "percent": {"higher: share less", "lower: share more"},
    "change": {"higher: to_amount less", "lower: to_amount more"} | BUYS,
    "cap": BOTH_WAYS,
    "date": {"higher: date less", "lower: date more"},
    "duration": {"higher: count less", "lower: count more"},
    "text": set(),
}  # fmt: skip
FIXED = {
    "post_floor_table": {"year"},
    "amount": {"per", "favours"},
    "percent": {"base", "favours"},
    "change": {"from_amount", "unit", "favours"},
    "cap": {"per", "favours"},
    "date": {"favours"},
    "duration": {"unit", "favours"},
}


def moves(field: Field, cell: Any) -> Iterator[tuple[str, Any]]:
    """Every way to move one cell, and what it is called."""
    if field.type == "select":
        yield from ((value, value) for value, _ in field.choices)
    elif cell != "" and (field.type in NUMERIC or field.type == "date"):
        yield from (("less", step(field, cell, -1)), ("more", step(field, cell, 1)))
        yield from (("left out", ""),) if not field.required else ()
    elif cell == "" and field.type in NUMERIC:
        yield "filled in", Decimal(5000)


def moved(code: str, old: Value) -> Iterator[tuple[str, Value]]:
    """The value, moved in one field alone; and with one row less."""
    kind = KINDS[code]
    for field in kind.fields:
        for how, cell in moves(field, old[field.name]):
            yield f"{field.name} {how}", {**old, field.name: cell}
    rows = old.get("rows", [])
    for column in kind.columns:
        for how, cell in moves(column, rows[0][column.name]):
            first = {**rows[0], column.name: cell}
            yield f"rows.{column.name} {how}", {**old, "rows": [first, *rows[1:]]}
    if rows:
        yield "a row less", {**old, "rows": rows[:-1]}


def effects(code: str) -> Iterator[tuple[str, Effect]]:
    """What each lawful move means; without those of a field that stays as first proposed."""
    values = [parse(code, raw) for raw in WHOLE[code]]
    values += [parse(code, {**v, name: ""}) for v in values for name in ("cap",) if name in v]
    for old in values:
        said = f"{old['favours']}: " if "favours" in old else ""
        for how, raw in moved(code, old):
            try:
                yield f"{said}{how}", compare(code, old, parse(code, raw)).effect
            except Refused:
                continue


@pytest.mark.parametrize("code", KINDS)
def test_exactly_these_moves_are_worse(code: str) -> None:
    assert {how for how, effect in effects(code) if effect is Effect.WORSE} == WORSE[code]


@pytest.mark.parametrize("code", KINDS)
def test_exactly_these_fields_stay_as_first_proposed(code: str) -> None:
    fields = KINDS[code].fields
    assert {field.name for field in fields if field.fixed} == FIXED.get(code, set())
