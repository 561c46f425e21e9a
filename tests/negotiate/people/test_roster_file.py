"""A roster comes in whole or not at all, and whoever made it is told every line to mend."""

import zipfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from io import BytesIO
from random import Random

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation
from openpyxl import Workbook

from negotiate.law.refusal import Refused
from negotiate.law.words import Capacity, Side
from negotiate.people.models import Person
from negotiate.people.roster_file import (
    COLUMNS,
    MAX_BYTES,
    MAX_ROWS,
    MAX_UNPACKED,
    RosterRow,
    read_roster,
)
from tests.negotiate.meeting import Meeting
from tests.visitor import signed_in

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


def test_an_excel_file_is_read() -> None:
    assert read("名单.XLSX", book(GOOD)) == [READ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("newline", ["\r\n", "\n", "\r"])
def test_a_csv_file_is_read_as_excel_saves_it(encoding: str, newline: str) -> None:
    text = lines(GOOD).replace("\r\n", newline)
    assert read("a.csv", text.encode(encoding)) == [READ]


def test_blank_lines_missing_cells_and_further_columns_do_no_harm() -> None:
    rows = read_lines(["", "", ""], (*GOOD, "备注"), ("钱二", "", "", "", "记录员"))
    assert rows == [READ, RosterRow("钱二", "", "", None, Capacity.RECORDER)]


@pytest.mark.parametrize("header", ["姓名,岗位", "name,number,post,side,capacity", ""])
def test_another_header_is_refused_with_the_right_one(header: str) -> None:
    with pytest.raises(Refused, match="第一行应为表头：姓名、工号、岗位、所属方、身份"):
        read("a.csv", f"{header}\n赵一,,,职工方,协商代表".encode())


BAD: dict[str, Row] = {
    "没有写姓名": ("", "", "钳工", "职工方", "协商代表"),
    "姓名太长": ("赵" * 51, "", "", "职工方", "协商代表"),
    "岗位太长": ("赵一", "", "钳" * 51, "职工方", "协商代表"),
    "工号太长": ("赵一", "1" * 31, "", "职工方", "协商代表"),
    "身份“代表”不认识": ("赵一", "", "", "职工方", "代表"),
    "所属方“工会”不认识": ("赵一", "", "", "工会", "协商代表"),
    "赵一 是哪一方的": ("赵一", "", "", "", "首席代表"),
}


@pytest.mark.parametrize("fault", BAD)
def test_a_bad_row_is_named_with_its_line_and_its_fault(fault: str) -> None:
    with pytest.raises(Refused, match=f"第 3 行：{fault}"):
        read_lines(GOOD, BAD[fault])


def test_all_bad_rows_are_named_at_once() -> None:
    with pytest.raises(Refused) as refused:
        read_lines(*BAD.values())
    for line, fault in enumerate(BAD, start=2):
        assert f"第 {line} 行：{fault}" in str(refused.value)


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\x1b", "\u202e", "\u200b", "\n"])
def test_nobodys_name_holds_what_cannot_be_seen(sign: str) -> None:
    with pytest.raises(Refused, match="第 2 行：姓名里有公式或看不见的符号"):
        read_lines((f'"赵{sign}一"', *GOOD[1:]))


@pytest.mark.parametrize(
    "text", ['=HYPERLINK("http://evil.example","点我")', "=1+1", "=cmd|' /C'!A0"]
)
def test_a_formula_is_no_name(text: str) -> None:
    quoted = '"' + text.replace('"', '""') + '"'
    with pytest.raises(Refused, match="第 2 行：姓名里有公式"):
        read_lines((quoted, *GOOD[1:]))
    with pytest.raises(Refused, match="第 2 行：没有写姓名"):
        read("a.xlsx", book((text, *GOOD[1:])))


def test_the_same_person_twice_is_refused_but_a_namesake_is_not() -> None:
    with pytest.raises(Refused, match="赵一 在名单中出现两次；同名的人请填工号区分"):
        read_lines(GOOD, GOOD)
    assert len(read_lines(GOOD, ("赵一", "0013", "", "企业方", "协商代表"))) == 2


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_the_longest_roster_passes_and_one_more_does_not(name: str) -> None:
    def content(count: int) -> bytes:
        rows = [("赵一", number, "", "职工方", "协商代表") for number in range(count)]
        return book(*rows) if name.endswith("x") else lines(*rows).encode()

    assert len(read(name, content(MAX_ROWS))) == MAX_ROWS
    with pytest.raises(Refused, match=f"1 到 {MAX_ROWS} 人"):
        read(name, content(MAX_ROWS + 1))


def test_nobody_is_lost_behind_many_blank_rows() -> None:
    assert read("a.xlsx", book(*[[]] * (MAX_ROWS + 50), GOOD)) == [READ]


def test_a_roster_without_anybody_is_refused() -> None:
    with pytest.raises(Refused, match="1 到 500 人"):
        read_lines()


def test_a_big_file_is_refused_unread() -> None:
    with pytest.raises(Refused, match="太大"):
        read("a.csv", b"x" * (MAX_BYTES + 1))


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = edited(book(GOOD), SHEET, lambda _: b" " * (MAX_UNPACKED + 1))
    assert len(bomb) < 100_000
    with pytest.raises(Refused, match="太大"):
        read("a.xlsx", bomb)


ENTITIES = b'<!ENTITY a "' + b"x" * 1000 + b'">' + b"".join(
    b'<!ENTITY b%d "%s">' % (n, (b"&b%d;" % (n - 1) if n else b"&a;") * 30) for n in range(6)
)  # fmt: skip


@pytest.mark.parametrize(
    ("declared", "used"),
    [(ENTITIES, b"&b5;"), (b'<!ENTITY a SYSTEM "file:///etc/passwd">', b"&a;")],
    ids=["a million laughs", "somebody else's file"],
)
def test_entities_are_not_followed(declared: bytes, used: bytes) -> None:
    sheet = (
        b"<!DOCTYPE l [%s]><worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/"
        b"main'><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>%s</t></is></c></row>"
        b"</sheetData></worksheet>"
    )
    with pytest.raises(Refused, match="无法读取"):
        read("a.xlsx", edited(book(GOOD), SHEET, lambda _: sheet % (declared, used)))


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
@pytest.mark.parametrize(
    "content", [b"\xff\xff\xff", b"PK\x03\x04", "姓名".encode("utf-16"), b"\x00"]
)
def test_something_else_is_refused_in_a_sentence(name: str, content: bytes) -> None:
    with pytest.raises(Refused, match=r"无法读取|表头"):
        read(name, content)


def test_a_cell_without_end_is_refused() -> None:
    with pytest.raises(Refused, match="无法读取"):
        read("a.csv", f'{lines()}\n"{"赵" * 200_000}'.encode())


def test_a_spoiled_excel_file_never_gets_past_a_refusal() -> None:
    whole = book(GOOD)
    parts = zipfile.ZipFile(BytesIO(whole)).namelist()
    for seed in range(120):
        chance = Random(seed)  # noqa: S311  which bytes are spoiled has to be the same every time

        def spoil(content: bytes, chance: Random = chance) -> bytes:
            spoiled = bytearray(content)
            for _ in range(chance.randint(1, 8)):
                spoiled[chance.randrange(len(spoiled))] = chance.randrange(256)
            return bytes(spoiled)

        part = chance.choice(parts)
        content = spoil(whole) if seed % 2 else edited(whole, part, spoil)
        with suppress(Refused):
            read("a.xlsx", content)


def test_faults_are_told_in_the_readers_language() -> None:
    with pytest.raises(Refused) as refused:
        read_lines(*BAD.values())
    with translation.override("en"):
        told = refused.value.told(lambda text: f"<{text}>" if "%" not in text else text)
    assert "第 2 行：<没有写姓名>" in told


def upload(meeting: Meeting, *rows: Row) -> str:
    chair = signed_in(meeting.account)
    file = SimpleUploadedFile("a.csv", lines(*rows).encode())
    path = reverse("roster-upload", args=[meeting.chair.pk])
    answer = chair.post(path, {"roster": file}, follow=True)
    return answer.content.decode()


def test_an_uploaded_roster_seats_everybody(meeting: Meeting) -> None:
    before = meeting.room.seats.count()
    page = upload(meeting, GOOD, ("钱二", "", "", "", "记录员"))
    assert "名单已导入" in page
    assert meeting.room.seats.count() == before + 2


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (BAD["没有写姓名"], "第 3 行：没有写姓名"),
        (("周志远", "", "", "职工方", "协商代表"), "周志远 已有席位"),
        (("孙三", "", "", "企业方", "首席代表"), "企业方已有首席代表"),
    ],
)
def test_one_bad_row_and_nobody_is_seated(meeting: Meeting, row: Row, sentence: str) -> None:
    before = (meeting.room.seats.count(), Person.objects.count(), meeting.room.version)
    assert sentence in upload(meeting, GOOD, row)
    assert (meeting.room.seats.count(), Person.objects.count(), meeting.room.version) == before


def test_a_form_without_a_file_is_told_to_bring_one(meeting: Meeting) -> None:
    path = reverse("roster-upload", args=[meeting.chair.pk])
    page = signed_in(meeting.account).post(path, follow=True).content.decode()
    assert "请选择一个名单文件" in page
