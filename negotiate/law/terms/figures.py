"""The figures of an agreed term, each under the measure by which agreements are compared."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from negotiate.law.refusal import N_
from negotiate.law.terms.base import Row, Value

PLACES: Final = Decimal("0.0001")  # to which a figure is kept
TOO_BIG: Final = Decimal(10**14)  # for a figure: percent from next to nothing


@dataclass(frozen=True)
class Measure:
    """What can be compared between agreements: a column or field of one kind of term.

    `about` names the fields that say what the figure is for (a post, a process), `unit_from` the
    field that carries its unit where the measure has none of its own. `read` works the figure out
    where no field holds it.
    """

    kind: str
    field: str
    label: str
    about: tuple[str, ...]
    unit: str = ""
    unit_from: str = ""
    by_row: bool = False
    read: Callable[[Value], Decimal | None] | None = None

    @property
    def code(self) -> str:
        return f"{self.kind}.{self.field}"


@dataclass(frozen=True)
class Figure:
    """One figure that was agreed, `about` as it was typed and `amount` to four places."""

    measure: str
    about: str
    amount: Decimal
    unit: str


def _moved(value: Value) -> Decimal | None:
    """By how many percent an amount moves; none from nothing, and none of what is in percent."""
    before, after = Decimal(value["from_amount"]), Decimal(value["to_amount"])
    if not before or _unit(value["unit"]) == "%":
        return None
    return (after - before) * 100 / before


def _unit(typed: object) -> str:
    """A unit as it is compared: phones write either sign for percent."""
    return str(typed).replace("％", "%")


_PROCESS: Final = ("process", "unit")
_ALL: Final = (
    Measure("tier_table", "amount", N_("分档奖励金额"), ("rank",), "元", by_row=True),
    Measure("formula", "share", N_("计发比例"), ("payee", "base"), "%"),
    Measure("formula", "months", N_("计发月数"), ("payee",), "个月"),
    Measure("formula", "cap", N_("计发每月上限"), ("payee",), "元"),
    Measure("formula", "floor", N_("保底工资"), ("protected",), "元"),
    Measure("unit_price_table", "price", N_("计件单价"), _PROCESS, "元", by_row=True),
    Measure("unit_price_table", "minutes", N_("标准工时"), _PROCESS, "分钟", by_row=True),
    Measure("allowance_ladder", "amount", N_("技能津贴（每月）"), ("grade",), "元", by_row=True),
    Measure("post_floor_table", "amount", N_("岗位最低工资（每月）"), ("post",), "元", by_row=True),
    Measure("checklist", "count", N_("清单数量"), ("item",), unit_from="unit", by_row=True),
    Measure("amount", "amount", N_("一笔金额"), ("subject", "per"), "元"),
    Measure("percent", "share", N_("比例"), ("subject", "base"), "%"),
    Measure("change", "to_amount", N_("调整后的数额"), ("subject",), unit_from="unit"),
    Measure("change", "moved", N_("调整幅度"), ("subject",), "%", read=_moved),
    Measure("cap", "amount", N_("最高限额"), ("subject", "per"), "元"),
    Measure("duration", "count", N_("期限"), ("subject",), unit_from="unit"),
)
MEASURES: Final[Mapping[str, Measure]] = {measure.code: measure for measure in _ALL}


def figures(kind: str, value: Value) -> Iterator[Figure]:
    """Every figure of a parsed value of this kind; nothing for a blank, or for a kind of words."""
    for measure in _ALL:
        if measure.kind == kind:
            rows = value["rows"] if measure.by_row else (value,)
            yield from (figure for row in rows if (figure := _figure(measure, value, row)))


def _figure(measure: Measure, value: Value, row: Row) -> Figure | None:
    amount = measure.read(value) if measure.read else _number(row[measure.field])
    if amount is None or abs(amount) >= TOO_BIG:
        return None
    about = " ".join(str(row[name]) for name in measure.about if row[name])
    unit = _unit(row[measure.unit_from]) if measure.unit_from else measure.unit
    return Figure(measure.code, about, amount.quantize(PLACES), unit)


def _number(cell: object) -> Decimal | None:
    return Decimal(str(cell)) if cell != "" else None
