"""Every way to make a value of `whole` worse in one field, or just another."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from negotiate.law.refusal import Refused
from negotiate.law.terms import KINDS, Field, Value, parse
from negotiate.law.terms.base import NUMERIC
from tests.law.terms.whole import WHOLE


class Case(NamedTuple):
    """`field` of the kind, in a table's row if `row` is not None; a value, and another one."""

    code: str
    field: str
    old: Value
    new: Value
    row: int | None = None


def worse_cases(code: str) -> list[Case]:
    """Each way in which one field alone, or one row less, makes a lawful value worse."""
    found: list[Case] = []
    for raw in WHOLE[code]:
        old = parse(code, raw)
        found += [*_cell_cases(code, old, _worse), *_gained(code, old), *_dropped(code, old)]
    return found


def other_cases(code: str) -> dict[str, Case]:
    """For each field and column that may change in a lineage a lawful value that differs in it."""
    found: dict[str, Case] = {}
    for raw in WHOLE[code]:
        old = parse(code, raw)
        for case in _cell_cases(code, old, _other):
            found.setdefault(case.field, case)
    if code == "choice":  # the winner changes only together with the figures
        old = parse(code, WHOLE[code][1])
        rows = [{**row, "score": row["score"] if n else "1"} for n, row in enumerate(old["rows"])]
        found["chosen"] = Case(
            code, "chosen", old, parse(code, {**old, "chosen": "乙家", "rows": rows})
        )
    return found


def _cell_cases(code: str, old: Value, moves: Any) -> Iterator[Case]:
    kind = KINDS[code]
    favours = old.get("favours", "")
    for field in kind.fields:
        for cell in moves(field, old[field.name], favours):
            yield from _lawful(Case(code, field.name, old, {**old, field.name: cell}))
    for place, row in enumerate(old.get("rows", ())):
        for field in kind.columns:
            for cell in moves(field, row[field.name], favours):
                rows = [*old["rows"]]
                rows[place] = {**row, field.name: cell}
                name = f"rows.{field.name}"
                yield from _lawful(Case(code, name, old, {**old, "rows": rows}, place))


def _lawful(case: Case) -> Iterator[Case]:
    """The case with its new value parsed; none if a guard refuses that value."""
    try:
        new = parse(case.code, case.new)
    except Refused:
        return
    if new != case.old:
        yield case._replace(new=new)


def _worse(field: Field, cell: Any, favours: str) -> Iterator[Any]:
    if field.fixed or cell == "":
        return
    if field.missing == "worst":
        yield ""
    if field.better == "first":
        values = [value for value, _ in field.choices]
        yield from values[values.index(cell) + 1 :]
    elif field.better:
        up = field.better == "up" or (field.better == "favours" and favours == "higher")
        yield step(field, cell, -1 if up else 1)


def _other(field: Field, cell: Any, favours: str) -> Iterator[Any]:
    if field.fixed:
        return
    if field.type == "select":
        yield from (value for value, _ in field.choices if value != cell)
    elif field.type in NUMERIC or field.type == "date":
        yield from (step(field, cell, 1), step(field, cell, -1)) if cell != "" else ()
    else:
        yield f"{cell}改"


def step(field: Field, cell: Any, by: int) -> Any:
    if field.type == "date":
        return (date.fromisoformat(cell) + timedelta(days=by)).isoformat()
    return Decimal(cell) + by


def _gained(code: str, new: Value) -> Iterator[Case]:
    """What is best left out, and now stands there: a cap where none was."""
    for field in KINDS[code].fields:
        if field.missing == "best":
            yield Case(code, field.name, parse(code, {**new, field.name: ""}), new)


def _dropped(code: str, old: Value) -> Iterator[Case]:
    if KINDS[code].rows_benefit and len(old["rows"]) > KINDS[code].min_rows:
        yield Case(code, "rows", old, {**old, "rows": old["rows"][:-1]}, len(old["rows"]) - 1)


def worsenable(code: str) -> set[str]:
    """The fields of a kind that say what is better for the workers."""
    kind = KINDS[code]

    def says(field: Field) -> bool:
        return bool(field.better or field.missing) and not field.fixed

    rows = {"rows"} if kind.rows_benefit else set()
    return (
        rows
        | {f.name for f in kind.fields if says(f)}
        | {f"rows.{f.name}" for f in kind.columns if says(f)}
    )
