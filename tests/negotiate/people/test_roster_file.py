"""A roster comes in whole or not at all, and whoever made it is told every line to mend."""

import pytest
from django.utils import translation

from negotiate.law.refusal import Refused
from negotiate.law.words import Capacity
from negotiate.people.roster_file import (
    COLUMNS,
    SIZE,
    RosterRow,
    sample_roster,
)
from tests.negotiate.people.rosters import BAD, GOOD, READ, book, lines, read, read_lines


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


def test_further_columns_say_how_somebody_was_chosen() -> None:
    head = ",".join((*COLUMNS, "备注", "产生方式", "性别", "一线职工", "委托书"))
    first = "李秀英,,,职工方,协商代表,x,职代会选举 55 票,女,是,"
    second = "周专家,,,职工方,外聘专业人员,,,男,,工会委托到年底"
    one, two = read("a.csv", f"{head}\n{first}\n{second}".encode())
    assert (one.woman, one.front_line, one.produced) == (True, True, "职代会选举 55 票")
    assert (two.woman, two.front_line, two.delegation) == (False, False, "工会委托到年底")


def test_what_is_told_of_an_election_has_its_limits() -> None:
    head = ",".join((*COLUMNS, "产生方式"))
    with pytest.raises(Refused, match="第 2 行：产生方式太长"):
        read("a.csv", f"{head}\n李秀英,,,职工方,协商代表,{'选' * 201}".encode())


def test_the_sample_of_the_ordinary_procedure_is_a_roster_itself() -> None:
    rows = read("a.csv", sample_roster(more=True).encode())
    assert [row.woman for row in rows] == [False, True, False, True]
    assert rows[0].produced


@pytest.mark.parametrize("header", ["姓名,岗位", "name,number,post,side,capacity", ""])
def test_another_header_is_refused_with_the_right_one(header: str) -> None:
    with pytest.raises(Refused, match="第一行应为表头：姓名、工号、岗位、所属方、身份"):
        read("a.csv", f"{header}\n赵一,,,职工方,协商代表".encode())


@pytest.mark.parametrize("fault", BAD)
def test_a_bad_row_is_named_with_its_line_and_its_fault(fault: str) -> None:
    with pytest.raises(Refused, match=f"第 3 行：{fault}"):
        read_lines(GOOD, BAD[fault])


def test_all_bad_rows_are_named_at_once() -> None:
    with pytest.raises(Refused) as refused:
        read_lines(*BAD.values())
    for line, fault in enumerate(BAD, start=2):
        assert f"第 {line} 行：{fault}" in str(refused.value)


@pytest.mark.parametrize("sign", ["\x0b", "\x1b", "\u202e", "\u200b", "\n"])
def test_nobodys_name_holds_what_cannot_be_seen(sign: str) -> None:
    with pytest.raises(Refused, match="第 2 行：姓名里有公式或看不见的符号"):
        read_lines((f'"赵{sign}一"', *GOOD[1:]))


def test_what_no_database_keeps_makes_it_no_text_file() -> None:
    with pytest.raises(Refused, match="名单文件无法读取"):
        read_lines(('"赵\x00一"', *GOOD[1:]))


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

    assert len(read(name, content(SIZE.people))) == SIZE.people
    with pytest.raises(Refused, match=f"1 到 {SIZE.people} 人"):
        read(name, content(SIZE.people + 1))


def test_nobody_is_lost_behind_many_blank_rows() -> None:
    assert read("a.xlsx", book(*[[]] * (SIZE.people + 50), GOOD)) == [READ]


def test_a_roster_without_anybody_is_refused() -> None:
    with pytest.raises(Refused, match="1 到 500 人"):
        read_lines()


def test_faults_are_told_in_the_readers_language() -> None:
    with pytest.raises(Refused) as refused:
        read_lines(*BAD.values())
    with translation.override("en"):
        told = refused.value.told(lambda text: f"<{text}>" if "%" not in text else text)
    assert "第 2 行：<没有写姓名>" in told


def test_the_sample_file_is_read_as_it_stands() -> None:
    rows = read("roster.csv", sample_roster().encode())
    assert [(row.name, row.side, row.capacity.value) for row in rows][-1] == (
        "赵敏", None, "recorder",
    )  # fmt: skip
