"""What domain.md §4 comes to in days, written by hand: tried by test_thresholds, and printed in
docs/profiles.md."""

from dataclasses import dataclass
from datetime import date

from negotiate.law.words import ClockKind, Contract
from tests.law.places import (
    BEIJING,
    CHONGQING,
    HANGZHOU,
    HENAN,
    NINGBO,
    ON_WAGES,
    RULES,
    SHANDONG,
    SHANGHAI,
    ZHEJIANG,
)

GENERAL, WAGES = Contract.GENERAL, Contract.WAGES


@dataclass(frozen=True)
class Day:
    """A time that begins (or, counted back, ends) on `event`: its last (first) day, and where it
    stands; no day where the act sets none."""

    place: str
    kind: ClockKind
    event: date
    day: date | None
    article: str = ""
    contract: Contract = GENERAL


K = ClockKind
MONDAY, SIGNED, IN_EFFECT = date(2026, 3, 2), date(2026, 6, 1), date(2026, 6, 16)
SESSION, EXPIRY = date(2026, 6, 15), date(2028, 12, 31)


def march(day: int) -> date:
    return date(2026, 3, day)


def june(day: int) -> date:
    return date(2026, 6, day)


DAYS = [
    Day("national", K.REPLY, MONDAY, march(23), f"{RULES}第三十二条"),  # the 22nd is a Sunday
    Day("jiangsu", K.REPLY, MONDAY, march(23), f"{RULES}第三十二条"),
    Day("chongqing", K.REPLY, MONDAY, march(23), f"{CHONGQING}第十九条"),
    Day("zhejiang", K.REPLY, MONDAY, march(16), f"{ZHEJIANG}第七条"),
    Day("hangzhou", K.REPLY, MONDAY, march(16), f"{HANGZHOU}第二十四条"),
    Day("ningbo", K.REPLY, MONDAY, march(16), f"{NINGBO}第十四条"),
    Day("beijing", K.REPLY, MONDAY, march(23), f"{BEIJING}第三十二条"),
    Day("shanghai", K.REPLY, MONDAY, march(17), f"{SHANGHAI}第十五条"),
    Day("shandong", K.REPLY, MONDAY, march(12), f"{SHANDONG}第二十一条"),
    Day("henan", K.REPLY, MONDAY, march(16), f"{HENAN}第二十一条"),
    Day("national", K.VACANCY, MONDAY, march(17), f"{RULES}第三十一条"),
    Day("national", K.COORDINATION, MONDAY, date(2026, 4, 1), f"{RULES}第五十二条"),
    Day("national", K.MATERIALS, SESSION, None),
    Day("national", K.MATERIALS, SESSION, june(10), f"{ON_WAGES}第十八条", WAGES),
    Day("chongqing", K.MATERIALS, SESSION, june(5), f"{CHONGQING}第二十条"),
    Day("zhejiang", K.MATERIALS, SESSION, june(8), f"{ZHEJIANG}第十六条"),
    Day("henan", K.MATERIALS, SESSION, june(8), f"{HENAN}（以条例原文为准）", WAGES),
    Day("shanghai", K.MATERIALS, SESSION, None),
    Day("national", K.TALKS, MONDAY, None),
    Day("hangzhou", K.TALKS, MONDAY, date(2026, 5, 6), f"{HANGZHOU}第二十九条"),
    Day("ningbo", K.TALKS, MONDAY, date(2026, 4, 14), f"{NINGBO}第十六条"),
    Day("henan", K.TALKS, MONDAY, date(2026, 5, 6), f"{HENAN}第二十六条"),
    Day("chongqing", K.SUSPENSION, MONDAY, date(2026, 4, 1), f"{CHONGQING}第二十二条"),
    Day("beijing", K.SUSPENSION, MONDAY, date(2026, 5, 6), f"{BEIJING}第三十七条"),
    Day("national", K.FILING, SIGNED, june(11), f"{RULES}第四十二条"),
    Day("national", K.FILING, SIGNED, june(8), f"{ON_WAGES}第二十一条", WAGES),
    Day("shandong", K.FILING, SIGNED, june(11), f"{SHANDONG}第二十九条", WAGES),
    Day("henan", K.FILING, SIGNED, june(8), f"{HENAN}第二十八条", WAGES),
    Day("beijing", K.EFFECT, SIGNED, june(16), "《劳动合同法》第五十四条"),
    Day("national", K.PUBLICATION, IN_EFFECT, None),
    Day("national", K.PUBLICATION, IN_EFFECT, june(22), f"{ON_WAGES}第二十三条", WAGES),
    Day("chongqing", K.PUBLICATION, IN_EFFECT, june(26), f"{CHONGQING}第二十九条"),
    Day("zhejiang", K.PUBLICATION, IN_EFFECT, june(24), f"{ZHEJIANG}第三十五条"),
    Day("shandong", K.PUBLICATION, IN_EFFECT, june(23), f"{SHANDONG}第三十一条", WAGES),
    Day("henan", K.PUBLICATION, IN_EFFECT, june(22), f"{HENAN}第三十条", WAGES),
    Day("national", K.RENEWAL, EXPIRY, date(2028, 9, 30), f"{RULES}第三十八条"),
    Day(
        "national",
        K.RENEWAL,
        EXPIRY,
        date(2028, 11, 1),
        f"{ON_WAGES}第二十四条",
        WAGES,
    ),
    Day("henan", K.RENEWAL, EXPIRY, date(2028, 10, 31), f"{HENAN}（以条例原文为准）", WAGES),
]
