"""Which way a matter goes, for whom, and to which kind of paper."""

from negotiate.law.refusal import N_
from negotiate.law.words.word import Word


class Procedure(Word):
    """Each has a table of its own: `law.simplified`, `law.ordinary`."""

    SIMPLIFIED = "simplified", N_("简易程序")
    ORDINARY = "ordinary", N_("普通程序")


class Scope(Word):
    """Whom a negotiation binds: one enterprise, or those of a sector or a region together."""

    ENTERPRISE = "enterprise", N_("企业")
    SECTOR = "sector", N_("行业性")
    REGION = "region", N_("区域性")


class Contract(Word):
    """What the ordinary procedure leads to (domain.md §5)."""

    GENERAL = "general", N_("集体合同")
    WAGES = "wages", N_("工资专项集体合同")
    WOMEN = "women", N_("女职工权益保护专项集体合同")
    SAFETY = "safety", N_("劳动安全卫生专项集体合同")
    SKILLS = "skills", N_("技能提升专项集体合同")
    INNOVATION = "innovation", N_("技术创新专项集体合同")
