"""The roster of those at the table, from Excel or CSV: all or nothing."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from negotiate.law.refusal import N_, Refused
from negotiate.law.words import OF_A_SIDE, SEATED, Capacity, Side
from negotiate.people.sheets import Faults, Size, Upload, open_sheet, require_legible

SIZE: Final = Size(megabytes=1, unpacked=20_000_000, people=500)
# A file's headings and words are Chinese, so refusals name these as text, which nobody translates.
COLUMNS: Final = (N_("姓名"), N_("工号"), N_("岗位"), N_("所属方"), N_("身份"))
# What an ordinary procedure also asks, in columns that may be left out.
MORE: Final = (N_("性别"), N_("一线职工"), N_("产生方式"), N_("委托书"))
YES: Final = frozenset({"女", "是"})
SIDES: Final = {side.label: side for side in Side}
NEUTRAL: Final = "中立"  # as the roster's page names who is of no side
SAMPLE: Final = (
    ("张建国", "0812", "铸造工", "职工方", "首席代表"),
    ("李秀英", "1033", "质检员", "职工方", "协商代表"),
    ("王志明", "0007", "总经理", "企业方", "首席代表"),
    ("赵敏", "0451", "办公室文员", "中立", "记录员"),
)
SAMPLE_OF_MORE: Final = (
    ("男", "是", "职代会选举，2024-03-08，应到 60 人，赞成 58 票", ""),
    ("女", "是", "职代会选举，2024-03-08，应到 60 人，赞成 55 票", ""),
    ("男", "", "法定代表人", ""),
    ("女", "", "", ""),
)
CAPACITIES: Final = {capacity.label: capacity for capacity in SEATED}


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One person for one seat. Raises Refused for what can't be read aloud or printed.

    `produced`: elected or named where, when, with which votes. `delegation`: an expert's, in
    writing: by whom, for what, for how long."""

    name: str
    staff_number: str
    post: str
    side: Side | None
    capacity: Capacity
    woman: bool = False
    front_line: bool = False
    produced: str = ""
    delegation: str = ""

    def __post_init__(self) -> None:
        require_legible({"姓名": self.name, "工号": self.staff_number, "岗位": self.post})
        require_legible({"产生方式": self.produced, "委托书": self.delegation})
        if not self.name:
            raise Refused("没有写姓名")
        if self.capacity in OF_A_SIDE and self.side is None:
            raise Refused("%(name)s 是哪一方的？请填所属方。", name=self.name)


def sample_roster(*, more: bool = False) -> str:
    """A roster to fill in over, as CSV that Excel opens with its Chinese whole; with the columns of
    the ordinary procedure, if asked for."""
    if not more:
        return as_csv((COLUMNS, *SAMPLE))
    rows = ((*row, *rest) for row, rest in zip(SAMPLE, SAMPLE_OF_MORE, strict=True))
    return as_csv(((*COLUMNS, *MORE), *rows))


def as_csv(rows: Iterable[Iterable[str]]) -> str:
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    return "\ufeff" + written.getvalue()


def read_roster(upload: Upload) -> list[RosterRow]:
    """The rows of an uploaded roster, or Refused with every fault and its line."""
    return _checked(open_sheet(upload, SIZE).lines)


def _checked(lines: Iterator[list[str]]) -> list[RosterRow]:
    head = next(lines, [])
    if tuple(head[: len(COLUMNS)]) != COLUMNS:
        raise Refused("第一行应为表头：%(columns)s。", columns="、".join(COLUMNS))
    rows: list[RosterRow] = []
    faults = Faults()
    for number, cells in enumerate(lines, start=2):
        if not any(cells):
            continue
        try:
            rows.append(_row(cells, head))
        except Refused as problem:
            faults.add(number, problem)
        if len(rows) + faults.count > SIZE.people:
            raise Refused("名单应有 1 到 %(most)s 人。", most=SIZE.people)
    faults.refuse_any()
    if not rows:
        raise Refused("名单应有 1 到 %(most)s 人。", most=SIZE.people)
    _refuse_twice(rows)
    return rows


def _row(cells: list[str], head: list[str]) -> RosterRow:
    name, staff_number, post, side, capacity = (cells + [""] * len(COLUMNS))[: len(COLUMNS)]
    if capacity not in CAPACITIES:
        raise Refused(
            "身份“%(given)s”不认识，可填：%(known)s", given=capacity, known="、".join(CAPACITIES)
        )
    if side and side not in SIDES and side != NEUTRAL:
        raise Refused(
            "所属方“%(given)s”不认识，可填：%(known)s", given=side, known="、".join(SIDES)
        )
    more = dict(zip(head[len(COLUMNS) :], cells[len(COLUMNS) :], strict=False))
    sex, front_line, produced, delegation = (more.get(column, "") for column in MORE)
    return RosterRow(
        name,
        staff_number,
        post,
        SIDES.get(side),
        CAPACITIES[capacity],
        sex in YES,
        front_line in YES,
        produced,
        delegation,
    )


def _refuse_twice(rows: Iterable[RosterRow]) -> None:
    seen: set[tuple[str, str]] = set()
    for row in rows:
        if (row.name, row.staff_number) in seen:
            raise Refused("%(name)s 在名单中出现两次；同名的人请填工号区分。", name=row.name)
        seen.add((row.name, row.staff_number))
