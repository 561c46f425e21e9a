"""A list of staff comes in whole or not at all, and every line to mend is named."""

import pytest

from negotiate.law.refusal import Refused
from negotiate.people.sheets import MOST_FAULTS, BadRows
from negotiate.people.staff_file import SIZE, StaffRow, read_staff, sample_staff
from tests.negotiate.people.lists import as_csv, as_xlsx, read, uploaded, workforce

ONE = StaffRow(2, "赵一", "0012", "钳工")


def why_not(*rows: tuple[object, ...]) -> str:
    with pytest.raises(BadRows) as refused:
        read(as_csv(*rows))
    return str(refused.value)


@pytest.mark.parametrize(("name", "make"), [("a.csv", as_csv), ("名单.XLSX", as_xlsx)])
def test_three_thousand_are_read(name: str, make: type) -> None:
    rows = read(make(*workforce(3000)), name)
    assert [(row.name, row.number, row.post) for row in rows] == workforce(3000)
    assert (rows[0].line, rows[-1].line) == (2, 3001)


@pytest.mark.parametrize(("name", "make"), [("a.csv", as_csv), ("a.xlsx", as_xlsx)])
def test_progress_is_told_line_by_line(name: str, make: type) -> None:
    told: list[tuple[int, int]] = []
    read_staff(uploaded(make(*workforce(300)), name), lambda *how_far: told.append(how_far))
    assert [read for read, _ in told] == list(range(2, 302))
    assert {rows for _, rows in told} <= {300, 301}


def test_the_sample_is_a_list() -> None:
    assert len(read(sample_staff().encode())) == 3


def test_columns_are_known_by_their_headings() -> None:
    rows = read(as_csv(("车间一", "0012", "钳工", "赵一"), head=("部门", "工号", "岗位", "姓名")))
    assert rows == [ONE]
    (row,) = read(as_csv(("赵一", "0012"), head=("姓名", "工号")))
    assert (row.name, row.number, row.post) == ("赵一", "0012", "")


@pytest.mark.parametrize("head", [("名字", "工号"), ("姓名", "编号"), ("",)])
def test_without_the_two_columns_nothing_is_read(head: tuple[str, ...]) -> None:
    with pytest.raises(Refused, match="要有这两列：姓名、工号"):
        read(as_csv(("赵一", "0012"), head=head))


def test_names_that_a_list_has_stretched_are_read_as_names() -> None:
    names = [row.name for row in read(as_csv(("赵 一", 1), ("钱\u3000二", 2), ("José Ma", 3)))]
    assert names == ["赵一", "钱二", "José Ma"]


def test_numbers_of_excel_are_text() -> None:
    assert [row.number for row in read(as_xlsx(("赵一", 12), ("钱二", "0013")), "a.xlsx")] == [
        "12",
        "0013",
    ]


def test_bad_rows_are_named_with_line_and_reason() -> None:
    told = why_not(("赵一", "1"), ("", "2"), ("钱" * 51, "3"), ("=A1", "4"), ("孙\u202e三", "5"))
    assert "第 3 行：没有写姓名" in told
    assert "第 4 行：姓名太长" in told
    assert "第 5 行：姓名里有公式或看不见的符号" in told
    assert "第 6 行：姓名里有公式或看不见的符号" in told
    assert "第 2 行" not in told


def test_somebody_listed_twice_is_named_with_both_lines() -> None:
    assert "第 4 行：工号 a1 与第 2 行的赵一重复" in why_not(
        ("赵一", "A1"), ("钱二", "A2"), ("孙三", "a1")
    )


def test_who_has_no_number_must_have_the_name_alone() -> None:
    assert [row.number for row in read(as_csv(("赵一", ""), ("钱二", "")))] == ["", ""]
    told = why_not(("赵一", ""), ("钱二", ""), ("赵一", "7"))
    assert "第 2 行：名单里有几个赵一，请填工号" in told
    assert "第 3 行" not in told
    assert "第 4 行" not in told


def test_many_bad_rows_are_counted_and_some_of_them_named() -> None:
    told = why_not(*[("", n) for n in range(300)])
    assert told.count("没有写姓名") == MOST_FAULTS
    assert f"另外还有 {300 - MOST_FAULTS} 行有问题" in told


def test_a_list_has_its_limits() -> None:
    assert len(read(as_csv(*workforce(SIZE.people)))) == SIZE.people
    for rows in ([], workforce(SIZE.people + 1)):
        with pytest.raises(Refused, match=f"1 到 {SIZE.people} 人"):
            read(as_csv(*rows))
    with pytest.raises(Refused, match="太大"):
        read(b"x" * (SIZE.megabytes * 1_000_000 + 1))


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
@pytest.mark.parametrize("content", [b"\xff\xff\xff", b"PK\x03\x04", b"\x00", b""])
def test_something_else_is_refused_in_a_sentence(name: str, content: bytes) -> None:
    with pytest.raises(Refused, match=r"无法读取|表头"):
        read(content, name)
