"""A draft before a congress or a whole staff (审议): what must be reached, and the resolution
(决议) that tells it with its arithmetic, in Chinese, as every paper is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from negotiate.law.refusal import N_, Refused
from negotiate.law.tally import LEAST_COUNTED, BallotRule, Step, least_present
from negotiate.law.words import Electorate

BODIES = {
    Electorate.CONGRESS: (N_("职工代表大会"), N_("职工代表")),
    Electorate.STAFF: (N_("职工大会"), N_("职工")),
}


@dataclass(frozen=True)
class Item:
    """One agreed term as it was voted on; `digest` is its version's, in hex."""

    title: str
    digest: str
    yes: int
    no: int
    abstain: int
    passed: bool
    steps: tuple[Step, ...] = ()

    @property
    def cast(self) -> int:
        return self.yes + self.no + self.abstain


@dataclass(frozen=True)
class Sitting:
    """One ratification as its resolution tells it. `who`: the enterprise or sector; `draft`: the
    title of what was voted on; `day`: as 2026年4月1日; `attempt`: from 1; `text`: SHA-256 of the
    draft; `articles`: where attendance, approval and secrecy are ruled; `declared_by`: on whose
    word the roll is, where none was enrolled."""

    who: str
    draft: str
    body: Electorate
    day: str
    attempt: int
    roll: int
    present: int
    rule: BallotRule
    items: tuple[Item, ...]
    text: str
    articles: tuple[str, ...]
    on_paper: bool = False
    declared_by: str = ""


def require_quorum(roll: int, present: int, rule: BallotRule, article: str) -> None:
    """Attendance before approval."""
    if roll == 0:
        raise Refused(N_("名册上没有人，不能表决。"))
    least = least_present(roll, rule)
    if present < least:
        raise Refused(
            N_(
                "到会人数不够，不能表决：应到 %(roll)s 人，实到 %(present)s < %(least)s 人，"
                "还差 %(missing)s 人。依据：%(article)s。"
            ),
            roll=roll,
            present=present,
            least=least,
            missing=least - present,
            article=article,
        )


def resolution(sitting: Sitting) -> tuple[str, ...]:
    """Its lines; the first is the title. The figures of fewer than five votes are not told: they
    would tell who chose what."""
    return (
        f"{sitting.who}{BODIES[sitting.body][0]}决议",
        *_opening(sitting),
        *(_item(number, item, sitting) for number, item in enumerate(sitting.items, 1)),
        *_closing(sitting),
    )


def _opening(sitting: Sitting) -> Iterator[str]:
    body, member = BODIES[sitting.body]
    again = f"（第 {sitting.attempt} 次审议）" if sitting.attempt > 1 else ""
    yield f"{sitting.day}，{sitting.who}{body}审议了《{sitting.draft}》（草案）{again}。"
    least = least_present(sitting.roll, sitting.rule)
    enough = f"（须 ≥ {least} 人）" if least else ""
    declared = f"应到人数由{sitting.declared_by}申报。" if sitting.declared_by else ""
    yield f"应到{member} {sitting.roll} 人，实到 {sitting.present} 人{enough}。{declared}"
    means = "纸质票" if sitting.on_paper else "无记名投票"
    yield (
        f"会议以{means}逐项表决。赞成票按应到人数计算，{sitting.rule.threshold.label}为通过，"
        "没有投票的不算赞成。结果如下："
    )


def _item(number: int, item: Item, sitting: Sitting) -> str:
    outcome = "通过" if item.passed else "未通过"
    head = f"{number}.{item.title}："
    if item.cast < LEAST_COUNTED:
        return f"{head}投票的不足 {LEAST_COUNTED} 人，只公布结果：{outcome}。"
    votes = (
        f"赞成 {item.yes} 票，反对 {item.no} 票，弃权 {item.abstain} 票，"
        f"未投 {sitting.roll - item.cast} 人"
    )
    first, *_, last = item.steps  # who could vote, and whether enough said yes
    return f"{head}{votes}；{first.text}，{last.text}，{outcome}。"


def _closing(sitting: Sitting) -> Iterator[str]:
    rejected = [item.title for item in sitting.items if not item.passed]
    if rejected:
        yield f"决议：草案未获通过。未通过的条款：{'、'.join(rejected)}。请双方重新协商。"
    else:
        yield f"决议：《{sitting.draft}》（草案）审议通过。"
    yield f"依据：{'；'.join(dict.fromkeys(a for a in sitting.articles if a))}。"
    yield f"审议的文本 SHA-256：{sitting.text}"


def passed(items: Sequence[Item]) -> bool:
    """A draft passes when every item of it does."""
    return bool(items) and all(item.passed for item in items)
