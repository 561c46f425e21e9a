"""A monthly allowance for each grade of skill (能级工资)."""

from decimal import Decimal
from itertools import pairwise

from negotiate.law.refusal import N_, Refused
from negotiate.law.rmb import capital, counting
from negotiate.law.terms.base import Field, Kind, Series, Table, Value, Wording
from negotiate.law.terms.phrases import column, sentence, yuan


def check(value: Value) -> None:
    """From the lowest grade up: whoever can more never gets less."""
    for place, (lower, upper) in enumerate(pairwise(value["rows"]), 2):
        if Decimal(upper["amount"]) < Decimal(lower["amount"]):
            raise Refused(
                N_(
                    "第 %(row)s 行“%(grade)s”的津贴比上一行“%(lower)s”少："
                    "等级要从低到高往下写，级别高的不能比级别低的少。"
                ),
                row=place,
                grade=upper["grade"],
                lower=lower["grade"],
            )


def words(title: str, value: Value) -> Wording:
    rows = value["rows"]
    amounts = [Decimal(row["amount"]) for row in rows]
    clause = (
        f"按{counting(len(rows))}个技能等级每月发给津贴，标准如下表；"
        f"最低 {yuan(min(amounts))}，最高 {yuan(max(amounts))}。"
    )
    basis = (f"技能等级的确定办法：{sentence(value['basis'])}。",) if value["basis"] else ()
    body = tuple(
        (row["grade"], cell, capital(row["amount"]))
        for row, cell in zip(rows, column(row["amount"] for row in rows), strict=True)
    )
    return Wording((clause, *basis), Table(("技能等级", "每月津贴（元）", "大写"), body))


KIND = Kind(
    code="allowance_ladder",
    label=N_("技能等级津贴"),
    fields=(
        Field(
            "basis",
            N_("等级怎么定"),
            "text",
            required=False,
            help=N_("例如：按职业技能等级证书"),
        ),
    ),
    columns=(
        Field("grade", N_("技能等级"), "text", help=N_("从低到高，例如：初级工")),
        Field("amount", N_("每月津贴"), "money", better="up", unit=N_("元"), positive=True),
    ),
    key=("grade",),
    min_rows=2,
    rows_benefit=True,
    words=words,
    check=check,
    series=Series("amount"),
    guard="From the lowest grade up, no grade has less than the one below it. "
    "Less than last time agreed for a grade asks the gate.",
)
