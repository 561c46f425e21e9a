"""One sum of money: what it is for, and per what it is counted."""

from dataclasses import replace

from negotiate.law.refusal import N_
from negotiate.law.terms.base import Field, Kind, Value, Wording
from negotiate.law.terms.buying import BUYING, BUYING_SOURCE, clause, require_said
from negotiate.law.terms.favours import FAVOURS
from negotiate.law.terms.phrases import sentence, yuan


def words(title: str, value: Value) -> Wording:
    subject, per = sentence(value["subject"]), sentence(value["per"])
    return Wording((f"{subject}为{per} {yuan(value['amount'])}。", *clause(value)))


KIND = Kind(
    code="amount",
    label=N_("一笔金额"),
    fields=(
        Field("subject", N_("什么钱"), "text", help=N_("例如：高温津贴")),
        Field("amount", N_("金额"), "money", better="favours", unit=N_("元"), positive=True),
        # 500 a month and 500 a year cannot be compared, so it may not slip from one to the other.
        Field("per", N_("按什么算"), "text", help=N_("例如：每人每月"), fixed=True),
        FAVOURS,
        replace(BUYING, required=False),
    ),
    words=words,
    check=require_said,
    guard="Where lower is better for the workers, the term says whether they buy; nobody has to.",
    source=BUYING_SOURCE,
)
