"""The least monthly wage of each post, for one year; of a sector also enterprise by enterprise."""

from decimal import Decimal

from negotiate.law.refusal import N_, Refused
from negotiate.law.rmb import capital
from negotiate.law.terms.base import Field, Kind, Row, Series, Table, Value, Wording
from negotiate.law.terms.minimum_wage import MINIMUM_WAGE, MINIMUM_WAGE_SOURCE
from negotiate.law.terms.phrases import column, figure, sentence, share_of, yuan


def check(value: Value) -> None:
    """No post under the legal minimum wage."""
    if not value["minimum_wage"]:
        return
    minimum = Decimal(value["minimum_wage"])
    for place, row in enumerate(value["rows"], 1):
        if Decimal(row["amount"]) < minimum:
            raise Refused(
                N_(
                    "第 %(row)s 行“%(post)s”的最低工资 %(amount)s 元低于当地最低工资 "
                    "%(minimum)s 元，不能这样定。"
                ),
                row=place,
                post=row["post"],
                amount=figure(row["amount"]),
                minimum=figure(minimum),
            )


def words(title: str, value: Value) -> Wording:
    clauses = [f"{sentence(value['year'])}各岗位的月最低工资标准见本条所附表格，单位：元。"]
    if value["minimum_wage"]:
        clauses.append(f"各岗位标准均不低于当地月最低工资标准 {yuan(value['minimum_wage'])}。")
    rows = value["rows"]
    by_enterprise = any(row["enterprise"] for row in rows)
    has_past = any(row["last_year"] for row in rows)
    head = ["岗位", *["企业"] * by_enterprise, *["上年"] * has_past, "本年"]
    head += [*["增减", "增幅"] * has_past, "本年大写"]
    body = []
    for row, amount in zip(rows, column(row["amount"] for row in rows), strict=True):
        cells = [row["post"], *[row["enterprise"] or "—"] * by_enterprise]
        past, *step = _step(row)
        cells += [*[past] * has_past, amount, *step * has_past, capital(row["amount"])]
        body.append(tuple(cells))
    return Wording(tuple(clauses), Table(tuple(head), tuple(body)))


def _step(row: Row) -> tuple[str, str, str]:
    """Last year's figure, the difference and its share; dashes where there is none."""
    if not row["last_year"]:
        return "—", "—", "—"
    before, after = Decimal(row["last_year"]), Decimal(row["amount"])
    move = after - before
    sign = "+" if move > 0 else "-" if move < 0 else ""
    share = f"{sign}{share_of(abs(move), before)}%"
    return figure(before), f"{sign}{figure(abs(move))}", share


def _last_year(value: Value) -> Value:
    """The same posts as they stood last year, where the term says how: what a first proposal is
    held against."""
    rows = [{**row, "amount": row["last_year"] or row["amount"]} for row in value["rows"]]
    return {**value, "rows": rows}


KIND = Kind(
    code="post_floor_table",
    label=N_("岗位最低工资表"),
    fields=(
        Field("year", N_("哪一年"), "text", help=N_("例如：2026年度"), fixed=True),
        MINIMUM_WAGE,
    ),
    columns=(
        Field("post", N_("岗位或等级"), "text"),
        Field("enterprise", N_("企业"), "text", required=False, help=N_("多家企业一起谈时才填")),
        # A fact, and the measure of what is offered: a smaller one hides a cut.
        Field(
            "last_year",
            N_("上年每月"),
            "money",
            required=False,
            better="up",
            missing="worst",
            unit=N_("元"),
            positive=True,
        ),
        Field("amount", N_("本年每月"), "money", better="up", unit=N_("元"), positive=True),
    ),
    key=("post", "enterprise"),
    max_rows=200,
    rows_benefit=True,
    words=words,
    check=check,
    baseline=_last_year,
    series=Series("amount", "year", "last_year"),
    guard="No post under the local minimum wage; under last year's figure asks the gate.",
    source=MINIMUM_WAGE_SOURCE,
)
