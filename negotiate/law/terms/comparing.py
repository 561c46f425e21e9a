"""Two versions of a term: what changed, by how much, and for whose good."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from negotiate.law.refusal import N_, Refused
from negotiate.law.terms.base import NUMERIC, Change, Comparison, Field, Kind, Row, Value
from negotiate.law.terms.phrases import figure, measured, share_of, shown, unit
from negotiate.law.words import Effect


def compare(kind: Kind, old: Value | None, new: Value) -> Comparison:
    """What `new` changes in `old`; empty exactly when they are equal.

    A first proposal (`old` is None) is compared with the present state that it names itself,
    if its kind names one. Raises Refused when a field fixed for the lineage differs.
    """
    if old is None:
        if kind.baseline is None:
            return Comparison()
        old = kind.baseline(new)
    _require_fixed(kind, old, new)
    favours = new.get("favours", "")
    changes = list(between("", kind.fields, old, new, favours))
    if kind.columns:
        changes += _rows(kind, old["rows"], new["rows"], favours)
    return Comparison(tuple(changes))


def _require_fixed(kind: Kind, old: Value, new: Value) -> None:
    for field in kind.fields:
        if field.fixed and old[field.name] not in ("", new[field.name]):
            raise Refused(
                N_("“%(field)s”提出以后不能再改；要改，请撤回这个条款，另外提一个。"),
                field=(field.label,),
            )


def between(
    row: str, fields: tuple[Field, ...], old: Row, new: Row, favours: str
) -> Iterator[Change]:
    """What differs in these fields of a term, or of one row of it."""
    for field in fields:
        before, after = old[field.name], new[field.name]
        if before == after:
            continue
        delta, percent = "", ""
        if field.type in NUMERIC and "" not in (before, after):
            delta, percent = _step(field, Decimal(before), Decimal(after), unit(field, new))
        elif field.type == "date" and "" not in (before, after):
            delta = _days(before, after)
        yield Change(
            row,
            field.label,
            shown(field, old),
            shown(field, new),
            delta,
            percent,
            _effect(field, before, after, favours),
        )


def _step(field: Field, before: Decimal, after: Decimal, named: str) -> tuple[str, str]:
    """The signed difference with its unit, and its share of what was."""
    move = after - before
    sign = "+" if move > 0 else "-"
    if field.type == "percent" or named == "%":
        return f"{sign}{figure(abs(move))} 个百分点", ""
    percent = f"{sign}{share_of(abs(move), before)}%" if before else ""
    return sign + measured(abs(move), named), percent


def _days(before: str, after: str) -> str:
    days = (date.fromisoformat(after) - date.fromisoformat(before)).days
    return f"{days:+d} 天"


def _effect(field: Field, before: str | int, after: str | int, favours: str) -> Effect:
    if "" in (before, after):
        gained = {"worst": Effect.BETTER, "best": Effect.WORSE}.get(field.missing or "")
        effect = gained or Effect.NEUTRAL
        return effect if before == "" else effect.opposite
    if field.better is None:
        return Effect.NEUTRAL
    if field.better == "favours" and favours not in ("higher", "lower"):
        return Effect.NEUTRAL
    up = field.better == "up" or (field.better == "favours" and favours == "higher")
    rises = _measure(field, after) > _measure(field, before)
    return Effect.BETTER if rises is up else Effect.WORSE


def _measure(field: Field, cell: str | int) -> Decimal:
    """What is compared: a number, a day's place in the calendar, a choice's among the choices."""
    if field.type == "date":
        return Decimal(date.fromisoformat(str(cell)).toordinal())
    if field.type == "select":
        return Decimal([value for value, _ in field.choices].index(str(cell)))
    return Decimal(cell)


def _rows(kind: Kind, old: list[Row], new: list[Row], favours: str) -> Iterator[Change]:
    before = {_key(kind, row): row for row in old}
    after = {_key(kind, row): row for row in new}
    gain = Effect.BETTER if kind.rows_benefit else Effect.NEUTRAL
    for key, row in before.items():
        if key in after:
            yield from between(_named(key), kind.columns, row, after[key], favours)
        else:
            summary = _summary(kind, row)
            yield Change(_named(key), N_("删去一行"), summary, "", "", "", gain.opposite)
    for key in [key for key in after if key not in before]:
        summary = _summary(kind, after[key])
        yield Change(_named(key), N_("新增一行"), "", summary, "", "", gain)
    kept = [key for key in before if key in after]
    moved = [key for key in after if key in before]
    if kept != moved:
        before_now = ("、".join(map(_named, kept)), "、".join(map(_named, moved)))
        yield Change("", N_("各行顺序"), *before_now, "", "", Effect.NEUTRAL)


def _key(kind: Kind, row: Row) -> tuple[str, ...]:
    return tuple(str(row[name]) for name in kind.key)


def _named(key: tuple[str, ...]) -> str:
    return " ".join(key).strip()


def _summary(kind: Kind, row: Row) -> str:
    cells = (f for f in kind.columns if f.name not in kind.key and row[f.name] != "")
    return "；".join(f"{field.label} {shown(field, row)}" for field in cells)
