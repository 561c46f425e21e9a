"""A list of things with how many of each: 两荤一素一汤 as counts."""

from negotiate.law.refusal import N_
from negotiate.law.rmb import counting
from negotiate.law.terms.base import Field, Kind, Row, Table, Value, Wording
from negotiate.law.terms.phrases import figure

_IN_ONE_SENTENCE = 6


def words(title: str, value: Value) -> Wording:
    rows = value["rows"]
    opening = f"{title}包括以下{counting(len(rows))}项"
    if len(rows) <= _IN_ONE_SENTENCE:
        return Wording((f"{opening}：{'、'.join(map(_item, rows))}。",))
    body = tuple((row["item"], figure(row["count"]), _unit(row)) for row in rows)
    return Wording((f"{opening}，见下表。",), Table(("项目", "数量", "单位"), body))


def _item(row: Row) -> str:
    return f"{row['item']} {figure(row['count'])} {_unit(row)}"


def _unit(row: Row) -> str:
    return row["unit"] or "项"


KIND = Kind(
    code="checklist",
    label=N_("数量清单"),
    fields=(),
    columns=(
        Field("item", N_("项目"), "text"),
        Field("count", N_("数量"), "integer", better="up", unit_from="unit", positive=True),
        Field("unit", N_("单位"), "text", required=False, help=N_("例如：份")),
    ),
    # Two 份 and two 克 are not the same promise: with another unit it is another item.
    key=("item", "unit"),
    rows_benefit=True,
    words=words,
    guard="With another unit it is another item: less of the old one.",
)
