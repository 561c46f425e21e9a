"""报送材料: everything that is filed with a contract, in one file, in the order of its list."""

import hashlib
from collections.abc import Iterator
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from agreements.papers.models import Paper
from agreements.papers.sheet import Section, Sheet, build_sheet
from agreements.sheets.filed import signed
from agreements.sheets.kinds import BY_NAME
from agreements.signing.integrity import docx_of, scan_of
from agreements.signing.scan_models import Scan
from negotiate.law.enclosed import Enclosure
from negotiate.law.refusal import N_, Refused
from negotiate.law.terms import Table
from negotiate.rooms.actions.filing import copies_of, pack_of
from negotiate.rooms.models import Room

DRAWN: Final = {
    Enclosure.PROCESS: ("process",),
    Enclosure.REPRESENTATIVES: ("representatives", "delegation"),
    Enclosure.RESOLUTION: ("resolution",),
    Enclosure.MINUTES: ("record",),
    Enclosure.OFFER: ("offer", "reply"),
    Enclosure.BOUND: (),  # it stands in the contract's own annex, and in the mandates
}
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
File = tuple[str, bytes, str]
"""Its name in the pack, its bytes, and how many copies are filed."""


def pack(room: Room) -> bytes:
    """The pack as a ZIP: the same room, the same bytes. Raises Refused if nothing is signed."""
    found = signed(room)
    if found is None:
        raise Refused(N_("合同还没有签署完成，不能生成报送材料。"))
    files = list(_files(room, found[0]))
    listed = build_sheet(_list(room, found[0], files))
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, content, _ in (("00 报送材料清单.docx", listed, ""), *files):
            entry = ZipInfo(name, _EPOCH)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, content)
    return packed.getvalue()


def _files(room: Room, paper: Paper) -> Iterator[File]:
    yield "01 报送审查登记表.docx", _drawn(room, "filing")[0], "1"
    yield "02 合同文本.docx", docx_of(paper), f"{copies_of(room)}"
    if Scan.objects.accepted().filter(paper=paper).exists():
        files = scan_of(paper)
        for place, (content, media_type) in enumerate(files, 1):
            which = f" {place}" if len(files) > 1 else ""
            ending = media_type.rpartition("/")[2]
            yield f"02 合同签字扫描件{which}.{ending}", content, f"{copies_of(room)}"
    for number, enclosure in enumerate(pack_of(room), 2):
        for name in DRAWN.get(enclosure, ()):
            drawn = _drawn(room, name)
            for place, content in enumerate(drawn, 1):
                which = f" {place}" if len(drawn) > 1 else ""
                yield f"{number + 1:02} {BY_NAME[name].label}{which}.docx", content, "1"


def _drawn(room: Room, name: str) -> list[bytes]:
    return [build_sheet(sheet) for sheet in BY_NAME[name].draw(room)]


def _list(room: Room, paper: Paper, files: list[File]) -> Sheet:
    rows = tuple(
        (f"{n}", name, copies, hashlib.sha256(content).hexdigest()[:16])
        for n, (name, content, copies) in enumerate(files, 1)
    )
    said = f"合同文本打印{copies_of(room)}份，其余材料各1份；打印后由双方签字盖章。"
    return Sheet(
        title="报送材料清单",
        number=paper.number,
        enterprise=room.enterprise.name,
        at=paper.completed_at or room.scheduled_at,
        ink=False,
        facts=(("单位", room.enterprise.name), ("合同", paper.title)),
        sections=(
            Section("", (said,)),
            Section("", (), Table(("序号", "文件", "份数", "摘要前16位"), rows)),
        ),
    )
