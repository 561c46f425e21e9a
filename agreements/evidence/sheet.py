"""签署证明: the evidence as a paper of one page, to lie beside the contract. Pure.

It states what the JSON says, and no more than the grade of signature allows (电子签名法 13).
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, Final
from zoneinfo import ZoneInfo

from docx.document import Document

from agreements.papers.package import normalise
from agreements.papers.proof import add_address
from agreements.papers.properties import Properties, set_properties
from agreements.papers.style import TEXT_WIDTH_MM, add_line, new_paper, number_pages, restyle, write
from agreements.papers.tables import add_row, keep_together, ruled

LABEL_MM: Final = 34
LOCAL: Final = ZoneInfo("Asia/Shanghai")
CUSTODY: Final = {
    "phone": "由本人手机保管",
    "event": "由系统为本次签署生成，用后即毁",
    "platform": "由签署平台保管",
}
IDENTITY: Final = {
    "link": "本人的入场链接，只绑定一部设备",
    "code": "本人的入场链接和短码，只绑定一部设备",
    "account": "本人的账号和密码",
}
UNKNOWN: Final = "没有记录"
LIMITS: Final = {
    "B": "本证明所列签名等级为B级：双方约定方式的电子签名，没有使用依法设立的电子认证服务机构（CA）"
    "签发的证书，未经第三方认证。",
    "C": "本证明所列签名等级为C级：纸质签署，以双方签字盖章的纸质文本为准；"
    "电子文件的数字签名只用于发现改动。",
}
Facts = dict[str, Any]


def build_sheet(content: str) -> bytes:
    """The page as a .docx; `content` is the evidence as it was signed. The same evidence gives the
    same bytes."""
    evidence: Facts = json.loads(content)
    told = evidence["paper"]
    paper = new_paper()
    write(add_line(paper, "PaperTitle"), "签署证明")
    _add_table(paper, _of_paper(evidence, content))
    for signer in evidence["signers"]:
        _add_table(paper, _of_signer(signer, evidence["certificates"]))
    if evidence["ink"]:
        _add_table(paper, _of_ink(evidence["ink"]))
    if told["check_at"]:
        add_address(ruled(paper, (LABEL_MM, TEXT_WIDTH_MM - LABEL_MM)), told["check_at"])
    write(add_line(paper, "Proof"), LIMITS[told["grade"]])
    number_pages(paper, f"{told['number']}　签署证明")
    at = datetime.fromisoformat(told["completed_at"]).astimezone(UTC).replace(tzinfo=None)
    facts = Properties(
        f"{told['title']}签署证明", told["number"], told["enterprise"], at, "签署证明"
    )
    set_properties(paper, facts)
    packed = BytesIO()
    paper.save(packed)
    return normalise(packed.getvalue())


def _add_table(paper: Document, rows: Iterator[tuple[str, str]]) -> None:
    table = ruled(paper, (LABEL_MM, TEXT_WIDTH_MM - LABEL_MM))
    for row in rows:
        for cell, said in zip(add_row(table).cells, row, strict=True):
            restyle(cell.paragraphs[0], "Proof")
            write(cell.paragraphs[0], said)
    keep_together(table)
    add_line(paper, "TableAfter")


def _of_paper(evidence: Facts, content: str) -> Iterator[tuple[str, str]]:
    told, entries = evidence["paper"], evidence["record"]["entries"]
    yield "文件", f"{told['title']}　{told['number']}　{told['grade']}级"
    yield "签署完成", _local(told["completed_at"])
    yield "文件 SHA-256", told["sha256"]
    yield "所签文本", told["text_sha256"]
    yield f"记录第{len(entries)}条", entries[-1]["digest"]
    yield "本证明数据", hashlib.sha256(content.encode()).hexdigest()


def _of_signer(signer: Facts, certificates: list[Facts]) -> Iterator[tuple[str, str]]:
    own = next((one for one in certificates if one["name"] == signer["name"]), None)
    role = own["role"] if own else "记录员"
    yield role, f"{signer['name']}　{signer['post']}　{'线上' if signer['remote'] else '现场'}"
    yield "身份核对", IDENTITY.get(signer["identity"], UNKNOWN)
    if signer["intent"]:
        yield "确认的意思", signer["intent"]
    if signer["read_from"]:
        yield "阅读和签名", f"{_local(signer['read_from'])}至{_local(signer['signed_at'])}"
    yield "设备和地址", "，".join(filter(None, (signer["device"], signer["address"]))) or UNKNOWN
    yield "笔迹摘要", f"{signer['strokes_sha256']}（{_local(signer['signed_at'])}）"
    if own:
        yield "证书", f"{own['fingerprint']}，密钥{CUSTODY[own['custody']]}"
        if own.get("stamped"):  # evidence of before there were any has none
            yield "时间戳", f"{_local(own['stamped']['at'])}，{own['stamped']['by']}"


def _of_ink(ink: Facts) -> Iterator[tuple[str, str]]:
    yield "纸质签署", f"扫描件上有{'、'.join(ink['signers'])}的签字"
    if "files" not in ink:  # of a paper completed before scans were compared
        yield "扫描件", f"{ink['sha256']}，{_local(ink['at'])}由{ink['uploaded_by']}上传"
        return
    for number, file in enumerate(ink["files"], 1):
        said = f"{file['sha256']}，{_local(file['at'])}由{file['uploaded_by']}上传"
        yield f"扫描件{number}", said
    found = ink["findings"]
    counted = Counter(one["by"] for one in found)
    by = "、".join(f"{name}（{count}处）" for name, count in counted.items())
    points = len({one["point"] for one in found})
    yield "与文本比对", f"共{points}处，由{by}逐处比对相符；结果摘要{ink['findings_sha256']}"
    yield "确认完成", f"{_local(ink['at'])}，{ink['accepted_by']}"


def _local(at: str) -> str:
    """Beijing time, to the second."""
    return datetime.fromisoformat(at).astimezone(LOCAL).strftime("%Y-%m-%d %H:%M:%S")
