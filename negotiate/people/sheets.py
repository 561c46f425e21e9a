"""Reading a list of people from Excel or CSV line by line, and saying all that is wrong with it."""

import csv
import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Final, Protocol

from openpyxl import load_workbook

from negotiate.law.legible import is_legible
from negotiate.law.refusal import N_, Refused

MOST_FAULTS: Final = 20  # named in one answer; of the rest only how many
LONGEST: Final = {
    "姓名": 50,
    "工号": 30,
    "岗位": 50,
    "产生方式": 200,
    "委托书": 200,
    "企业名称": 100,
    "授权人": 50,
    "授权内容": 200,
}
UNREADABLE: Final = N_("名单文件无法读取，请另存为 Excel（.xlsx）或 CSV 再上传。")


class Upload(Protocol):
    """What Django hands over as an uploaded file."""

    @property
    def name(self) -> str | None: ...

    @property
    def size(self) -> int | None: ...

    def read(self) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Size:
    """How large a list may be: its file in MB, what that unpacks to in bytes, and its people."""

    megabytes: int
    unpacked: int
    people: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of each line as text, and about how many lines to expect (0: nobody knows)."""

    lines: Iterator[list[str]]
    expected: int


class BadRows(Refused):
    """A list that was not taken: the first faults, each with its line, and how many more."""

    def __init__(self, faults: list[Refused], more: int) -> None:
        self.faults, self.more = tuple(faults), more
        sentence = N_("名单没有导入。%(faults)s")
        if more:
            sentence = N_("名单没有导入。%(faults)s；另外还有 %(more)s 行有问题。")
        super().__init__(sentence, faults=reduce(_both, faults), more=more)


class Faults:
    """Collects what is wrong with a list."""

    def __init__(self) -> None:
        self.first: list[Refused] = []
        self.count = 0

    def add(self, line: int, problem: Refused) -> None:
        self.count += 1
        if self.count <= MOST_FAULTS:
            self.first.append(Refused("第 %(row)s 行：%(problem)s", row=line, problem=problem))

    def refuse_any(self) -> None:
        if self.count:
            raise BadRows(self.first, self.count - len(self.first))


def open_sheet(upload: Upload, size: Size) -> Sheet:
    """Raises Refused for what is too large, or no list at all (the latter while it is read)."""
    if (upload.size or 0) > size.megabytes * 1_000_000:
        raise _too_large(size)
    data = upload.read()
    is_book = (upload.name or "").lower().endswith(".xlsx")
    return _book(data, size) if is_book else _csv(data)


def require_legible(cells: Mapping[str, str]) -> None:
    """Raise Refused for a cell that can't be stored whole, read aloud or printed; by column."""
    for column, text in cells.items():
        if len(text) > LONGEST[column]:
            raise Refused("%(column)s太长", column=(column,))
        if text.startswith("=") or not is_legible(text):
            raise Refused("%(column)s里有公式或看不见的符号", column=(column,))


def _csv(data: bytes) -> Sheet:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:  # no text, and nothing that a database keeps
            raise Refused(UNREADABLE)
        return Sheet(_csv_lines(text), text.count("\n"))
    raise Refused(UNREADABLE)


def _csv_lines(text: str) -> Iterator[list[str]]:
    try:
        for row in csv.reader(io.StringIO(text, newline="")):
            yield [cell.strip() for cell in row]
    except csv.Error:
        raise Refused(UNREADABLE) from None


def _book(data: bytes, size: Size) -> Sheet:
    try:
        expected = _rows_in(data, size)
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        return Sheet(_book_lines(book.worksheets[0]), expected)
    except Refused:
        raise
    except Exception:  # openpyxl lets through whatever a spoiled archive or its XML raises
        raise Refused(UNREADABLE) from None


def _book_lines(sheet: "_Rows") -> Iterator[list[str]]:
    try:
        for row in sheet.iter_rows(values_only=True):
            yield ["" if cell is None else str(cell).strip() for cell in row]
    except Exception:
        raise Refused(UNREADABLE) from None


class _Rows(Protocol):
    """What openpyxl's worksheets have in common."""

    def iter_rows(self, *, values_only: bool) -> Iterator[tuple[object, ...]]: ...


def _rows_in(data: bytes, size: Size) -> int:
    """How many rows the longest sheet has. A small file can unpack to gigabytes: what its directory
    promises is added up first."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        if sum(part.file_size for part in parts) > size.unpacked:
            raise _too_large(size)
        sheets = [part for part in parts if part.filename.startswith("xl/worksheets/sheet")]
        return max((archive.read(part).count(b"<row ") for part in sheets), default=0)


def _too_large(size: Size) -> Refused:
    return Refused("名单文件太大，请控制在 %(most)s MB 以内。", most=size.megabytes)


def _both(one: Refused, other: Refused) -> Refused:
    return Refused("%(one)s；%(other)s", one=one, other=other)
