"""A day on which something begins, ends or is due."""

from dataclasses import replace

from negotiate.law.refusal import N_
from negotiate.law.terms.base import Field, Kind, Value, Wording
from negotiate.law.terms.favours import FAVOURS
from negotiate.law.terms.phrases import day, sentence


def words(title: str, value: Value) -> Wording:
    return Wording((f"{sentence(value['label'])}为{day(value['date'])}。",))


KIND = Kind(
    code="date",
    label=N_("日期"),
    fields=(
        Field("label", N_("什么日期"), "text", help=N_("例如：开始执行的日期")),
        Field("date", N_("日期"), "date", better="favours"),
        replace(
            FAVOURS,
            help=N_("例如：加工资越早越有利"),
            choices=(
                ("lower", N_("越早越有利")),
                ("higher", N_("越晚越有利")),
                ("neither", N_("早晚都一样")),
            ),
        ),
    ),
    words=words,
)
