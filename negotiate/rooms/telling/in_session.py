"""How the acts of a session are told."""

from collections.abc import Mapping
from datetime import datetime

from negotiate.law.words import Action, Electorate
from negotiate.rooms.telling.facts import Fact, Tell, side_of, written


def _begin(actor: Fact, data: Fact) -> str:
    roll = ""
    if "on_roll" in data:
        roll = f"职工名册{data['on_roll']}人，已到{data['of_roll_present']}人。"
    return f"{actor['name']}宣布开会，应到{data['seated']}人，实到{data['present']}人。{roll}"


def _propose(actor: Fact, data: Fact) -> str:
    """The first version as it was worded; of a later one, what it changed."""
    act = "提出修改，形成" if data["changes"] else "提出"
    said = data["changes"] or [*data["words"], *map(_row, data["rows"])]
    told = "；".join(line.rstrip("。") for line in said)
    return f"{side_of(actor)}{actor['name']}就“{data['title']}”{act}第{data['version']}版：{told}。"


def _row(cells: list[str]) -> str:
    """A table's row in a sentence, which has its amounts in figures only."""
    return "，".join(cell for cell in cells if not cell.startswith("人民币"))


def _rescreen(actor: Fact, data: Fact) -> str:
    answer = "减损职工权益，简易程序不能继续" if data["reduces_rights"] else "不减损职工权益"
    return (
        f"{actor['name']}复核“{data['title']}”第{data['version']}版：与现行做法相比，"
        f"{answer}；依据：{data['reason']}。"
    )


def _close_poll(actor: Fact, data: Fact) -> str:
    """What only advised the side's chief is nobody else's business."""
    version = f"“{data['title']}”第{data['version']}版"
    if not data["binding"]:
        return f"{side_of(data)}就{version}在本方内部征求意见，供首席代表参考。"
    asked = "全体职工" if data.get("asked") == Electorate.STAFF else "内部"
    return f"{side_of(data)}{asked}表决，{'通过' if data['passed'] else '没有通过'}{version}。"


def _confirm(actor: Fact, data: Fact) -> str:
    after = "双方达成一致。" if data["agreed"] else ""
    if data.get("settled"):
        after = f"双方就{'、'.join(data['settled'])}一并达成一致。"
    return (
        f"{side_of(actor)}首席代表{actor['name']}确认“{data['title']}”"
        f"第{data['version']}版文本。{after}"
    )


def _with_reason(act: str) -> Tell:
    def tell(actor: Fact, data: Fact) -> str:
        return f"{actor['name']}{act}“{data['title']}”：{data['reason']}。"

    return tell


def _suspend(actor: Fact, data: Fact) -> str:
    at = written(datetime.fromisoformat(data["next_at"]))
    return (
        f"{actor['name']}记载双方同意休会，原因：{data['reason']}；约定{at}在{data['place']}复会，"
        f"继续商议：{data['content']}。"
    )


TOLD: Mapping[str, Tell] = {
    Action.BEGIN: _begin,
    Action.PROPOSE: _propose,
    Action.RESCREEN: _rescreen,
    Action.CLOSE_POLL: _close_poll,
    Action.CONFIRM: _confirm,
    Action.ACCLAIM: lambda actor, data: f"与会人员鼓掌通过“{data['title']}”。",
    Action.DEFER: _with_reason("暂缓"),
    Action.WITHDRAW: _with_reason("撤回"),
    Action.SUSPEND: _suspend,
    Action.RESUME: lambda actor, data: f"{actor['name']}宣布复会。",
    Action.CORRECT_MINUTES: lambda actor, data: (
        f"记录员{actor['name']}更正第{data['sitting']}次会议的记录：{data['correction'].rstrip('。')}。"
    ),
}
