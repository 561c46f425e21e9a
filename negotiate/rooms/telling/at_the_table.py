"""How the acts beside a term are told: questions and answers, breaks, packages, who presides,
what came of a deadlock, and who would not sign."""

from collections.abc import Mapping
from datetime import date, datetime

from negotiate.law.words import Action
from negotiate.rooms.telling.facts import LOCAL, Fact, Tell, side_of


def _request(actor: Fact, data: Fact) -> str:
    return (
        f"{side_of(actor)}{actor['name']}要求对方答复或提供：{_bare(data['question'])}，"
        f"{_day(data['due'])}前答复。"
    )


def _answer(actor: Fact, data: Fact) -> str:
    about = f"{side_of(actor)}{actor['name']}就“{_bare(data['question'])}”"
    if "promised_for" in data:
        return f"{about}承诺在{_day(data['promised_for'])}前答复。"
    late = "（已过约定日期）" if data["late"] else ""
    return f"{about}答复{late}：{_bare(data['answer'])}。"


def _call_caucus(actor: Fact, data: Fact) -> str:
    return f"{side_of(actor)}首席代表{actor['name']}要求休会商议{data['minutes']}分钟。"


def _bundle(actor: Fact, data: Fact) -> str:
    terms = "、".join(data["terms"])
    return (
        f"{side_of(actor)}首席代表{actor['name']}提出一揽子方案：{terms}，要么都同意，要么都不算。"
    )


def _unbundle(actor: Fact, data: Fact) -> str:
    return f"{side_of(actor)}首席代表{actor['name']}拆开一揽子方案，已就它作出的确认作废。"


def _accept_if(actor: Fact, data: Fact) -> str:
    return f"双方首席代表都表示，只要对方同意，就同意“{data['title']}”第{data['version']}版。"


def _pass_chair(actor: Fact, data: Fact) -> str:
    next_one = data["presides"]
    return f"{actor['name']}交接主持，由{side_of(next_one)}首席代表{next_one['name']}主持。"


def _deadlock(actor: Fact, data: Fact) -> str:
    return (
        f"{actor['name']}宣布协商陷入僵局，原因：{_bare(data['reason'])}。职工方最后意见："
        f"{_bare(data['worker_last'])}；企业方最后意见：{_bare(data['employer_last'])}。"
    )


def _coordinate(actor: Fact, data: Fact) -> str:
    return f"经{data['coordinator']}协调：{_bare(data['result'])}。"


def _refuse_to_sign(actor: Fact, data: Fact) -> str:
    reason = _bare(data["reason"])
    return f"{side_of(actor)}{actor['name']}拒绝签署{data['number']}，理由：{reason}。"


def _take_back_refusal(actor: Fact, data: Fact) -> str:
    return f"{side_of(actor)}{actor['name']}收回对{data['number']}的拒绝签署。"


def _bare(text: str) -> str:
    """Typed text inside a sentence: on one line, without its own full stop."""
    lines = (line.strip().rstrip("。.") for line in text.splitlines())
    return "；".join(line for line in lines if line)


def _day(iso: str) -> str:
    day = date.fromisoformat(iso[:10]) if "T" not in iso else _local(iso)
    return f"{day.month}月{day.day}日"


def _local(iso: str) -> date:
    return datetime.fromisoformat(iso).astimezone(LOCAL).date()


TOLD: Mapping[str, Tell] = {
    Action.REQUEST_INFORMATION: _request,
    Action.ANSWER_INFORMATION: _answer,
    Action.CALL_CAUCUS: _call_caucus,
    Action.END_CAUCUS: lambda actor, data: f"{actor['name']}结束休会商议，双方继续协商。",
    Action.BUNDLE: _bundle,
    Action.UNBUNDLE: _unbundle,
    Action.ACCEPT_IF: _accept_if,
    Action.PASS_CHAIR: _pass_chair,
    Action.DEADLOCK: _deadlock,
    Action.COORDINATE: _coordinate,
    Action.REFUSE_TO_SIGN: _refuse_to_sign,
    Action.TAKE_BACK_REFUSAL: _take_back_refusal,
}
