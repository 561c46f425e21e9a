"""From what a form or a file gives to a sound value, or one plain refusal."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from negotiate.law.refusal import N_, Refused
from negotiate.law.terms.base import Field, Kind, Row, Value
from negotiate.law.terms.cells import is_blank, read


def parse(kind: Kind, raw: object) -> Value:
    """The canonical value. Raises Refused naming field and row; idempotent on its own output."""
    if not isinstance(raw, Mapping):
        raise Refused(N_("没有收到条款的内容，请重新填写。"))
    given = dict(raw)
    rows = given.pop("rows", None) or ()
    value: Value = _cells(kind.fields, given)
    if kind.columns:
        value["rows"] = _rows(kind, rows)
    elif rows:
        raise Refused(N_("这种条款没有表格，请重新填写。"))
    kind.check(value)
    return value


def with_gaps(kind: Kind) -> Kind:
    """The same kind, of which nothing has to be filled in, and nothing has to hold as a whole."""

    def optional(fields: tuple[Field, ...]) -> tuple[Field, ...]:
        return tuple(replace(field, required=False) for field in fields)

    return Kind(
        kind.code,
        kind.label,
        optional(kind.fields),
        kind.words,
        columns=optional(kind.columns),
        min_rows=0,
        max_rows=kind.max_rows,
    )


def completed(kind: Kind, value: Value) -> Value:
    """A value kept from before its kind had all the fields that it has now: those are empty."""
    whole: Value = {field.name: value.get(field.name, "") for field in kind.fields}
    if kind.columns:
        names = [column.name for column in kind.columns]
        whole["rows"] = [{name: row.get(name, "") for name in names} for row in value["rows"]]
    return whole


def _cells(fields: tuple[Field, ...], given: Mapping[Any, Any]) -> dict[str, Any]:
    names = {field.name for field in fields}
    for name in given:
        if name not in names:
            start = name[:20] if isinstance(name, str) else ""
            seen = "".join(filter(str.isprintable, start))
            raise Refused(N_("没有“%(field)s”这一栏，请重新填写。"), field=seen)
    return {field.name: read(field, given.get(field.name)) for field in fields}


def _rows(kind: Kind, raw: object) -> list[Row]:
    if not isinstance(raw, Sequence) or isinstance(raw, str):
        raise Refused(N_("表格没有填对，请重新填写。"))
    filled = [(place, row) for place, row in enumerate(raw, 1) if not _empty(row)]
    if len(filled) < kind.min_rows:
        raise Refused(N_("表格至少要填 %(count)s 行。"), count=kind.min_rows)
    if len(filled) > kind.max_rows:
        raise Refused(N_("表格最多只能填 %(count)s 行。"), count=kind.max_rows)
    rows = [_row(kind, place, row) for place, row in filled]
    _require_distinct(kind, [place for place, _ in filled], rows)
    return rows


def _empty(row: object) -> bool:
    """A spare row of the form that nobody filled in."""
    return isinstance(row, Mapping) and all(is_blank(cell) for cell in row.values())


def _row(kind: Kind, place: int, raw: object) -> Row:
    if not isinstance(raw, Mapping):
        raise Refused(N_("表格没有填对，请重新填写。"))
    try:
        return _cells(kind.columns, raw)
    except Refused as problem:
        raise Refused(N_("第 %(row)s 行：%(problem)s"), row=place, problem=problem) from None


def _require_distinct(kind: Kind, places: list[int], rows: list[Row]) -> None:
    seen: dict[tuple[Any, ...], int] = {}
    if not kind.key:
        return
    for place, row in zip(places, rows, strict=True):
        key = tuple(row[name] for name in kind.key)
        if key in seen:
            raise Refused(
                N_("第 %(row)s 行和第 %(other)s 行写的是同一项：%(name)s。"),
                row=place,
                other=seen[key],
                name=" ".join(map(str, key)).strip(),
            )
        seen[key] = place
