"""What is no roster, or too much of one, is refused; a good one seats everybody."""

import zipfile
from contextlib import suppress
from io import BytesIO
from random import Random

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from negotiate.law.refusal import Refused
from negotiate.people.models import Person
from negotiate.people.roster_file import SIZE
from tests.negotiate.meeting import Meeting
from tests.negotiate.people.rosters import (
    BAD,
    GOOD,
    SHEET,
    Row,
    book,
    edited,
    lines,
    read,
)
from tests.visitor import signed_in


def test_a_big_file_is_refused_unread() -> None:
    with pytest.raises(Refused, match="太大"):
        read("a.csv", b"x" * (SIZE.megabytes * 1_000_000 + 1))


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = edited(book(GOOD), SHEET, lambda _: b" " * (SIZE.unpacked + 1))
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
