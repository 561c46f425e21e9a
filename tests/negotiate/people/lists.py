"""Lists of staff as files, as large as a workforce."""

from collections.abc import Sequence
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from negotiate.people.staff_file import StaffRow, read_staff

HEAD = ("姓名", "工号", "岗位")
SURNAMES, NAMES = "赵钱孙李吴郑冯陈", "建国秀英伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰"
Row = Sequence[object]


def workforce(size: int) -> list[Row]:
    """Made-up people, of whom many have the same name and no two the same number."""
    return [
        (
            SURNAMES[n % 8] + NAMES[n // 8 % 20] + NAMES[n // 160 % 20],
            f"{n + 1:05}",
            ("铸造工", "质检员")[n % 2],
        )
        for n in range(size)
    ]


def as_csv(*rows: Row, head: Row = HEAD) -> bytes:
    return "\r\n".join(",".join(map(str, row)) for row in (head, *rows)).encode()


def as_xlsx(*rows: Row, head: Row = HEAD) -> bytes:
    made, kept = Workbook(write_only=True), BytesIO()
    sheet = made.create_sheet()
    for row in (head, *rows):
        sheet.append(list(row))
    made.save(kept)
    return kept.getvalue()


def uploaded(content: bytes, name: str = "a.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def read(content: bytes, name: str = "a.csv") -> list[StaffRow]:
    return read_staff(uploaded(content, name), lambda read, rows: None)
