"""What every kind of term is made of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from negotiate.law.words import Effect

Value = dict[str, Any]
"""A term as plain JSON: fields by name, and "rows" where the kind has columns.

Numbers are decimal strings (money with two places), integers int, dates YYYY-MM-DD, and what is
left empty is "".
"""
Row = Mapping[str, Any]

Type = Literal["text", "long", "money", "percent", "decimal", "integer", "date", "select"]
NUMERIC: frozenset[Type] = frozenset({"money", "percent", "decimal", "integer"})


@dataclass(frozen=True)
class Field:
    """One blank to fill in.

    `better`: the direction that is better for the workers; "favours" follows the term's own
    field of that name, "first": the choices stand from the best to the worst. `missing`: what
    leaving it empty means for them. `unit_from` names the field that carries the unit. `fixed`:
    may not change in a lineage.
    """

    name: str
    label: str
    type: Type
    required: bool = True
    better: Literal["up", "down", "favours", "first"] | None = None
    missing: Literal["best", "worst"] | None = None
    unit: str = ""
    unit_from: str = ""
    help: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    positive: bool = False
    fixed: bool = False


@dataclass(frozen=True)
class Table:
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Wording:
    """A term as Chinese clause text, ready to print."""

    paragraphs: tuple[str, ...]
    table: Table | None = None

    @property
    def text(self) -> str:
        """Everything as plain lines, a table row with tabs."""
        lines = list(self.paragraphs)
        if self.table:
            lines += ["\t".join(cells) for cells in (self.table.head, *self.table.rows)]
        return "\n".join(lines)


def _no_check(value: Value) -> None:
    """Every parsed value of this kind is sound."""


def _nothing(value: Value) -> tuple[str, ...]:
    """This kind has no guard that a blank could hide from."""
    return ()


@dataclass(frozen=True)
class Series:
    """The column whose figure is followed from one agreement to the next, row by row.

    `label` names the field that tells one agreement from another; `past` the column that carries
    the figure of before, if the kind has one; `also` the columns that are held against the last
    agreement besides.
    """

    figure: str
    label: str = ""
    past: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Kind:
    """A structured kind of term.

    `key` names the columns that identify a row; `rows_benefit`: workers gain with every row.
    `check` raises Refused for a value that is well formed but unsound. `unshown` says in sentences
    which guard a value leaves open because a blank is empty: everybody is told, and the gate is
    asked. `baseline` derives what
    a first proposal is compared with, where the kind itself names the present state. `guard` says
    in English what `check` and the gate ask, for docs/terms.md, and `source` where that stands.
    """

    code: str
    label: str
    fields: tuple[Field, ...]
    words: Callable[[str, Value], Wording]
    check: Callable[[Value], None] = _no_check
    unshown: Callable[[Value], tuple[str, ...]] = _nothing
    columns: tuple[Field, ...] = ()
    key: tuple[str, ...] = ()
    min_rows: int = 1
    max_rows: int = 60
    rows_benefit: bool = False
    baseline: Callable[[Value], Value] | None = None
    series: Series | None = None
    guard: str = ""
    source: str = ""


@dataclass(frozen=True)
class Change:
    """One difference. `row` is what identifies the table row, "" for a field of the term."""

    row: str
    field: str
    old: str
    new: str
    delta: str
    percent: str
    effect: Effect

    @property
    def where(self) -> str:
        return f"{self.row} · {self.field}" if self.row else self.field


@dataclass(frozen=True)
class Comparison:
    changes: tuple[Change, ...] = ()

    @property
    def effect(self) -> Effect:
        """WORSE as soon as anything is: a gain elsewhere does not make up for it."""
        effects = {change.effect for change in self.changes}
        for effect in (Effect.WORSE, Effect.BETTER):
            if effect in effects:
                return effect
        return Effect.NEUTRAL
