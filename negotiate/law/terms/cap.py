"""An amount that may not be exceeded."""

from negotiate.law.refusal import N_
from negotiate.law.terms.base import Field, Kind, Value, Wording
from negotiate.law.terms.favours import FAVOURS
from negotiate.law.terms.phrases import sentence, yuan


def words(title: str, value: Value) -> Wording:
    subject = sentence(value["subject"])
    return Wording((f"{subject}，{value['per']}最高不超过 {yuan(value['amount'])}。",))


KIND = Kind(
    code="cap",
    label=N_("最高限额"),
    fields=(
        Field("subject", N_("限制什么"), "text"),
        Field("amount", N_("最高金额"), "money", better="favours", unit=N_("元")),
        # 500 a month and 500 a year cannot be compared, so it may not slip from one to the other.
        Field("per", N_("按什么算"), "text", help=N_("例如：每人每月"), fixed=True),
        FAVOURS,
    ),
    words=words,
    guard="What it is counted by may not slip: 500 a month is no 500 a year.",
)
