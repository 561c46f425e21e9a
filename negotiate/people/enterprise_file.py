"""The enterprises that an agreement of a sector will bind, from Excel or CSV: all or nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from negotiate.law.refusal import N_, Refused
from negotiate.law.terms.base import Field
from negotiate.law.terms.cells import read
from negotiate.people.roster_file import as_csv
from negotiate.people.sheets import Faults, Size, Upload, open_sheet, require_legible

SIZE: Final = Size(megabytes=1, unpacked=20_000_000, people=500)
COLUMNS: Final = (N_("企业名称"), N_("职工人数"), N_("授权人"), N_("授权日期"), N_("授权内容"))
_COUNT: Final = Field("head_count", N_("职工人数"), "integer", positive=True)
_DAY: Final = Field("mandated_on", N_("授权日期"), "date")
SAMPLE: Final = (
    ("锦州凌河饭店有限公司", "260", "总经理王海", "2026-10-12", "授权协会就工资标准协商并签字"),
    ("锦州古塔餐饮有限公司", "180", "执行董事李梅", "2026-10-13", "授权协会就工资标准协商并签字"),
)


@dataclass(frozen=True, slots=True)
class BoundRow:
    """One enterprise with its mandate: who gave it, when, and to do what."""

    name: str
    head_count: int
    mandated_by: str
    mandated_on: date
    mandate: str

    def __post_init__(self) -> None:
        typed = {"企业名称": self.name, "授权人": self.mandated_by, "授权内容": self.mandate}
        require_legible(typed)
        for column, text in typed.items():
            if not text:
                raise Refused("没有写%(column)s", column=(column,))


def sample_enterprises() -> str:
    """A list to fill in over, as CSV that Excel opens with its Chinese whole."""
    return as_csv((COLUMNS, *SAMPLE))


def read_enterprises(upload: Upload) -> list[BoundRow]:
    """The rows of an uploaded list, or Refused with every fault and its line."""
    lines = open_sheet(upload, SIZE).lines
    if tuple(next(lines, [])[: len(COLUMNS)]) != COLUMNS:
        raise Refused("第一行应为表头：%(columns)s。", columns="、".join(COLUMNS))
    rows = _read(lines)
    if not 1 <= len(rows) <= SIZE.people:
        raise Refused("名单应有 1 到 %(most)s 家企业。", most=SIZE.people)
    return rows


def _read(lines: Iterator[list[str]]) -> list[BoundRow]:
    rows: list[BoundRow] = []
    faults = Faults()
    for number, cells in enumerate(lines, start=2):
        if any(cells) and len(rows) + faults.count <= SIZE.people:
            try:
                rows.append(_row(cells))
            except Refused as problem:
                faults.add(number, problem)
    faults.refuse_any()
    return rows


def _row(cells: list[str]) -> BoundRow:
    name, count, by, on, mandate = (cells + [""] * len(COLUMNS))[: len(COLUMNS)]
    day = date.fromisoformat(str(read(_DAY, on.split(" ")[0])))
    return BoundRow(name, int(read(_COUNT, count)), by, day, mandate)
