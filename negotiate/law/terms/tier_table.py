"""A prize or allowance in tiers: rank, criterion, amount."""

from decimal import Decimal
from itertools import pairwise

from negotiate.law.refusal import N_, Refused
from negotiate.law.rmb import capital, counting
from negotiate.law.terms.base import Field, Kind, Table, Value, Wording
from negotiate.law.terms.phrases import column, yuan


def check(value: Value) -> None:
    """Amounts run one way only, so that no tier is worth the same as the next."""
    amounts = [Decimal(row["amount"]) for row in value["rows"]]
    rising = amounts[0] < amounts[1]
    for place, (before, after) in enumerate(pairwise(amounts), 2):
        if before == after or (before < after) is not rising:
            raise Refused(
                N_("第 %(row)s 档的金额不对：各档金额要一路升高或者一路降低，不能相同。"),
                row=place,
            )


def words(title: str, value: Value) -> Wording:
    rows = value["rows"]
    amounts = [Decimal(row["amount"]) for row in rows]
    award = title.removeprefix("设立")
    standard = "奖励标准" if award.endswith("奖") else "标准"
    cells = column(row["amount"] for row in rows)
    body = tuple(
        (row["rank"], row["criterion"], cell, capital(row["amount"]))
        for row, cell in zip(rows, cells, strict=True)
    )
    clause = (
        f"设{counting(len(rows))}档{award}，{standard}如下表；"
        f"最低 {yuan(min(amounts))}，最高 {yuan(max(amounts))}。"
    )
    return Wording((clause,), Table(("档次", "条件", "金额（元）", "大写"), body))


KIND = Kind(
    code="tier_table",
    label=N_("分档标准"),
    fields=(),
    columns=(
        Field("rank", N_("档次"), "text", help=N_("例如：一等奖")),
        Field("criterion", N_("条件"), "text", help=N_("做到什么才能得到")),
        Field("amount", N_("金额"), "money", better="up", unit=N_("元"), positive=True),
    ),
    key=("rank",),
    min_rows=2,
    rows_benefit=True,
    words=words,
    check=check,
    guard="Amounts rise or fall all the way; no two tiers are equal.",
)
