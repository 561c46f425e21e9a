"""A share of something, in per cent."""

from negotiate.law.refusal import N_
from negotiate.law.terms.base import Field, Kind, Value, Wording
from negotiate.law.terms.favours import FAVOURS
from negotiate.law.terms.phrases import figure, sentence


def words(title: str, value: Value) -> Wording:
    subject, base = sentence(value["subject"]), sentence(value["base"])
    return Wording((f"{subject}为{base}的 {figure(value['share'])}%。",))


KIND = Kind(
    code="percent",
    label=N_("比例"),
    fields=(
        Field("subject", N_("什么比例"), "text", help=N_("例如：企业年金的企业缴费")),
        # A share of the wage and a share of the bonus cannot be compared.
        Field("base", N_("占什么的比例"), "text", help=N_("例如：职工月工资"), fixed=True),
        Field("share", N_("百分之几"), "percent", better="favours", unit="%"),
        FAVOURS,
    ),
    words=words,
    guard="At most 100 %.",
)
