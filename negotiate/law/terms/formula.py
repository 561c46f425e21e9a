"""Pay by a formula: a share of some base, for some months, with an example worked out."""

from decimal import Decimal

from negotiate.law.refusal import N_, Refused
from negotiate.law.terms.base import Field, Kind, Value, Wording
from negotiate.law.terms.minimum_wage import MINIMUM_WAGE, MINIMUM_WAGE_SOURCE
from negotiate.law.terms.phrases import figure, sentence, to_fen, yuan

_TOO_BIG = 10**12
NO_FLOOR = N_("没有写明：徒弟的保底工资是多少（不能低于当地最低工资）。")
_MASTER = ("师傅", "师父", "导师", "带教")
_APPRENTICE = ("徒弟", "学徒", "徒工", "学员")


def worked_example(value: Value) -> tuple[Decimal, Decimal]:
    """The base and the pay that the example comes to, in yuan, before the cap, unrounded."""
    base = Decimal(value["example_quantity"]) * Decimal(value["example_price"])
    return base, base * Decimal(value["share"]) / 100


def check(value: Value) -> None:
    """The example can be written out, and nobody falls under the legal minimum wage."""
    if max(worked_example(value)) >= _TOO_BIG:
        raise Refused(N_("计算示例的数量和单价太大了，请换一组平常的数。"))
    if value["protected"] and value["floor"] == "":
        raise Refused(N_("写了保底工资发给谁，就要写保底工资是多少。"))
    if value["minimum_wage"] == "":
        return
    if value["floor"] == "":
        raise Refused(N_("写了当地最低工资，就要写保底工资，免得有人拿不到最低工资。"))
    if Decimal(value["floor"]) < Decimal(value["minimum_wage"]):
        raise Refused(
            N_("保底工资 %(floor)s 元低于当地最低工资 %(minimum)s 元，不能这样定。"),
            floor=figure(value["floor"]),
            minimum=figure(value["minimum_wage"]),
        )


def _is_mentoring(value: Value) -> bool:
    """Whether a master is paid by what an apprentice makes, as far as the words tell."""
    return any(word in value["payee"] for word in _MASTER) or any(
        word in value["base"] for word in _APPRENTICE
    )


def unshown(value: Value) -> tuple[str, ...]:
    return (NO_FLOOR,) if _is_mentoring(value) and value["floor"] == "" else ()


def words(title: str, value: Value) -> Wording:
    share = figure(value["share"])
    whole = "（即全部）" if share == "100" else ""
    rule = (
        f"以{sentence(value['base'])}为基数，按 {share}% 的比例{whole}计发给"
        f"{value['payee']}，执行期限为 {value['months']} 个月。"
    )
    limits = []
    if value["cap"]:
        limits.append(f"每月计发金额最高不超过 {yuan(value['cap'])}。")
    if value["floor"]:
        limits.append(_floor(value))
    return Wording((rule, *limits, _example(value)))


def _floor(value: Value) -> str:
    who = value["protected"] or "相关职工"
    clause = f"执行期间，{who}的月工资不低于 {yuan(value['floor'])}"
    if value["minimum_wage"]:
        clause += f"，且不低于当地月最低工资标准 {yuan(value['minimum_wage'])}"
    return clause + "。"


def _example(value: Value) -> str:
    base, pay = worked_example(value)
    due = to_fen(pay)
    text = (
        f"计算示例：当月数量为 {figure(value['example_quantity'])}、"
        f"单价为 {yuan(value['example_price'])}的，基数为 {figure(base)} 元，"
        f"按 {figure(value['share'])}% 计算为 {figure(due)} 元"
    )
    if due != pay:
        text += "（四舍五入到分）"
    if value["cap"] and due > Decimal(value["cap"]):
        due = Decimal(value["cap"])
        text += "，超过上限，按上限计发"
    return f"{text}，{value['payee']}当月应得 {yuan(due)}。"


KIND = Kind(
    code="formula",
    label=N_("计算办法"),
    fields=(
        Field("payee", N_("发给谁"), "text"),
        Field("base", N_("计算基数"), "text", help=N_("例如：徒弟当月计件工资额")),
        Field("share", N_("计发比例"), "percent", better="up", unit="%", positive=True),
        Field("months", N_("执行月数"), "integer", better="up", unit=N_("个月"), positive=True),
        Field(
            "cap",
            N_("每月上限"),
            "money",
            required=False,
            better="up",
            missing="best",
            unit=N_("元"),
            positive=True,
        ),
        Field("protected", N_("保底工资发给谁"), "text", required=False),
        Field(
            "floor",
            N_("保底工资"),
            "money",
            required=False,
            better="up",
            missing="worst",
            unit=N_("元"),
            positive=True,
        ),
        MINIMUM_WAGE,
        Field("example_quantity", N_("示例数量"), "decimal", positive=True),
        Field("example_price", N_("示例单价"), "money", unit=N_("元"), positive=True),
    ),
    words=words,
    check=check,
    unshown=unshown,
    guard="Where it says who is protected, or names a minimum wage, there is a floor, not below "
    "that wage: an apprentice whose pay goes to the master keeps the legal wage. A master's "
    "pay or one by an apprentice's output without a floor asks the gate.",
    source=MINIMUM_WAGE_SOURCE,
)
