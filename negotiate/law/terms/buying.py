"""The question whether workers have to buy: nobody may be made to (应流's canteen)."""

from negotiate.law.refusal import N_, Refused
from negotiate.law.terms.base import Field, Value

BUYING_SOURCE = "《消费者权益保护法》第九条、第十条；《劳动法》第五十条（以原文为准）"

BUYING = Field(
    "buying",
    N_("是不是要职工花钱买"),
    "select",
    better="first",
    help=N_("例如：食堂的饭、统一买的东西"),
    choices=(
        ("no", N_("不是")),
        ("free", N_("是，买不买由职工自己定")),
        ("must", N_("是，人人都要买")),
    ),
)


def require_free(value: Value) -> None:
    """Nobody is made to spend: the choice of a supplier or a price obliges nobody to buy."""
    if value["buying"] == "must":
        raise Refused(
            N_(
                "不能规定人人都要买：买不买由职工自己定，也不能从工资里统一扣。"
                "依据：《消费者权益保护法》第九条、第十条，《劳动法》第五十条（以原文为准）。"
            )
        )


def require_said(value: Value) -> None:
    """Where a lower figure is better for the workers it may be they who pay: say whether."""
    if value["favours"] == "lower" and value["buying"] == "":
        raise Refused(N_("越低对职工越有利，可能是职工付钱：请选明是不是要职工花钱买。"))
    require_free(value)


def clause(value: Value) -> tuple[str, ...]:
    """What the paper says of it: nothing where workers buy nothing."""
    if value["buying"] != "free":
        return ()
    return ("买不买由职工自己决定，不得强制消费，不得从工资中统一扣收。",)
