"""How long something lasts: so many days, working days, months or years."""

from negotiate.law.refusal import N_
from negotiate.law.terms.base import Field, Kind, Value, Wording
from negotiate.law.terms.favours import FAVOURS
from negotiate.law.terms.phrases import figure, sentence

_UNITS = (N_("天"), N_("个工作日"), N_("个月"), N_("年"))


def words(title: str, value: Value) -> Wording:
    long = f"{sentence(value['subject'])}为 {figure(value['count'])} {value['unit']}"
    since = f"，自{sentence(value['since'])}起算" if value["since"] else ""
    return Wording((f"{long}{since}。",))


KIND = Kind(
    code="duration",
    label=N_("期限"),
    fields=(
        Field("subject", N_("什么期限"), "text", help=N_("例如：带薪培训时间")),
        Field("count", N_("多长"), "integer", better="favours", unit_from="unit", positive=True),
        # A month is no number of days: two lengths are compared in one unit only.
        Field("unit", N_("单位"), "select", choices=tuple((u, u) for u in _UNITS), fixed=True),
        Field("since", N_("从什么时候起算"), "text", required=False),
        FAVOURS,
    ),
    words=words,
)
