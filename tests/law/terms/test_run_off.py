"""One option among several: by score, by votes, in a run-off; and nobody is made to buy."""

from typing import Any

import pytest

from negotiate.law.refusal import Refused
from negotiate.law.terms import parse, word


def contest(chosen: str, *rows: tuple[str, Any, Any], **given: Any) -> dict[str, Any]:
    cells = [{"option": name, "score": score, "second": again} for name, score, again in rows]
    return {"chosen": chosen, "buying": "no", "rows": cells, **given}


def refused(raw: dict[str, Any]) -> str:
    with pytest.raises(Refused) as problem:
        parse("choice", raw)
    return str(problem.value)


TIED = (("盛味", 92, 8), ("家常", 92, 7), ("金勺", 90, ""))


def test_a_run_off_of_the_tied_decides() -> None:
    value = parse("choice", contest("盛味", *TIED))
    wording = word("choice", "食堂承包商", value)
    assert wording.paragraphs == (
        "经评选，“盛味”、“家常”得分并列最高（92 分），经加赛，食堂承包商选定为加赛得分最高的"
        "“盛味”（8 分），各方案得分如下表。",
    )
    assert wording.table is not None
    assert wording.table.rows[2] == ("金勺", "90", "—", "—")


def test_the_loser_of_the_run_off_is_not_chosen() -> None:
    assert refused(contest("家常", *TIED)) == "胜出的是“盛味”，不是“家常”，请核对。"


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ((("盛味", 92, 8), ("家常", 92, "8.0")),
         "加赛以后“盛味”、“家常”还是并列，请再比一次，分出高低再定。"),
        ((("盛味", 92, 8), ("家常", 92, "")),
         "“盛味”、“家常”并列最高，请让这几个加赛一次，把加赛的结果填上。"),
        ((("盛味", 92, 8), ("家常", 90, "")),
         "第 1 行：只有并列最高的方案才加赛，这里不用填加赛结果。"),
        ((("盛味", 92, 8), ("家常", 92, 7), ("金勺", 90, 9)),
         "第 3 行：只有并列最高的方案才加赛，这里不用填加赛结果。"),
    ],
)  # fmt: skip
def test_a_tie_is_settled_by_those_who_tied_alone(rows: Any, sentence: str) -> None:
    assert refused(contest("盛味", *rows)) == sentence


def test_most_votes_win_without_a_majority() -> None:
    value = parse("choice", contest("盛味", ("盛味", 9, ""), ("家常", 8, ""), ("金勺", 7, ""),
                                    unit="票"))  # fmt: skip
    assert "选定为得票最高的“盛味”（9 票）" in word("choice", "食堂承包商", value).text


def test_votes_are_whole() -> None:
    raw = contest("盛味", ("盛味", "9.5", ""), ("家常", 8, ""), unit="票")
    assert refused(raw) == "第 1 行：票数要写成整数。"


FORCED = "不能规定人人都要买"
MEALS = {
    "subject": "餐价", "from_amount": 15, "to_amount": "13.5", "unit": "元", "favours": "lower"
}  # fmt: skip


def test_nobody_is_made_to_buy_from_whoever_is_chosen() -> None:
    assert refused(contest("盛味", *TIED, buying="must")).startswith(FORCED)


@pytest.mark.parametrize(
    ("code", "raw"),
    [("change", MEALS), ("amount", {"subject": "餐价", "amount": 6, "per": "每餐",
                                    "favours": "lower"})],
)  # fmt: skip
def test_a_price_that_workers_may_pay_says_whether_they_have_to(
    code: str, raw: dict[str, Any]
) -> None:
    with pytest.raises(Refused, match="请选明是不是要职工花钱买"):
        parse(code, raw)
    with pytest.raises(Refused, match=FORCED):
        parse(code, {**raw, "buying": "must"})
    free = word(code, "餐费", parse(code, {**raw, "buying": "free"}))
    assert free.paragraphs[-1] == "买不买由职工自己决定，不得强制消费，不得从工资中统一扣收。"
    assert len(word(code, "餐费", parse(code, {**raw, "buying": "no"})).paragraphs) == 1


def test_what_workers_are_paid_asks_no_such_thing() -> None:
    assert parse("change", {**MEALS, "favours": "higher"})["buying"] == ""
