"""The list of old files: what is known of each, a line a file, from Excel or CSV."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from agreements.old.models import KINDS as KIND_CHOICES
from negotiate import moment
from negotiate.law.legible import is_legible, tidied
from negotiate.law.refusal import N_, Refused
from negotiate.law.terms.base import Field
from negotiate.law.terms.cells import read
from negotiate.matters.kinds import MATTER_KINDS
from negotiate.people.roster_file import as_csv
from negotiate.people.sheets import Size, Upload, open_sheet

SIZE: Final = Size(megabytes=8, unpacked=100_000_000, people=20_000)
REQUIRED: Final = (
    N_("文件名"), N_("企业名称"), N_("标题"), N_("文件种类"), N_("签订日期"),
)  # fmt: skip
OPTIONAL: Final = (
    N_("编号"), N_("事项"), N_("开始日期"), N_("结束日期"), N_("职工人数"), N_("签字人"),
)  # fmt: skip
COLUMNS: Final = REQUIRED + OPTIONAL
KINDS: Final[Mapping[str, str]] = {label: value for value, label in KIND_CHOICES}
MATTERS: Final[Mapping[str, str]] = {kind.label: kind.code for kind in MATTER_KINDS.values()}
EARLIEST: Final = 1950
SAMPLE: Final = (
    ("纺织厂2019年工资协议.docx", "阜宁县射河纺织有限公司", "2019年度工资专项集体合同",
     "工资专项集体合同", "2019-03-20", "阜工协〔2019〕12号", "工资福利", "2019-04-01",
     "2021-03-31", "320", "王建国、李秀英"),
    ("食堂用餐纪要.pdf", "阜宁县射河纺织有限公司", "职工食堂用餐会议纪要", "会议纪要", "2021-06-08",
     "", "食堂用餐", "", "", "", ""),
)  # fmt: skip
_DAY: Final = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?: [\d:.]+)?", re.ASCII)
_PEOPLE: Final = Field("workers", N_("职工人数"), "integer", required=False)
_LONGEST: Final = {"文件名": 150, "企业名称": 100, "标题": 100, "编号": 40}


@dataclass(frozen=True, slots=True)
class Particulars:
    """What a line says of its file. Only contracts have days from which and until which."""

    file: str
    enterprise: str
    title: str
    kind: str
    signed_on: date
    number: str
    matter_kind: str
    starts_on: date | None
    ends_on: date | None
    workers: int | None
    signers: tuple[str, ...]


def sample_list() -> str:
    """A list to fill in over, as CSV that Excel opens with its Chinese whole."""
    return as_csv((COLUMNS, *SAMPLE))


def read_lines(upload: Upload) -> dict[int, dict[str, str]]:
    """The cells of each line that is not empty, by its number and by their column. Raises Refused
    for what is no such list."""
    lines = open_sheet(upload, SIZE).lines
    head = next(lines, [])
    missing = [column for column in REQUIRED if column not in head]
    if missing:
        raise Refused(N_("第一行应为表头，还缺：%(columns)s。"), columns="、".join(missing))
    found = dict(_cells(head, lines))
    if not 1 <= len(found) <= SIZE.people:
        raise Refused(N_("名单应有 1 到 %(most)s 份文件。"), most=SIZE.people)
    return found


def _cells(head: list[str], lines: Iterator[list[str]]) -> Iterator[tuple[int, dict[str, str]]]:
    for number, cells in enumerate(lines, start=2):
        said = dict(zip(head, cells, strict=False))
        kept = {column: said.get(column, "")[:1000] for column in COLUMNS}
        if any(kept.values()):
            yield number, kept
        if number > SIZE.people * 2:
            return


def particulars_of(cells: Mapping[str, str]) -> Particulars:
    """Raises Refused for the first cell that says nothing usable."""
    for column in REQUIRED:
        if not cells[column]:
            raise Refused(N_("没有写%(column)s。"), column=(column,))
    texts = {column: _text(column, cells[column]) for column in _LONGEST}
    kind = _known("文件种类", cells["文件种类"], KINDS)
    signed_on = _day("签订日期", cells["签订日期"])
    if signed_on is None or signed_on > moment.today():
        raise Refused(N_("签订日期还没有到。"))
    starts_on, ends_on = (_day(column, cells[column]) for column in ("开始日期", "结束日期"))
    if starts_on and ends_on and starts_on > ends_on:
        raise Refused(N_("结束日期早于开始日期。"))
    workers = read(_PEOPLE, cells["职工人数"])
    return Particulars(
        texts["文件名"],
        texts["企业名称"],
        texts["标题"],
        kind,
        signed_on,
        texts["编号"],
        _known("事项", cells["事项"] or MATTER_KINDS["other"].label, MATTERS),
        starts_on,
        ends_on,
        int(workers) if workers != "" else None,
        tuple(filter(None, re.split(r"[、，,;；\s]+", _text("签字人", cells["签字人"])))),
    )


def _text(column: str, given: str) -> str:
    """One line of visible signs."""
    text = tidied(given)
    if len(text) > _LONGEST.get(column, 100):
        raise Refused(N_("%(column)s太长。"), column=(column,))
    if text.startswith("=") or not is_legible(text):
        raise Refused(N_("%(column)s里有公式或看不见的符号。"), column=(column,))
    return text


def _known(column: str, given: str, known: Mapping[str, str]) -> str:
    if given not in known:
        raise Refused(
            N_("%(column)s“%(given)s”不认识，可填：%(known)s。"),
            column=(column,),
            given=given[:20],
            known="、".join(known),
        )
    return known[given]


def _day(column: str, given: str) -> date | None:
    if not given:
        return None
    said = _DAY.fullmatch(given)
    try:
        day = date(*map(int, said.groups())) if said else None
    except ValueError:
        day = None
    if day is None or not EARLIEST <= day.year <= 2100:
        raise Refused(N_("%(column)s要写成日期，例如 2019-03-20。"), column=(column,))
    return day
