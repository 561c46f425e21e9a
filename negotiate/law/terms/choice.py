"""One option chosen among several, by score or by votes; a tie goes to a run-off."""

from collections.abc import Iterable
from decimal import Decimal

from negotiate.law.refusal import N_, Refused
from negotiate.law.terms.base import Field, Kind, Row, Table, Value, Wording
from negotiate.law.terms.buying import BUYING, BUYING_SOURCE, clause, require_free
from negotiate.law.terms.phrases import figure, sentence

_SCORE, _VOTES = N_("分"), N_("票")


def check(value: Value) -> None:
    """The chosen option is ahead alone, in the run-off if there was a tie; nobody has to buy."""
    require_free(value)
    rows = value["rows"]
    if value["chosen"] not in [row["option"] for row in rows]:
        raise Refused(N_("选定的“%(name)s”不在各个方案里面。"), name=value["chosen"])
    if _unit(value) == _VOTES:
        _require_whole(rows)
    first = ahead(rows, "score")
    _require_run_off_of(first, rows)
    best = ahead(first, "second") if len(first) > 1 else first
    if len(best) > 1:
        raise Refused(
            N_("加赛以后%(names)s还是并列，请再比一次，分出高低再定。"), names=_names(best)
        )
    if value["chosen"] != best[0]["option"]:
        raise Refused(
            N_("胜出的是“%(best)s”，不是“%(chosen)s”，请核对。"),
            best=best[0]["option"],
            chosen=value["chosen"],
        )


def ahead(rows: list[Row], column: str) -> list[Row]:
    """Those with the highest figure in this column."""
    top = max(Decimal(row[column]) for row in rows)
    return [row for row in rows if Decimal(row[column]) == top]


def _require_whole(rows: Iterable[Row]) -> None:
    for place, row in enumerate(rows, 1):
        figures = [Decimal(row[name]) for name in ("score", "second") if row[name] != ""]
        if any(number != number.to_integral_value() for number in figures):
            raise Refused(N_("第 %(row)s 行：票数要写成整数。"), row=place)


def _require_run_off_of(first: list[Row], rows: list[Row]) -> None:
    """All who are level at the top have run again, and nobody else."""
    tied = first if len(first) > 1 else []
    if any(row["second"] == "" for row in tied):
        raise Refused(
            N_("%(names)s并列最高，请让这几个加赛一次，把加赛的结果填上。"), names=_names(tied)
        )
    for place, row in enumerate(rows, 1):
        if row["second"] != "" and row not in tied:
            raise Refused(
                N_("第 %(row)s 行：只有并列最高的方案才加赛，这里不用填加赛结果。"), row=place
            )


def _names(rows: Iterable[Row]) -> tuple[str, ...]:
    return tuple(f"“{row['option']}”" for row in rows)


def _unit(value: Value) -> str:
    return str(value["unit"] or _SCORE)


def words(title: str, value: Value) -> Wording:
    method = (f"评选办法：{sentence(value['method'])}。",) if value["method"] else ()
    return Wording((*method, _result(title, value), *clause(value)), _table(value))


def _result(title: str, value: Value) -> str:
    """经评选，食堂承包商选定为得分最高的“甲”（92.5 分），各方案得分如下表。"""
    unit, chosen = _unit(value), value["chosen"]
    won = next(row for row in value["rows"] if row["option"] == chosen)
    first = ahead(value["rows"], "score")
    how, score = f"得{unit}最高的", won["score"]
    if len(first) > 1:
        level = f"{'、'.join(_names(first))}得{unit}并列最高（{figure(score)} {unit}），"
        how, score = f"{level}经加赛，{title}选定为加赛得{unit}最高的", won["second"]
    else:
        how = f"{title}选定为{how}"
    return f"经评选，{how}“{chosen}”（{figure(score)} {unit}），各方案得{unit}如下表。"


def _table(value: Value) -> Table:
    unit, rows = _unit(value), value["rows"]
    ran_again = any(row["second"] != "" for row in rows)
    head = ("方案", f"得{unit}", *[f"加赛得{unit}"] * ran_again, "说明")
    body = tuple(
        (
            row["option"],
            figure(row["score"]),
            *[figure(row["second"]) if row["second"] != "" else "—"] * ran_again,
            row["note"] or "—",
        )
        for row in rows
    )
    return Table(head, body)


KIND = Kind(
    code="choice",
    label=N_("择优选定"),
    fields=(
        Field("chosen", N_("选定的方案"), "text"),
        Field(
            "unit",
            N_("按什么比"),
            "select",
            required=False,
            help=N_("不选就是按得分"),
            choices=((_SCORE, N_("按得分")), (_VOTES, N_("按得票"))),
        ),
        Field("method", N_("评选办法"), "long", required=False),
        BUYING,
    ),
    columns=(
        Field("option", N_("方案"), "text"),
        Field("score", N_("得分或得票"), "decimal"),
        Field("second", N_("加赛结果"), "decimal", required=False, help=N_("只有并列最高的才填")),
        Field("note", N_("说明"), "text", required=False),
    ),
    key=("option",),
    min_rows=2,
    words=words,
    check=check,
    guard="The chosen option is ahead of all others. A tie at the top goes to a run-off of those "
    "that tied; level again is refused with their names. Nobody may be made to buy.",
    source=BUYING_SOURCE,
)
