"""The vocabulary of a negotiation. Every word has a Chinese label."""

from enum import StrEnum
from typing import Final, Self

from negotiate.law.refusal import N_


class Word(StrEnum):
    """A stored identifier with the Chinese label that people read."""

    label: str

    # The empty default is for type checkers, which take Side("worker") for this signature.
    def __new__(cls, value: str, label: str = "") -> Self:
        word = str.__new__(cls, value)
        word._value_ = value
        word.label = label
        return word


class Side(Word):
    WORKER = "worker", N_("职工方")
    EMPLOYER = "employer", N_("企业方")

    @property
    def other(self) -> "Side":
        return Side.EMPLOYER if self is Side.WORKER else Side.WORKER


class Capacity(Word):
    """What a person may act as. A seat holds one of the first six, and PRESIDING on top."""

    CHIEF = "chief", N_("首席代表")
    REPRESENTATIVE = "representative", N_("协商代表")
    EXPERT = "expert", N_("外聘专业人员")
    RECORDER = "recorder", N_("记录员")
    ATTENDEE = "attendee", N_("列席")
    STAFF = "staff", N_("职工")
    PRESIDING = "presiding", N_("主持")
    UNION_CHAIR = "union_chair", N_("工会主席")


# Who may propose; who speaks for a side; who may be on a poll's roll; who sits at the table of a
# meeting. STAFF do not: they are the workforce on the worker side's roll, and only vote.
DELEGATES: Final = (Capacity.CHIEF, Capacity.REPRESENTATIVE)
OF_A_SIDE: Final = (*DELEGATES, Capacity.EXPERT)
VOTERS: Final = (*DELEGATES, Capacity.STAFF)
SIGNERS: Final = (Capacity.CHIEF, Capacity.RECORDER)
SEATED: Final = (*OF_A_SIDE, Capacity.RECORDER, Capacity.ATTENDEE)


class Stage(Word):
    """How far a matter has come under the simplified procedure."""

    RAISED = "raised", N_("已提出")
    SCREENED = "screened", N_("已审查")
    WAITING = "waiting", N_("候会")
    CHECK_IN = "check_in", N_("签到")
    IN_SESSION = "in_session", N_("协商中")
    SUSPENDED = "suspended", N_("休会")
    SUMMED_UP = "summed_up", N_("已归纳")
    SIGNED = "signed", N_("已签署")
    ESCALATED = "escalated", N_("转普通程序")


class TermState(Word):
    OPEN = "open", N_("待提案")
    PROPOSED = "proposed", N_("协商中")
    AGREED = "agreed", N_("已达成")
    DEFERRED = "deferred", N_("暂缓")
    WITHDRAWN = "withdrawn", N_("撤回")


class Effect(Word):
    """What a change means for the workers."""

    BETTER = "better", N_("对职工更有利")
    WORSE = "worse", N_("对职工更不利")
    NEUTRAL = "neutral", N_("不影响职工利益")

    @property
    def opposite(self) -> "Effect":
        swapped = {Effect.BETTER: Effect.WORSE, Effect.WORSE: Effect.BETTER}
        return swapped.get(self, Effect.NEUTRAL)


class SideRule(Word):
    """What a side requires of itself before its chief may confirm."""

    POLL = "poll", N_("本方表决过半数")
    CHIEF = "chief", N_("首席代表决定（表决供参考）")


class Electorate(Word):
    """Whom a side asks."""

    DELEGATES = "delegates", N_("本方协商代表")
    STAFF = "staff", N_("名册上的全体职工")


class Secrecy(Word):
    """What a side may see of a ballot, and whether a press is the last word."""

    SECRET = "secret", N_("无记名")
    RECORDED = "recorded", N_("记名")
    CHANGEABLE = "changeable", N_("记名，结束前可以改")


class Means(Word):
    """How votes were given that no phone has cast."""

    PAPER = "paper", N_("纸质票")
    HANDS = "hands", N_("举手")


class Choice(Word):
    YES = "yes", N_("赞成")
    NO = "no", N_("反对")
    ABSTAIN = "abstain", N_("弃权")


class Action(Word):
    """Every act that the table in `stages` rules on."""

    RAISE = "raise", N_("提出议题")
    SCREEN = "screen", N_("程序审查")
    SCHEDULE = "schedule", N_("安排会议")
    SEAT = "seat", N_("编排席位")
    ENROL = "enrol", N_("导入职工名册")
    UNSEAT = "unseat", N_("移出席位")
    REISSUE = "reissue", N_("重发入场码")
    ADD_TERM = "add_term", N_("增加条款")
    OPEN_CHECK_IN = "open_check_in", N_("开始签到")
    CHECK_IN_SELF = "check_in_self", N_("签到")
    MARK_PRESENT = "mark_present", N_("现场登记到会")
    BEGIN = "begin", N_("宣布开会")
    PROPOSE = "propose", N_("提出方案")
    RESCREEN = "rescreen", N_("复核程序门槛")
    OPEN_POLL = "open_poll", N_("发起表决")
    VOTE = "vote", N_("投票")
    CLOSE_POLL = "close_poll", N_("结束表决")
    ISSUE_PAPER = "issue_paper", N_("发放纸质票")
    ENTER_COUNT = "enter_count", N_("登记清点票数")
    CONFIRM_COUNT = "confirm_count", N_("确认清点票数")
    CONFIRM = "confirm", N_("确认文本")
    ACCLAIM = "acclaim", N_("记录鼓掌通过")
    DEFER = "defer", N_("暂缓")
    REOPEN = "reopen", N_("重新提上")
    WITHDRAW = "withdraw", N_("撤回")
    SUSPEND = "suspend", N_("休会")
    RESUME = "resume", N_("复会")
    SUM_UP = "sum_up", N_("归纳小结")
    RETURN = "return", N_("退回协商")
    SIGN = "sign", N_("签署")
    UPLOAD_SCAN = "upload_scan", N_("上传签字扫描件")
    COMPLETE = "complete", N_("签署完成")
    ESCALATE = "escalate", N_("转入普通程序")
