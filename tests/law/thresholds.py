"""What domain.md §4 comes to in heads and votes, written by hand: tried by test_thresholds, and
printed in docs/profiles.md."""

from dataclasses import dataclass

from negotiate.law.words import Capacity, Side
from tests.law.places import (
    BEIJING,
    CHONGQING,
    HALF_IS_ENOUGH,
    HANGZHOU,
    HENAN,
    NINGBO,
    PLACES,
    RULES,
    SHANDONG,
    SHANGHAI,
    ZHEJIANG,
)

W, E = Side.WORKER, Side.EMPLOYER
ROLL, PRESENT, YES = 180, (119, 120), (89, 90, 91)


@dataclass(frozen=True)
class Ballot:
    """A ratification on a roll of 180."""

    place: str
    present: int
    yes: int

    @property
    def passes(self) -> bool:
        """All ten want two thirds; some are content with half of the whole roll."""
        enough = 90 if self.place in HALF_IS_ENOUGH else 91
        return self.present >= 120 and self.yes >= enough


BALLOTS = [Ballot(place, come, yes) for place in PLACES for come in PRESENT for yes in YES]


@dataclass(frozen=True)
class Table:
    """Who sits where; `refused` cites the article, or is empty where it is lawful. Of the
    employer's side so many are `experts` (beside it, where they are advisers only), of each side so
    many representatives from `outside`, of the workers' so many `front_line`. The chiefs of the
    sides `leading` preside. `large`: the enterprise is a large one."""

    place: str
    workers: int
    employers: int
    refused: str
    experts: int = 0
    outside: int = 0
    front_line: int = 3
    leading: tuple[Side, ...] = (W,)
    led_by: Capacity = Capacity.CHIEF
    chief_outside: bool = False
    large: bool = False


TABLES = [
    Table("national", 3, 3, ""),
    Table("national", 2, 2, f"{RULES}第十九条"),
    Table("national", 11, 11, ""),
    Table("national", 3, 4, f"{RULES}第十九条"),
    Table("jiangsu", 4, 3, f"{RULES}第十九条"),
    Table("national", 3, 3, "", experts=1),
    Table("national", 5, 5, f"{RULES}第二十三条", experts=2),
    Table("national", 3, 3, f"{RULES}第二十三条", chief_outside=True),
    Table("chongqing", 15, 15, ""),
    Table("chongqing", 16, 15, f"{CHONGQING}第八条"),
    Table("chongqing", 4, 3, ""),
    Table("chongqing", 3, 4, f"{CHONGQING}第八条"),
    Table("chongqing", 3, 3, f"{CHONGQING}第十一条", experts=2),
    Table("zhejiang", 4, 3, f"{ZHEJIANG}第十条"),
    Table("zhejiang", 4, 4, f"{ZHEJIANG}第十条", large=True),
    Table("zhejiang", 5, 5, "", large=True),
    Table("hangzhou", 9, 9, ""),
    Table("hangzhou", 10, 10, f"{HANGZHOU}第十六条"),
    Table("ningbo", 10, 10, ""),
    Table("ningbo", 11, 11, f"{NINGBO}第八条"),
    Table("beijing", 10, 10, ""),
    Table("beijing", 11, 11, f"{BEIJING}第七条"),
    Table("beijing", 3, 3, f"{BEIJING}（以条例原文为准）", chief_outside=True),
    Table("shanghai", 4, 3, "", leading=(W, E)),
    Table("shanghai", 3, 4, f"{SHANGHAI}第六条", leading=(W, E)),
    Table("shanghai", 3, 3, f"{SHANGHAI}第十八条"),
    Table("shandong", 3, 3, "", front_line=1),
    Table("shandong", 3, 3, f"{SHANDONG}第七条", front_line=0),
    Table("shandong", 3, 3, "", experts=1),
    Table("shandong", 3, 3, f"{SHANDONG}第十二条", outside=1),
    Table("henan", 2, 2, f"{HENAN}第十二条"),
    Table("henan", 3, 3, f"{HENAN}第二十四条", led_by=Capacity.RECORDER),
]
