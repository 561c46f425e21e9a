"""The list of staff for a worker side's roll, from Excel or CSV: all or nothing."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from negotiate.law.refusal import N_, Refused
from negotiate.people.roster_file import as_csv
from negotiate.people.sheets import Faults, Size, Upload, open_sheet, require_legible

SIZE: Final = Size(megabytes=5, unpacked=80_000_000, people=20_000)
NAME, NUMBER, POST = N_("姓名"), N_("工号"), N_("岗位")
CONGRESS, ENTERPRISE = N_("职代会代表"), N_("企业名称")
MARKS: Final = {**dict.fromkeys(("是", "√", "✓", "1"), True), **dict.fromkeys(("", "否"), False)}
SAMPLE: Final = (
    ("张建国", "0812", "铸造工"),
    ("李秀英", "1033", "质检员"),
    ("李秀英", "2046", "铸造工"),
)
# Lists stretch short names with spaces; between Chinese characters they mean nothing.
_STRETCHED: Final = re.compile(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])")

# How many lines have been read, and of about how many (0: nobody knows yet).
Tell = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class StaffRow:
    """One of the staff, and the line of the list that names him or her; a delegate of the workers'
    congress if `in_congress`. `enterprise`: whose, where several negotiate together."""

    line: int
    name: str
    number: str
    post: str
    in_congress: bool = False
    enterprise: str = ""

    def __post_init__(self) -> None:
        cells = {NAME: self.name, NUMBER: self.number, POST: self.post}
        require_legible({**cells, ENTERPRISE: self.enterprise})
        if not self.name:
            raise Refused("没有写姓名")


def sample_staff() -> str:
    """A list to fill in over, as CSV that Excel opens with its Chinese whole."""
    return as_csv(((NAME, NUMBER, POST), *SAMPLE))


def read_staff(upload: Upload, tell: Tell) -> list[StaffRow]:
    """The rows of an uploaded list, or Refused with every fault and its line."""
    sheet = open_sheet(upload, SIZE)
    places = _places(next(sheet.lines, []))
    rows: list[StaffRow] = []
    faults = Faults()
    for line, cells in enumerate(sheet.lines, start=2):
        tell(line, sheet.expected)
        if not any(cells):
            continue
        try:
            rows.append(_row(line, cells, places))
        except Refused as problem:
            faults.add(line, problem)
        if len(rows) + faults.count > SIZE.people:
            raise Refused("名单应有 1 到 %(most)s 人。", most=SIZE.people)
    for row, doubt in _taken_for_another(rows):
        faults.add(row.line, doubt)
    faults.refuse_any()
    if not rows:
        raise Refused("名单应有 1 到 %(most)s 人。", most=SIZE.people)
    return rows


def _places(head: list[str]) -> dict[str, int]:
    """Where the columns are that we read; a list may have others."""
    places = {title: place for place, title in reversed(list(enumerate(head)))}
    if NAME not in places or NUMBER not in places:
        raise Refused("第一行应为表头，要有这两列：%(columns)s。", columns=f"{NAME}、{NUMBER}")
    known = (NAME, NUMBER, POST, CONGRESS, ENTERPRISE)
    return {title: places[title] for title in known if title in places}


def _row(line: int, cells: list[str], places: dict[str, int]) -> StaffRow:
    found = {title: cells[n] if n < len(cells) else "" for title, n in places.items()}
    name = _STRETCHED.sub("", found[NAME])
    mark = found.get(CONGRESS, "")
    if mark not in MARKS:
        raise Refused("%(column)s一栏请写“是”，不是的空着", column=(CONGRESS,))
    post, enterprise = found.get(POST, ""), found.get(ENTERPRISE, "")
    return StaffRow(line, name, found[NUMBER], post, MARKS[mark], enterprise)


def _taken_for_another(rows: list[StaffRow]) -> Iterator[tuple[StaffRow, Refused]]:
    """Two of one number, or of one name where one has no number: nobody could tell who votes."""
    names = Counter(row.name for row in rows)
    first: dict[str, StaffRow] = {}
    for row in rows:
        other = first.setdefault(row.number.upper(), row) if row.number else row
        if other is not row:
            yield (
                row,
                Refused(
                    "工号 %(number)s 与第 %(line)s 行的%(name)s重复",
                    number=row.number,
                    line=other.line,
                    name=other.name,
                ),
            )
        elif not row.number and names[row.name] > 1:
            yield row, Refused("名单里有几个%(name)s，请填工号", name=row.name)
