"""The results of the polls on what was agreed, told from the record: so that everyone can check
them, and nobody can tell from them who chose what."""

from collections.abc import Iterator

from negotiate.law.tally import LEAST_COUNTED
from negotiate.law.words import Action, Electorate, Means, Secrecy
from negotiate.record.chain import read
from negotiate.record.models import Book
from negotiate.rooms.telling import Fact, side_of


def poll_results(book: Book, agreed: dict[int, int]) -> tuple[str, ...]:
    """Each side's binding poll on what was agreed (`agreed`: term → version): who was asked and
    how, the figures, and what was counted by hand. The fingerprint of the published list stands on
    lines of its own, where no line of print is stretched before it."""
    return tuple(
        line
        for act in read(book)
        if act["action"] == Action.CLOSE_POLL
        for data in [act["data"]]
        if data["binding"] and agreed.get(data["term"]) == data["version"]
        for line in _told(data)
    )


def _told(data: Fact) -> Iterator[str]:
    result = "；".join(filter(None, (_arithmetic(data), _by_hand(data))))
    poll = f"{side_of(data)}{_asked(data)}就“{data['title']}”第{data['version']}版{_kind(data)}表决"
    if not data.get("list") or _is_by_hands(data):
        yield f"{poll}：{result}。"
    else:
        yield f"{poll}：{result}。名单指纹 SHA-256："
        yield data["list"]


def _asked(data: Fact) -> str:
    return "全体职工" if data.get("asked") == Electorate.STAFF else "协商代表"


def _is_by_hands(data: Fact) -> bool:
    return bool(data.get("by_hand", {}).get("means") == Means.HANDS)


def _kind(data: Fact) -> str:
    """Hands are seen by all, whatever was meant at first."""
    if _is_by_hands(data):
        return "举手"
    return "无记名" if data.get("secrecy", Secrecy.SECRET) == Secrecy.SECRET else "记名"


def _arithmetic(data: Fact) -> str:
    """In a small group the number of votes tells who cast them, so only the result is printed."""
    if data["roll"] >= LEAST_COUNTED and data["verdict"]:
        return str(data["verdict"])
    few = "投票" if data["roll"] >= LEAST_COUNTED else ""
    result = "过半数同意，通过" if data["passed"] else "未通过"
    return f"应到{data['roll']}人，{result}（{few}不足{LEAST_COUNTED}人，不列票数）"


def _by_hand(data: Fact) -> str:
    count = data.get("by_hand")
    if not count:
        return ""
    told = f"{count['counted']}张（张数少，不列票数）"
    if "yes" in count and data["roll"] >= LEAST_COUNTED:
        told = f"赞成{count['yes']}票、反对{count['no']}票、弃权{count['abstain']}票"
    what = f"其中纸质票{told}，"
    if count["means"] == Means.HANDS:
        what = f"举手{told}，" if "yes" in count and data["roll"] >= LEAST_COUNTED else ""
    return f"{what}由记录员{count['recorder']}清点、双方首席代表确认"
