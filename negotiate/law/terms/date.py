"""A day on which something begins, ends or is due."""

from negotiate.law.refusal import N_
from negotiate.law.terms.base import Field, Kind, Value, Wording
from negotiate.law.terms.phrases import day, sentence


def words(title: str, value: Value) -> Wording:
    return Wording((f"{sentence(value['label'])}为{day(value['date'])}。",))


KIND = Kind(
    code="date",
    label=N_("日期"),
    fields=(
        Field("label", N_("什么日期"), "text", help=N_("例如：开始执行的日期")),
        Field("date", N_("日期"), "date"),
    ),
    words=words,
)
