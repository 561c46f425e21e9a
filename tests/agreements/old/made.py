"""Old files for tests, made as people once made them: real ones, of each kind."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, ZipInfo

from docx import Document
from openpyxl import Workbook
from PIL import Image, ImageDraw

from agreements.old.particulars import COLUMNS
from negotiate.people.models import Account, Enterprise, Federation
from tests.agreements.papers.tools import lay_out

COUNTY = "阜宁县总工会"
FIRM = "阜宁县射河纺织有限公司"
WAGES = (
    "工资专项集体合同",
    "甲方：射河纺织　乙方：射河纺织工会",
    "第一条　工资标准",
    "挡车工每月不低于3500元。",
    "第二条　发放时间",
    "每月15日发放上月工资，遇节假日提前。",
    "第三条　本合同有效期两年。",
)


def county() -> Federation:
    found, _ = Federation.objects.get_or_create(name=COUNTY)
    return found


def firm(name: str = FIRM, under: Federation | None = None) -> Enterprise:
    return Enterprise.objects.create(name=name, federation=under or county())


def officer(of: Federation | None = None) -> Account:
    under = of or county()
    return Account.objects.create_user(f"old-{under.pk}", name="王芳", federation=under)


def docx(*lines: str, table: Sequence[Sequence[str]] = ()) -> bytes:
    """Its lines, and a table after the first one."""
    paper, packed = Document(), BytesIO()
    for line in lines:
        paper.add_paragraph(line)
    if table:
        rows = paper.add_table(0, len(table[0]))
        for row in table:
            for cell, text in zip(rows.add_row().cells, row, strict=True):
                cell.text = text
        paper.paragraphs[0]._p.addnext(rows._tbl)
    paper.save(packed)
    return packed.getvalue()


def xlsx(*rows: Sequence[object]) -> bytes:
    book, packed = Workbook(), BytesIO()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    book.save(packed)
    return packed.getvalue()


def pdf(folder: Path, *lines: str) -> bytes:
    """As LibreOffice prints it."""
    (folder / "old.docx").write_bytes(docx(*lines))
    lay_out(folder)
    return (folder / "old.pdf").read_bytes()


def picture(kind: str = "PNG", seed: int = 0) -> bytes:
    """A page as it comes out of a scanner."""
    page, packed = Image.new("RGB", (600, 850), "white"), BytesIO()
    ImageDraw.Draw(page).text((50, 50 + seed % 700), f"page {seed}", fill="black")
    page.save(packed, kind)
    return packed.getvalue()


def scanned_pdf() -> bytes:
    """Pages that are pictures."""
    packed = BytesIO()
    Image.open(BytesIO(picture())).save(packed, "PDF")
    return packed.getvalue()


def row(file: str, **cells: str) -> dict[str, str]:
    """What a list says of a file, with whatever a test does not care about."""
    usual = {
        "文件名": file,
        "企业名称": FIRM,
        "标题": "2019年度工资专项集体合同",
        "文件种类": "工资专项集体合同",
        "签订日期": "2019-03-20",
    }
    return {column: (usual | cells).get(column, "") for column in COLUMNS}


def listed(*rows: Mapping[str, str]) -> bytes:
    """The list as Excel keeps it."""
    return xlsx(COLUMNS, *([row[column] for column in COLUMNS] for row in rows))


class _AsInChina(ZipInfo):
    """How Chinese Windows writes a name: in its own code, and without a word about it."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:
        return self.filename.encode("gbk"), self.flag_bits & ~0x800


def packed(list_: bytes, files: Mapping[str, bytes], *, in_gbk: bool = False) -> bytes:
    """All in one ZIP."""
    whole = BytesIO()
    with ZipFile(whole, "w") as archive:
        for path, content in {"名单.xlsx": list_, **files}.items():
            archive.writestr(_AsInChina(path) if in_gbk else path, content)
    return whole.getvalue()
