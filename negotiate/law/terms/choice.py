"""One option chosen among several by score."""

from decimal import Decimal

from negotiate.law.refusal import N_, Refused
from negotiate.law.terms.base import Field, Kind, Table, Value, Wording
from negotiate.law.terms.phrases import figure, sentence


def check(value: Value) -> None:
    """The chosen option has the highest score, alone; a tie needs a run-off."""
    rows = value["rows"]
    if value["chosen"] not in [row["option"] for row in rows]:
        raise Refused(N_("选定的“%(name)s”不在各个方案里面。"), name=value["chosen"])
    top = max(Decimal(row["score"]) for row in rows)
    best = tuple(row["option"] for row in rows if Decimal(row["score"]) == top)
    if len(best) > 1:
        raise Refused(
            N_("%(names)s并列最高（%(score)s 分），请先加赛，分出高低再定。"),
            names=tuple(f"“{name}”" for name in best),
            score=figure(top),
        )
    if value["chosen"] != best[0]:
        raise Refused(
            N_("得分最高的是“%(best)s”，不是“%(chosen)s”，请核对。"),
            best=best[0],
            chosen=value["chosen"],
        )


def words(title: str, value: Value) -> Wording:
    rows = value["rows"]
    score = next(row["score"] for row in rows if row["option"] == value["chosen"])
    clauses = [f"评选办法：{sentence(value['method'])}。"] if value["method"] else []
    clauses.append(
        f"经评选，{title}选定为得分最高的“{value['chosen']}”（{figure(score)} 分），"
        "各方案得分如下表。"
    )
    body = tuple((row["option"], figure(row["score"]), row["note"] or "—") for row in rows)
    return Wording(tuple(clauses), Table(("方案", "得分", "说明"), body))


KIND = Kind(
    code="choice",
    label=N_("择优选定"),
    fields=(
        Field("chosen", N_("选定的方案"), "text"),
        Field("method", N_("评选办法"), "long", required=False),
    ),
    columns=(
        Field("option", N_("方案"), "text"),
        Field("score", N_("得分"), "decimal", unit=N_("分")),
        Field("note", N_("说明"), "text", required=False),
    ),
    key=("option",),
    min_rows=2,
    words=words,
    check=check,
)
