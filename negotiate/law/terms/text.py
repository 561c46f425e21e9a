"""A clause in free words, for what no structured kind holds."""

from negotiate.law.refusal import N_
from negotiate.law.terms.base import Field, Kind, Value, Wording


def words(title: str, value: Value) -> Wording:
    lines = (line.strip() for line in value["body"].split("\n"))
    return Wording(tuple(line for line in lines if line))


KIND = Kind(
    code="text",
    label=N_("文字条款"),
    fields=(Field("body", N_("条款内容"), "long"),),
    words=words,
)
