"""Every rule that varies by place, described once: for its file, its pages and its forms."""

from collections.abc import Mapping
from typing import Final

from negotiate.law.profiles.key import PERSONS, TIMES, Key
from negotiate.law.profiles.keys_after import AFTER_TALKS
from negotiate.law.refusal import N_, Refused

_HALVES: Final = {"more_than_half": N_("过半数"), "half_or_more": N_("半数以上")}
_AT_TABLE: Final = (
    Key(
        "balance",
        N_("双方人数"),
        N_("双方协商代表的人数怎样才合规。"),
        words={"equal": N_("双方对等"), "employer_not_more": N_("企业方不多于职工方")},
    ),
    Key("representatives_min", N_("每方最少"), N_("每方协商代表至少几人。"), PERSONS),
    Key("representatives_max", N_("每方最多"), N_("每方协商代表至多几人。"), PERSONS),
    Key("representatives_large_min", N_("大企业每方最少"), N_("职工多的企业，至少几人。"), PERSONS),
    Key("large_from", N_("多大算大企业"), N_("职工达到几人，算职工多的企业。"), PERSONS),
    Key(
        "experts",
        N_("外聘人员"),
        N_("外聘专业人员最多占本方代表的几分之几，不超过三分之一；零表示只能当顾问。"),
        share=True,
        most=(1, 3),
    ),
    Key(
        "chief_insider",
        N_("首席代表是本单位的人"),
        N_("外单位的人不能当首席代表。"),
        flag=True,
        never_off=True,
    ),
    Key("front_line_share", N_("一线职工代表"), N_("至少占职工方代表的几分之几。"), share=True),
    Key("women_share", N_("女职工代表"), N_("至少占职工方代表的几分之几。"), share=True),
    Key("vacancy", N_("补选代表"), N_("代表出缺后，几日内补上。"), TIMES),
)
_BEFORE_TALKS: Final = (
    Key("reply", N_("答复要约"), N_("收到要约后，几日内书面答复。"), TIMES),
    Key(
        "materials",
        N_("提供资料"),
        N_("开会前几日提供协商资料。"),
        TIMES,
        {"on_request": N_("对方要求时提供")},
    ),
    Key(
        "materials_wages",
        N_("提供资料（谈工资）"),
        N_("谈工资时，开会前几日提供协商资料。"),
        TIMES,
    ),
)
_IN_TALKS: Final = (
    Key(
        "presiding",
        N_("谁来主持"),
        N_("普通程序的协商会议由谁主持。"),
        words={
            "in_turn": N_("双方首席代表轮流"),
            "jointly": N_("双方首席代表共同"),
            "proposer_first": N_("双方首席代表轮流，要约方先"),
            "union_chair": N_("工会主席"),
        },
    ),
    Key(
        "simplified_presiding",
        N_("谁来主持（简易程序）"),
        N_("简易程序的会议由谁主持。"),
        words={"union_chair": N_("工会主席"), "in_turn": N_("双方首席代表轮流")},
    ),
    Key(
        "record_signed_by",
        N_("谁在会议记录上签字"),
        N_("会议记录由谁签字；简易程序的会议纪要照此签署。"),
        words={
            "chiefs": N_("双方首席代表"),
            "representatives": N_("全体协商代表"),
            "attending": N_("到会的全体协商代表"),
        },
    ),
    Key("suspension", N_("中止最长"), N_("协商中止最多多久。"), TIMES),
    Key("suspension_in_all", N_("几次中止合并计算"), N_("几次中止的时间加在一起算。"), flag=True),
    Key("suspension_longer", N_("可以另行约定"), N_("双方可以商定更长的中止时间。"), flag=True),
    Key(
        "suspension_grounds",
        N_("怎样才能中止"),
        N_("什么情形下可以中止协商。"),
        words={
            "agreed": N_("双方商定下次的时间、地点、内容"),
            "worker_consents": N_("须职工方同意"),
            "force_majeure": N_("遇不可抗力等情形"),
        },
    ),
    Key("suspension_stops_clock", N_("中止期间不计时"), N_("中止的时间不算进期限。"), flag=True),
    Key("talks", N_("协商期限"), N_("协商要在多久内结束。"), TIMES),
    Key(
        "talks_from",
        N_("协商期限从何时算"),
        N_("协商期限的起算点。"),
        words={"offer": N_("从发出要约算"), "first_session": N_("从第一次会议算")},
    ),
    Key("coordination", N_("协调处理"), N_("协商不成，协调处理的期限。"), TIMES),
    Key("coordination_extension", N_("协调延长"), N_("协调处理最多再延长多久。"), TIMES),
)
_CONSENT: Final = (
    Key("attendance", N_("审议到会"), N_("到会的人至少占应到的几分之几。"), share=True),
    Key("approval", N_("审议通过"), N_("赞成票与全体应到人数相比。"), words=_HALVES),
    Key(
        "secret",
        N_("无记名投票"),
        N_("审议时哪些表决须无记名。"),
        words={
            "every": N_("每次表决"),
            "required": N_("须无记名"),
            "important": N_("重要事项"),
            "unstated": N_("没有写明"),
        },
    ),
)
GROUPS: Final[tuple[tuple[str, tuple[Key, ...]], ...]] = (
    (N_("代表的组成"), _AT_TABLE),
    (N_("要约和准备"), _BEFORE_TALKS),
    (N_("协商会议"), _IN_TALKS),
    (N_("审议"), _CONSENT),
    (N_("签订以后"), AFTER_TALKS),
)
"""As pages show them, in the order of a negotiation."""

KEYS: Final[Mapping[str, Key]] = {key.code: key for _, keys in GROUPS for key in keys}


def key_of(code: str) -> Key:
    """Raises Refused for a rule that there is not."""
    if code not in KEYS:
        raise Refused(N_("没有这一项规则：%(code)s。"), code=code)
    return KEYS[code]
