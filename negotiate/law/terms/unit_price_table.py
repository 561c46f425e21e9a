"""Piece rates for one order: process, unit, standard minutes, price."""

from decimal import Decimal

from negotiate.law.refusal import N_, Refused
from negotiate.law.rmb import capital
from negotiate.law.terms.base import Field, Kind, Row, Series, Table, Value, Wording
from negotiate.law.terms.minimum_wage import MINIMUM_WAGE, MINIMUM_WAGE_SOURCE
from negotiate.law.terms.phrases import column, figure, sentence, to_fen, yuan

DAYS_A_MONTH = Decimal("20.67")
"""248 working days a year over 12 months (人社部发〔2025〕2号, which repealed 20.83)."""
HOURS_A_DAY = 8
_MINUTES_A_MONTH = DAYS_A_MONTH * HOURS_A_DAY * 60
_ATTAINABLE = 90
NO_SHARE = N_("没有写明：有多少职工能在法定工时内完成定额（要达到百分之九十以上）。")


def monthly_pay(row: Row) -> Decimal:
    """Yuan for a month of legal hours spent wholly on this process at the standard pace."""
    return _MINUTES_A_MONTH * Decimal(row["price"]) / Decimal(row["minutes"])


def check(value: Value) -> None:
    """Most workers can reach the quota, and the quota earns the minimum wage."""
    if value["attainable"] and Decimal(value["attainable"]) < _ATTAINABLE:
        raise Refused(
            N_("能在法定工时内完成定额的职工只有百分之 %(share)s，要达到百分之九十以上。"),
            share=figure(value["attainable"]),
        )
    if not value["minimum_wage"]:
        return
    minimum = Decimal(value["minimum_wage"])
    for place, row in enumerate(value["rows"], 1):
        if _MINUTES_A_MONTH * Decimal(row["price"]) < minimum * Decimal(row["minutes"]):
            raise Refused(
                N_(
                    "第 %(row)s 行“%(process)s”：每月 %(days)s 天、每天 8 小时都做这道工序，"
                    "只能挣 %(pay)s 元，低于最低工资 %(minimum)s 元，请提高单价或放宽工时。"
                ),
                row=place,
                process=row["process"],
                days=figure(DAYS_A_MONTH),
                pay=figure(to_fen(monthly_pay(row))),
                minimum=figure(minimum),
            )


def unshown(value: Value) -> tuple[str, ...]:
    return () if value["attainable"] else (NO_SHARE,)


def words(title: str, value: Value) -> Wording:
    clauses = [f"“{sentence(value['order'])}”订单各工序的标准工时和计件单价见本条所附表格。"]
    if value["attainable"]:
        clauses.append(
            f"经测算，本岗位 {figure(value['attainable'])}% 的职工能够在法定工作时间内完成定额。"
        )
    if value["minimum_wage"]:
        clauses.append(
            f"按每月 {figure(DAYS_A_MONTH)} 天、每天 {HOURS_A_DAY} 小时完成定额计算，"
            f"各工序的月计件工资均不低于当地月最低工资标准 {yuan(value['minimum_wage'])}。"
        )
    clauses.append(
        "完成定额后安排延长工作时间、休息日工作或者法定休假日工作的，"
        "依法分别按不低于计件单价的 150%、200%、300% 计发。"
    )
    head = ("工序", "计量单位", "标准工时（分钟）", "单价（元）", "单价大写")
    prices = column(row["price"] for row in value["rows"])
    body = tuple(
        (row["process"], row["unit"], figure(row["minutes"]), price, capital(row["price"]))
        for row, price in zip(value["rows"], prices, strict=True)
    )
    return Wording(tuple(clauses), Table(head, body))


KIND = Kind(
    code="unit_price_table",
    label=N_("计件单价表"),
    fields=(
        Field("order", N_("订单"), "text", help=N_("订单编号和产品名称")),
        Field(
            "attainable",
            N_("能完成定额的职工比例"),
            "percent",
            required=False,
            better="up",
            missing="worst",
            unit="%",
            positive=True,
        ),
        MINIMUM_WAGE,
    ),
    columns=(
        Field("process", N_("工序"), "text"),
        Field("unit", N_("计量单位"), "text", help=N_("例如：件")),
        Field("minutes", N_("标准工时"), "decimal", better="up", unit=N_("分钟"), positive=True),
        Field("price", N_("单价"), "money", better="up", unit=N_("元"), positive=True),
    ),
    key=("process", "unit"),
    rows_benefit=True,
    words=words,
    check=check,
    unshown=unshown,
    series=Series("price", "order", also=("minutes",)),
    guard="At least 90 % reach the quota in legal hours; a month of 20.67 days of 8 hours at each "
    "price earns the minimum wage; overtime is 150, 200 or 300 % of the price, and no field can "
    "say less. A lower price or fewer standard minutes than last time for a process asks the gate, "
    "and so does a table that does not say how many reach the quota.",
    source=f"《劳动法》第三十七条、第四十四条；人社部发〔2025〕2号；{MINIMUM_WAGE_SOURCE}",
)
