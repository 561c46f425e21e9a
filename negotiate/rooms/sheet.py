"""The form of a term, drawn from its kind: the same names going out and coming back."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.http import QueryDict

from negotiate.law.minimum_wages import MinimumWage
from negotiate.law.terms import Field, Kind
from negotiate.law.terms.history import Known, key_of
from negotiate.rooms.trail import Trail, trail_of

_ROW: Final = re.compile(r"rows-(\d{1,3})-([a-z_]+)")


@dataclass(frozen=True, slots=True)
class Cell:
    """One control: its field, the name under which it is posted, what stands in it, and what was
    agreed for it before."""

    field: Field
    name: str
    value: str
    trail: Trail | None = None

    @property
    def input_mode(self) -> str:
        number = {"money": "decimal", "percent": "decimal", "decimal": "decimal"}
        return number.get(self.field.type, "numeric" if self.field.type == "integer" else "text")


@dataclass(frozen=True, slots=True)
class Sheet:
    """`blank_row` is what a script copies to add a row. `trails`: what was agreed before, whether
    the form has such a row or not. `minimum`: the minimum wage in force, if it is known."""

    kind: Kind
    cells: list[Cell]
    rows: list[list[Cell]]
    blank_row: list[Cell]
    trails: list[Trail]
    minimum: MinimumWage | None


def read_sheet(posted: QueryDict) -> dict[str, Any]:
    """What was posted, in the shape that `terms.parse` takes; rows in the order of their number.

    `add_row` and `remove_row` are the buttons of a phone without JavaScript: see `reshaped`.
    """
    fields: dict[str, Any] = {}
    rows: dict[int, dict[str, str]] = {}
    for name in posted:
        match = _ROW.fullmatch(name)
        if match:
            rows.setdefault(int(match[1]), {})[match[2]] = str(posted[name])
        elif name not in ("csrfmiddlewaretoken", "answers", "add_row", "remove_row"):
            fields[name] = str(posted[name])
    if rows:
        fields["rows"] = [rows[number] for number in sorted(rows)]
    return fields


def reshaped(posted: QueryDict, raw: dict[str, Any]) -> dict[str, Any] | None:
    """The sheet with a row more or less, if that is what was pressed."""
    rows = list(raw.get("rows", []))
    if "add_row" in posted:
        return {**raw, "rows": [*rows, {}]}
    gone = str(posted.get("remove_row", ""))
    if re.fullmatch("[0-9]{1,9}", gone):
        return {**raw, "rows": [row for n, row in enumerate(rows) if n != int(gone)]}
    return None


def sheet(
    kind: Kind,
    raw: Mapping[str, Any],
    known: Known | None = None,
    minimum: MinimumWage | None = None,
) -> Sheet:
    """The form filled with `raw`: a version's value, or what was typed and refused."""
    past = known or {}
    rows = list(raw.get("rows", []))
    rows += [{} for _ in range(max(kind.min_rows - len(rows), 0) if kind.columns else 0)]
    return Sheet(
        kind,
        [Cell(field, field.name, _shown(raw, field)) for field in kind.fields],
        [_row(kind, str(number), row, past) for number, row in enumerate(rows)],
        _row(kind, "__row__", {}, {}),
        [trail_of(kind, key, found, "") for key, found in past.items()],
        minimum,
    )


def _row(kind: Kind, number: str, row: Mapping[str, Any], known: Known) -> list[Cell]:
    found: list[Cell] = []
    for column in kind.columns:
        past = known.get(key_of(kind, row)) if _is_followed(kind, column) else None
        typed = _shown(row, column)
        trail = trail_of(kind, key_of(kind, row), past, typed) if past else None
        found.append(Cell(column, f"rows-{number}-{column.name}", typed, trail))
    return found


def _is_followed(kind: Kind, column: Field) -> bool:
    return kind.series is not None and column.name == kind.series.figure


def _shown(raw: Mapping[str, Any], field: Field) -> str:
    value = raw.get(field.name)
    return "" if value is None else str(value)
