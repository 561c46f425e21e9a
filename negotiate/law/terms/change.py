"""An amount, a percentage or a price that moves from one figure to another."""

from dataclasses import replace
from decimal import Decimal

from negotiate.law.refusal import N_, Refused
from negotiate.law.terms.base import Field, Kind, Value, Wording
from negotiate.law.terms.buying import BUYING, BUYING_SOURCE, clause, require_said
from negotiate.law.terms.favours import FAVOURS
from negotiate.law.terms.phrases import figure, measured, sentence, share_of, yuan


def check(value: Value) -> None:
    """Something changes, yuan have no more than two places, and nobody has to buy."""
    before, after = Decimal(value["from_amount"]), Decimal(value["to_amount"])
    if before == after:
        raise Refused(N_("原来的数和调整后的数一样，没有调整。"))
    if value["unit"] == "元" and any(n != round(n, 2) for n in (before, after)):
        raise Refused(N_("用元作单位，最多写两位小数。"))
    if value["unit"] == "元":
        require_said(value)


def words(title: str, value: Value) -> Wording:
    before, after = Decimal(value["from_amount"]), Decimal(value["to_amount"])
    named = value["unit"]
    amounts = f"由 {_amount(before, named)}调整为 {_amount(after, named).rstrip()}"
    moved = f"{sentence(value['subject'])}{amounts}，{_move(before, after, named)}。"
    return Wording((moved, *clause(value)))


def _amount(number: Decimal, named: str) -> str:
    if named == "元":
        return yuan(number)
    return measured(number, named) + " " * (named == "%")


def _move(before: Decimal, after: Decimal, named: str) -> str:
    """提高 1 元，增幅约 6.7%"""
    step = abs(after - before)
    verb, noun = ("提高", "增幅") if after > before else ("降低", "降幅")
    if named not in ("元", "%"):
        verb = "增加" if after > before else "减少"
    if named == "%":
        return f"{verb} {figure(step)} 个百分点"
    move = f"{verb} {measured(step, named)}"
    if not before:
        return move
    share = share_of(step, before)
    about = " " if share * before == step * 100 else "约 "
    return f"{move}，{noun}{about}{figure(share)}%"


def _unchanged(value: Value) -> Value:
    """The present state that the proposal names: a first proposal is held against it."""
    return {**value, "to_amount": value["from_amount"]}


KIND = Kind(
    code="change",
    label=N_("数额调整"),
    fields=(
        Field("subject", N_("调整什么"), "text", help=N_("例如：一线岗位基本工资")),
        # The present state is a fact, not an offer: named once, and every offer is held to it.
        Field("from_amount", N_("原来"), "decimal", unit_from="unit", fixed=True),
        Field("to_amount", N_("调整为"), "decimal", better="favours", unit_from="unit"),
        Field("unit", N_("单位"), "text", help=N_("例如：元；百分比请写百分号"), fixed=True),
        FAVOURS,
        replace(BUYING, required=False),
    ),
    words=words,
    check=check,
    baseline=_unchanged,
    guard="A first proposal is held against the present figure. In yuan, where lower is better, "
    "the term says whether workers buy; nobody has to.",
    source=BUYING_SOURCE,
)
