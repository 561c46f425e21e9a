"""What was agreed before for the same row: a process's price from order to order, a post's floor
from year to year, a grade's allowance."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from negotiate.law.refusal import Refused
from negotiate.law.terms import cells, comparing
from negotiate.law.terms.base import Change, Kind, Row, Series, Value
from negotiate.law.words import Effect

Key = tuple[str, ...]


@dataclass(frozen=True)
class Past:
    """A figure that was agreed: of which row, in which agreement, on which day; and what that row
    said in the columns that are held against it besides."""

    row: str
    figure: str
    of: str
    on: date
    also: tuple[tuple[str, str], ...] = ()


Known = Mapping[Key, Sequence[Past]]
"""Of each row what was agreed for it, the oldest first."""


def key_of(kind: Kind, row: Row) -> Key:
    """What a row is about, however it was typed: 粗车 and 粗 车, Ａ１ and a1 are the same."""
    return tuple(_plain(str(row.get(name) or "")) for name in kind.key)


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def figures(kind: Kind, value: Value, of: str, on: date) -> dict[Key, Past]:
    """What an agreed value says for each of its rows; `of` is the agreement's name where the value
    has none itself."""
    series = _series(kind)
    name = str(value[series.label]) if series.label else of
    found: dict[Key, Past] = {}
    for row in value["rows"]:
        spelled = " ".join(str(row[part]) for part in kind.key if row[part])
        also = tuple((column, row[column]) for column in series.also)
        found[key_of(kind, row)] = Past(spelled, row[series.figure], name, on, also)
    return found


def reductions(kind: Kind, value: Value, known: Known) -> tuple[Change, ...]:
    """What each row now has less of than when it was last agreed."""
    before = [{**row, **_agreed(kind, known.get(key_of(kind, row), ()))} for row in value["rows"]]
    comparison = comparing.compare(kind, {**value, "rows": before}, value)
    return tuple(change for change in comparison.changes if change.effect is Effect.WORSE)


def _agreed(kind: Kind, past: Sequence[Past]) -> Row:
    """The cells of the last agreement that a row is held against."""
    return {_series(kind).figure: past[-1].figure, **dict(past[-1].also)} if past else {}


def since(kind: Kind, past: Past, typed: object) -> Change | None:
    """How what was typed differs from then; None where it does not, or is no figure yet."""
    name = _series(kind).figure
    (field,) = (column for column in kind.columns if column.name == name)
    try:
        now = cells.read(field, typed)
    except Refused:
        return None
    return next(comparing.between("", (field,), {name: past.figure}, {name: now}, ""), None)


def carried(kind: Kind, value: Value) -> Value:
    """What the next proposal of this kind may begin with: all but what names the agreement, and
    what is a fact of its day. Where the kind shows the figure of before, that is where the last one
    goes, and the new one is left to be said."""
    series, kept = kind.series, _undated(kind, value)
    if not kind.columns:
        return kept
    rows = [dict(row) for row in value["rows"]]
    if series and series.past:
        rows = [{**row, series.past: row[series.figure], series.figure: ""} for row in rows]
    return {**kept, "rows": rows}


def borrowed(kind: Kind, value: Value) -> Value:
    """What a proposal may begin with after another enterprise's: its figures, but neither what they
    were before there, nor whose they are."""
    kept = _undated(kind, value)
    if not kind.columns:
        return kept
    theirs = {"enterprise", *([kind.series.past] if kind.series else [])}
    rows = [
        {name: "" if name in theirs else cell for name, cell in row.items()}
        for row in value["rows"]
    ]
    return {**kept, "rows": rows}


def _undated(kind: Kind, value: Value) -> Value:
    """The fields without what names an agreement, and what is a fact of its day."""
    dated = {"minimum_wage", *([kind.series.label] if kind.series else [])}
    return {field.name: value[field.name] for field in kind.fields if field.name not in dated}


def _series(kind: Kind) -> Series:
    """Only kinds with a series are asked for their past."""
    assert kind.series is not None  # noqa: S101  narrows the type
    return kind.series
