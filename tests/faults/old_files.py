"""Old files by the hundred, and what became of them; for a process on the server's database."""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile

from django.db import connection

from agreements.archive.asked import read
from agreements.archive.models import Card
from agreements.archive.reader import Reader
from agreements.archive.search import Wish, search
from agreements.old.kept import old_faults
from agreements.old.models import ImportLine, OldPaper
from tests.agreements.old import made
from tests.process import Process
from tests.server import Server

FIRMS: Final = 40
BROKEN_EACH, TWICE_EACH, SCAN_EACH, SHEET_EACH = 50, 40, 10, 15


def pack(path: Path, count: int) -> dict[str, int]:
    """A ZIP of so many files, no two alike but for those that are there twice; how many are to come
    to what end."""
    rows, due = [], Counter[str]()
    with ZipFile(path, "w") as whole:
        for number, (name, content, end) in enumerate(_files(count)):
            rows.append(
                made.row(
                    name,
                    企业名称=f"阜宁县第{number % FIRMS}厂",
                    标题=f"第{number}号工资协议",
                    签订日期=f"{2005 + number % 20}-0{1 + number % 9}-15",
                )
            )
            whole.writestr(name, content)
            due[end] += 1
        whole.writestr("名单.xlsx", made.listed(*rows))
    return dict(due)


def _files(count: int) -> Iterator[tuple[str, bytes, str]]:
    """Most are in Word; scans, sheets, broken ones and ones that were packed twice among them."""
    before = made.docx("甲")
    for number in range(count):
        if number % BROKEN_EACH == 7:
            yield f"{number}.docx", b"PK\x03\x04 cut off %d" % number, "refused"
        elif number % TWICE_EACH == 9:
            yield f"{number}.docx", before, "duplicate"
        elif number % SCAN_EACH == 3:
            yield f"{number}.png", made.picture(seed=number), "added"
        elif number % SHEET_EACH == 4:
            yield f"{number}.xlsx", made.xlsx(("工序", f"编号{number}"), ("织布", 0.35)), "added"
        else:
            before = _written(number)
            yield f"{number}.docx", before, "added"


def _written(number: int) -> bytes:
    """As Word would have it; written from one that was: thousands are made in a minute."""
    with ZipFile(BytesIO(_model())) as model, ZipFile(new := BytesIO(), "w", ZIP_DEFLATED) as copy:
        for part in model.namelist():
            content = model.read(part)
            if part == "word/document.xml":
                content = content.replace(b"98765", b"%d" % number)
            copy.writestr(part, content)
    return new.getvalue()


@cache
def _model() -> bytes:
    return made.docx(*_agreement(98765))


def _agreement(number: int) -> Iterator[str]:
    yield f"第{number}号工资协议"
    for article in range(1, 21):
        yield f"第{article}条　事项{article}"
        yield (
            f"企业应当在每月十五日前足额发放职工工资，不低于{number}元；"
            f"遇有困难的，应当提前七日与企业工会协商（档案{number}）。" * 2
        )


def found_firms() -> None:
    for number in range(FIRMS):
        made.firm(f"阜宁县第{number}厂")


def importing(server: Server, path: Path, log: Path) -> Process:
    """The command, on this server's database."""
    words = [sys.executable, "manage.py", "import_agreements", path, "--federation", made.COUNTY]
    return Process(words, log, ready=lambda: True, env=server.environment)


def settled() -> int:
    """Lines that have their outcome."""
    return ImportLine.objects.exclude(state__in=("awaited", "brought")).count()


def database() -> dict[str, Any]:
    """Which it is, and its size."""
    asked = {
        "sqlite": "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size",
        "postgresql": "SELECT pg_database_size(current_database())",
    }
    with connection.cursor() as cursor:
        cursor.execute(asked[connection.vendor])
        (size,) = cursor.fetchone()
    return {"database": connection.vendor, "database_mb": round(size / 1e6, 1)}


def kept() -> dict[str, Any]:
    """What there is now, and whatever is lost, doubled or not to be found."""
    ends = Counter(ImportLine.objects.values_list("state", flat=True))
    wrong = [fault for faults in old_faults(made.county()).values() for fault in faults]
    bytes_ = list(OldPaper.objects.values_list("sha256", flat=True))
    if len(set(bytes_)) != len(bytes_) or Card.objects.count() != len(bytes_):
        wrong.append("a file is there twice, or without its card")
    wrong += _lost()
    return {"ends": ends, "wrong": wrong}


def _lost() -> Iterator[str]:
    """Words of some of the files, looked for in the index."""
    reader = Reader(frozenset(Card.objects.values_list("enterprise", flat=True)))
    for paper in OldPaper.objects.filter(name__endswith=".docx").order_by("pk")[::25]:
        number = paper.name.removesuffix(".docx")
        if paper.card.key not in search(reader, Wish(asked=read(f"档案{number}"))).keys:
            yield f"{paper.name} is not found"


def agree(due: Mapping[str, int], found: Mapping[str, Any]) -> list[str]:
    """What is otherwise than it had to come."""
    wrong = list(found["wrong"])
    if found["ends"] != due:
        wrong.append(f"{found['ends']} instead of {due}")
    return wrong
