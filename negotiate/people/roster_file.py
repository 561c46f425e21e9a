"""Reading a roster from Excel or CSV: all or nothing, every bad row named with its line."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from typing import Final, Protocol

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from negotiate.law.refusal import Refused
from negotiate.law.words import Capacity, Side
from negotiate.people.models import SEATED

MAX_BYTES: Final = 1_000_000
MAX_UNPACKED: Final = 20_000_000
MAX_ROWS: Final = 500
MOST_FAULTS: Final = 20  # named in one answer; the rest come with the next attempt
COLUMNS: Final = ("姓名", "工号", "岗位", "所属方", "身份")
SIDES: Final = {side.label: side for side in Side}
CAPACITIES: Final = {capacity.label: capacity for capacity in SEATED}


class Upload(Protocol):
    name: str | None
    size: int | None

    def read(self) -> bytes: ...


@dataclass(frozen=True, slots=True)
class RosterRow:
    name: str
    staff_number: str
    post: str
    side: Side | None
    capacity: Capacity


def read_roster(upload: Upload) -> list[RosterRow]:
    """The rows of an uploaded roster, or Refused with every fault and its line."""
    if (upload.size or 0) > MAX_BYTES:
        raise Refused("名单文件太大，请控制在 1 MB 以内。")
    data = upload.read()
    lines = _sheet(data) if (upload.name or "").lower().endswith(".xlsx") else _csv(data)
    return _checked(list(lines))


def _csv(data: bytes) -> Iterator[list[str]]:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        yield from ([cell.strip() for cell in row] for row in csv.reader(io.StringIO(text)))
        return
    raise Refused("名单文件无法读取，请另存为 Excel（.xlsx）或 CSV 再上传。")


def _sheet(data: bytes) -> Iterator[list[str]]:
    try:
        _refuse_bomb(data)
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        rows = book.worksheets[0].iter_rows(max_row=MAX_ROWS + 2, values_only=True)
        yield from (["" if c is None else str(c).strip() for c in row] for row in rows)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, IndexError):
        raise Refused("名单文件无法读取，请另存为 Excel（.xlsx）或 CSV 再上传。") from None


def _refuse_bomb(data: bytes) -> None:
    """A small file can unpack to gigabytes: add up what its directory promises first."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(member.file_size for member in archive.infolist()) > MAX_UNPACKED:
            raise Refused("名单文件太大，请控制在 1 MB 以内。")


def _checked(lines: list[list[str]]) -> list[RosterRow]:
    if not lines or tuple(lines[0][: len(COLUMNS)]) != COLUMNS:
        raise Refused("第一行应为表头：%(columns)s。", columns="、".join(COLUMNS))
    rows, faults = [], []
    for number, cells in enumerate(lines[1:], start=2):
        if not any(cells):
            continue
        try:
            rows.append(_row(cells))
        except Refused as fault:
            faults.append(Refused("第 %(row)s 行：%(problem)s", row=number, problem=fault))
    if faults:
        raise Refused("名单没有导入。%(faults)s", faults=reduce(_both, faults[:MOST_FAULTS]))
    if not rows or len(rows) > MAX_ROWS:
        raise Refused("名单应有 1 到 %(most)s 人。", most=MAX_ROWS)
    _refuse_twice(rows)
    return rows


def _both(one: Refused, other: Refused) -> Refused:
    return Refused("%(one)s；%(other)s", one=one, other=other)


def _row(cells: list[str]) -> RosterRow:
    name, staff_number, post, side, capacity = (cells + [""] * len(COLUMNS))[: len(COLUMNS)]
    if not name or len(name) > 50:
        raise Refused("姓名为空或太长")
    if capacity not in CAPACITIES:
        raise Refused(
            "身份“%(given)s”不认识，可填：%(known)s", given=capacity, known="、".join(CAPACITIES)
        )
    if side and side not in SIDES:
        raise Refused(
            "所属方“%(given)s”不认识，可填：%(known)s", given=side, known="、".join(SIDES)
        )
    return RosterRow(name, staff_number[:30], post[:50], SIDES.get(side), CAPACITIES[capacity])


def _refuse_twice(rows: Iterable[RosterRow]) -> None:
    seen: set[tuple[str, str]] = set()
    for row in rows:
        if (row.name, row.staff_number) in seen:
            raise Refused("%(name)s 在名单中出现两次；同名的人请填工号区分。", name=row.name)
        seen.add((row.name, row.staff_number))
