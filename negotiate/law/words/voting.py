"""How a side is asked, and how votes are given."""

from negotiate.law.refusal import N_
from negotiate.law.words.word import Word


class SideRule(Word):
    """What a side requires of itself before its chief may confirm."""

    POLL = "poll", N_("本方表决过半数")
    CHIEF = "chief", N_("首席代表决定（表决供参考）")


class Electorate(Word):
    """Whom a side asks."""

    DELEGATES = "delegates", N_("本方协商代表")
    STAFF = "staff", N_("名册上的全体职工")
    CONGRESS = "congress", N_("职工代表大会")


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
