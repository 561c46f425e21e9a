"""How figures read in a clause and on a screen."""

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from negotiate.law.rmb import capital
from negotiate.law.terms.base import Field, Row

_FEN = Decimal("0.01")
_TENTH = Decimal("0.1")


def figure(number: Decimal | int | str) -> str:
    """30,000 for "30000.00", 0.85 for "0.85": thousands apart, no .00."""
    exact = Decimal(number)
    whole = exact.to_integral_value()
    return f"{whole if exact == whole else exact:,f}"


def column(amounts: Iterable[str]) -> list[str]:
    """Money cells of one table column: with fen everywhere as soon as one has fen."""
    exact = [Decimal(amount) for amount in amounts]
    if all(amount == amount.to_integral_value() for amount in exact):
        return [figure(amount) for amount in exact]
    return [f"{amount:,.2f}" for amount in exact]


def yuan(amount: Decimal | str) -> str:
    """500 元（大写：人民币伍佰元整）"""
    exact = to_fen(Decimal(amount))
    return f"{figure(exact)} 元（大写：{capital(exact)}）"


def day(iso: str) -> str:
    """2026年5月1日 for 2026-05-01."""
    when = date.fromisoformat(iso)
    return f"{when.year}年{when.month}月{when.day}日"


def to_fen(amount: Decimal) -> Decimal:
    """Rounded half up to two places."""
    return amount.quantize(_FEN, ROUND_HALF_UP)


def share_of(part: Decimal, whole: Decimal) -> Decimal:
    """`part` as a percentage of `whole`, to one decimal."""
    return (part * 100 / whole).quantize(_TENTH, ROUND_HALF_UP)


def sentence(text: str) -> str:
    """Typed text as the inside of a sentence: without its own full stop."""
    return text.rstrip("。．.；;，,、 ") or text


def unit(field: Field, row: Row) -> str:
    """The unit of this cell, from the field or from the cell beside it."""
    return str(row[field.unit_from]) if field.unit_from else field.unit


def shown(field: Field, row: Row) -> str:
    """One cell as a screen shows it: 500 元, 90%, 2026年5月1日."""
    cell = row[field.name]
    if cell == "":
        return ""
    if field.type == "date":
        return day(cell)
    if field.type == "select":
        return dict(field.choices)[cell]
    if field.type in ("text", "long"):
        return str(cell)
    return measured(Decimal(cell), "%" if field.type == "percent" else unit(field, row))


def measured(number: Decimal, named: str) -> str:
    """A number with its unit: 8%, 13.50 元, 36 小时."""
    if named == "%":
        return f"{figure(number)}%"
    exact = to_fen(number) if named == "元" else number
    return f"{figure(exact)} {named}".rstrip()
