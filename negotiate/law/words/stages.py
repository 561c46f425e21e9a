"""How far a matter, and a term, has come."""

from typing import Final

from negotiate.law.refusal import N_
from negotiate.law.words.word import Word


class Stage(Word):
    """How far a matter has come. The simplified procedure knows those up to SIGNED that stand in
    its table; the ordinary one goes on from there."""

    RAISED = "raised", N_("已提出")
    SCREENED = "screened", N_("已审查")
    TO_OFFER = "to_offer", N_("待发要约")
    OFFERED = "offered", N_("待答复")
    REFUSED = "refused", N_("拒绝协商")
    COMPOSING = "composing", N_("产生代表")
    PREPARING = "preparing", N_("会前准备")
    WAITING = "waiting", N_("候会")
    CHECK_IN = "check_in", N_("签到")
    IN_SESSION = "in_session", N_("协商中")
    SUSPENDED = "suspended", N_("休会")
    DEADLOCKED = "deadlocked", N_("僵局待协调")
    SUMMED_UP = "summed_up", N_("已归纳")
    DRAFTED = "drafted", N_("草案待签")
    RATIFYING = "ratifying", N_("待审议")
    RATIFIED = "ratified", N_("待签订")
    SIGNED = "signed", N_("已签署")
    FILED = "filed", N_("已报送")
    OBJECTED = "objected", N_("审查有异议")
    EFFECTIVE = "effective", N_("已生效")
    PERFORMING = "performing", N_("履行中")
    SUPERSEDED = "superseded", N_("已由新合同代替")
    TERMINATED = "terminated", N_("已终止")
    EXPIRED = "expired", N_("已到期")
    ENDED = "ended", N_("协商终结")


# There is no session yet that anybody has been called to.
UNCALLED: Final = frozenset(
    {Stage.TO_OFFER, Stage.OFFERED, Stage.REFUSED, Stage.COMPOSING, Stage.PREPARING}
)


class TermState(Word):
    OPEN = "open", N_("待提案")
    PROPOSED = "proposed", N_("协商中")
    AGREED = "agreed", N_("已达成")
    DEFERRED = "deferred", N_("暂缓")
    WITHDRAWN = "withdrawn", N_("撤回")
