"""Reading a roster from Excel or CSV: all or nothing, every bad row named with its line."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from typing import Final, Protocol

from openpyxl import load_workbook

from negotiate.law.legible import is_legible
from negotiate.law.refusal import N_, Refused
from negotiate.law.words import OF_A_SIDE, SEATED, Capacity, Side

MAX_BYTES: Final = 1_000_000
MAX_UNPACKED: Final = 20_000_000
MAX_ROWS: Final = 500
MOST_FAULTS: Final = 20  # named in one answer; the rest come with the next attempt
# A file's headings and words are Chinese, so refusals name these as text, which nobody translates.
COLUMNS: Final = (N_("姓名"), N_("工号"), N_("岗位"), N_("所属方"), N_("身份"))
LONGEST: Final = {"姓名": 50, "工号": 30, "岗位": 50}
UNREADABLE: Final = N_("名单文件无法读取，请另存为 Excel（.xlsx）或 CSV 再上传。")
SIDES: Final = {side.label: side for side in Side}
NEUTRAL: Final = "中立"  # as the roster's page names who is of no side
SAMPLE: Final = (
    ("张建国", "0812", "铸造工", "职工方", "首席代表"),
    ("李秀英", "1033", "质检员", "职工方", "协商代表"),
    ("王志明", "0007", "总经理", "企业方", "首席代表"),
    ("赵敏", "0451", "办公室文员", "中立", "记录员"),
)
CAPACITIES: Final = {capacity.label: capacity for capacity in SEATED}


class Upload(Protocol):
    """What Django hands over as an uploaded file."""

    @property
    def name(self) -> str | None: ...

    @property
    def size(self) -> int | None: ...

    def read(self) -> bytes: ...


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One person for one seat. Raises Refused for what can't be read aloud or printed."""

    name: str
    staff_number: str
    post: str
    side: Side | None
    capacity: Capacity

    def __post_init__(self) -> None:
        cells = {"姓名": self.name, "工号": self.staff_number, "岗位": self.post}
        for column, text in cells.items():
            if len(text) > LONGEST[column]:
                raise Refused("%(column)s太长", column=(column,))
            if text.startswith("=") or not is_legible(text):
                raise Refused("%(column)s里有公式或看不见的符号", column=(column,))
        if not self.name:
            raise Refused("没有写姓名")
        if self.capacity in OF_A_SIDE and self.side is None:
            raise Refused("%(name)s 是哪一方的？请填所属方。", name=self.name)


def sample_roster() -> str:
    """A roster to fill in over, as CSV that Excel opens with its Chinese whole."""
    written = io.StringIO()
    csv.writer(written).writerows((COLUMNS, *SAMPLE))
    return "\ufeff" + written.getvalue()


def read_roster(upload: Upload) -> list[RosterRow]:
    """The rows of an uploaded roster, or Refused with every fault and its line."""
    if (upload.size or 0) > MAX_BYTES:
        raise Refused("名单文件太大，请控制在 1 MB 以内。")
    data = upload.read()
    is_book = (upload.name or "").lower().endswith(".xlsx")
    return _checked(_sheet(data) if is_book else _csv(data))


def _csv(data: bytes) -> Iterator[list[str]]:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
            for row in csv.reader(io.StringIO(text, newline="")):
                yield [cell.strip() for cell in row]
        except UnicodeDecodeError:
            continue
        except csv.Error:
            break
        return
    raise Refused(UNREADABLE)


def _sheet(data: bytes) -> Iterator[list[str]]:
    try:
        _refuse_bomb(data)
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        for row in book.worksheets[0].iter_rows(values_only=True):
            yield ["" if cell is None else str(cell).strip() for cell in row]
    except Refused:
        raise
    except Exception:  # openpyxl lets through whatever a spoiled archive or its XML raises
        raise Refused(UNREADABLE) from None


def _refuse_bomb(data: bytes) -> None:
    """A small file can unpack to gigabytes: add up what its directory promises first."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(member.file_size for member in archive.infolist()) > MAX_UNPACKED:
            raise Refused("名单文件太大，请控制在 1 MB 以内。")


def _checked(lines: Iterator[list[str]]) -> list[RosterRow]:
    if tuple(next(lines, [])[: len(COLUMNS)]) != COLUMNS:
        raise Refused("第一行应为表头：%(columns)s。", columns="、".join(COLUMNS))
    rows: list[RosterRow] = []
    faults: list[Refused] = []
    for number, cells in enumerate(lines, start=2):
        if not any(cells):
            continue
        try:
            rows.append(_row(cells))
        except Refused as fault:
            faults.append(Refused("第 %(row)s 行：%(problem)s", row=number, problem=fault))
        if len(rows) + len(faults) > MAX_ROWS:
            raise Refused("名单应有 1 到 %(most)s 人。", most=MAX_ROWS)
    if faults:
        raise Refused("名单没有导入。%(faults)s", faults=reduce(_both, faults[:MOST_FAULTS]))
    if not rows:
        raise Refused("名单应有 1 到 %(most)s 人。", most=MAX_ROWS)
    _refuse_twice(rows)
    return rows


def _row(cells: list[str]) -> RosterRow:
    name, staff_number, post, side, capacity = (cells + [""] * len(COLUMNS))[: len(COLUMNS)]
    if capacity not in CAPACITIES:
        raise Refused(
            "身份“%(given)s”不认识，可填：%(known)s", given=capacity, known="、".join(CAPACITIES)
        )
    if side and side not in SIDES and side != NEUTRAL:
        raise Refused(
            "所属方“%(given)s”不认识，可填：%(known)s", given=side, known="、".join(SIDES)
        )
    return RosterRow(name, staff_number, post, SIDES.get(side), CAPACITIES[capacity])


def _both(one: Refused, other: Refused) -> Refused:
    return Refused("%(one)s；%(other)s", one=one, other=other)


def _refuse_twice(rows: Iterable[RosterRow]) -> None:
    seen: set[tuple[str, str]] = set()
    for row in rows:
        if (row.name, row.staff_number) in seen:
            raise Refused("%(name)s 在名单中出现两次；同名的人请填工号区分。", name=row.name)
        seen.add((row.name, row.staff_number))
