"""Rosters as files, for the tests of reading them."""

import zipfile
from collections.abc import Callable, Iterable
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from negotiate.law.words import Capacity, Side
from negotiate.people.roster_file import (
    COLUMNS,
    RosterRow,
    read_roster,
)

GOOD = ("赵一", "0012", "钳工", "职工方", "协商代表")
READ = RosterRow("赵一", "0012", "钳工", Side.WORKER, Capacity.REPRESENTATIVE)
SHEET = "xl/worksheets/sheet1.xml"
Row = Iterable[object]


def read(name: str, content: bytes) -> list[RosterRow]:
    return read_roster(SimpleUploadedFile(name, content))


def lines(*rows: Row) -> str:
    return "\r\n".join(",".join(map(str, row)) for row in (COLUMNS, *rows))


def read_lines(*rows: Row) -> list[RosterRow]:
    return read("a.csv", lines(*rows).encode())


def book(*rows: Row) -> bytes:
    made, kept = Workbook(), BytesIO()
    for row in (COLUMNS, *rows):
        made.worksheets[0].append(list(row))
    made.save(kept)
    return kept.getvalue()


def edited(content: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The same archive with one of its files changed."""
    kept = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(kept, "w", 8) as new:
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part == name else old.read(part))
    return kept.getvalue()


BAD: dict[str, Row] = {
    "没有写姓名": ("", "", "钳工", "职工方", "协商代表"),
    "姓名太长": ("赵" * 51, "", "", "职工方", "协商代表"),
    "岗位太长": ("赵一", "", "钳" * 51, "职工方", "协商代表"),
    "工号太长": ("赵一", "1" * 31, "", "职工方", "协商代表"),
    "身份“代表”不认识": ("赵一", "", "", "职工方", "代表"),
    "所属方“工会”不认识": ("赵一", "", "", "工会", "协商代表"),
    "赵一 是哪一方的": ("赵一", "", "", "", "首席代表"),
}
