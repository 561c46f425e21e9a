"""What is filed with a contract (domain.md §5: the filing pack)."""

from typing import Final

from negotiate.law.refusal import N_
from negotiate.law.words.word import Word


class Enclosure(Word):
    """One paper of the pack. Everything but the contract is filed once."""

    CONTRACT = "contract", N_("合同文本")
    PROCESS = "process", N_("协商情况说明")
    REPRESENTATIVES = "representatives", N_("双方协商代表名单")
    RESOLUTION = "resolution", N_("职代会决议（写明应到、实到和票数）")
    MINUTES = "minutes", N_("协商会议记录")
    OFFER = "offer", N_("要约书和答复书")
    BOUND = "bound", N_("受约束企业名单和授权书")


FOR_ALL: Final = tuple(one for one in Enclosure if one is not Enclosure.BOUND)


def required(*, binds_many: bool) -> tuple[Enclosure, ...]:
    """What has to be in the pack; for a sector or a region, also whom the contract binds."""
    return (*FOR_ALL, Enclosure.BOUND) if binds_many else FOR_ALL
