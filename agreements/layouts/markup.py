"""What may stand in a part of WordprocessingML: words, tables, pictures and page numbers. Not what
a reader of the file would not see, nor what shows other words tomorrow."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from negotiate.law.refusal import N_, Refused

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFF: Final = frozenset({"0", "false", "off"})
TRACKED: Final = N_("版式里有修订痕迹，请接受或者拒绝全部修订再上传。")
_COMMENTS: Final = N_("版式里有批注，请删去全部批注再上传。")
_OBJECTS: Final = N_("版式里有嵌入的对象或者控件（如表格文件、按钮），请删去再上传。")
_CHUNKED: Final = N_("版式里插着另一份文档，请把内容直接写进来再上传。")
_NOTES: Final = N_("版式里有脚注或者尾注，签署的人看不到里面的字，请改成正文再上传。")
_BOUND: Final = N_("版式里有会自动取值的内容控件，请改成普通文字再上传。")
_HIDDEN: Final = N_("版式里有隐藏的文字（或者隐藏文字的样式），请取消隐藏再上传。")
_TEMPLATE: Final = N_("版式挂着另一个模板文件，请在 Word 的“文档模板”里去掉它再上传。")
FLOATING: Final = N_(
    "版式里有浮在文字上面的图片、图形、文本框或者表格，会盖住签署的人看过的字。"
    "请在 Word 里把图片改成“嵌入型”，表格取消“文字环绕”，图形和框删去，再上传。"
)
_MERGE: Final = N_("版式连着邮件合并的数据源，请改成普通文档再上传。")
_FIELD: Final = N_("版式里有会自己变的域（%(field)s）。除页码和总页数外不能用域，请改成普通文字。")

_REFUSED: Final = {
    **dict.fromkeys(("ins", "del", "moveFrom", "moveTo", "delText", "delInstrText"), TRACKED),
    **dict.fromkeys(("cellIns", "cellDel", "cellMerge"), TRACKED),
    **dict.fromkeys(("commentRangeStart", "commentRangeEnd", "commentReference"), _COMMENTS),
    **dict.fromkeys(("object", "control", "objectEmbed", "objectLink", "OLEObject"), _OBJECTS),
    **dict.fromkeys(("altChunk", "subDoc"), _CHUNKED),
    **dict.fromkeys(("footnoteReference", "endnoteReference"), _NOTES),
    **dict.fromkeys(("anchor", "pict", "framePr", "tblpPr"), FLOATING),
    "dataBinding": _BOUND,
    "attachedTemplate": _TEMPLATE,
    "mailMerge": _MERGE,
}
_HIDING: Final = frozenset({"vanish", "specVanish", "webHidden"})
_ALLOWED_FIELD: Final = re.compile(
    r"\s*(PAGE|NUMPAGES)(\s+\\\*\s*(MERGEFORMAT|Arabic))*\s*", re.IGNORECASE
)


def require_plain(tree: etree._Element) -> None:
    """Raises Refused at the first thing that a layout may not hold."""
    fields = _Fields()
    for element in tree.iter(etree.Element):
        name = etree.QName(element).localname
        if name in _REFUSED:
            raise Refused(_REFUSED[name])
        if name.endswith("Change") and element.tag == f"{{{W}}}{name}":
            raise Refused(TRACKED)
        if name in _HIDING and element.get(f"{{{W}}}val", "1").lower() not in OFF:
            raise Refused(_HIDDEN)
        fields.see(name, element)
    fields.close()


class _Fields:
    """The fields of one part, as they open and close: Word lets an instruction be split between
    runs, and one field stand in another's instruction."""

    def __init__(self) -> None:
        self._open: list[str] = []

    def see(self, name: str, element: etree._Element) -> None:
        if name == "fldSimple":
            _require_allowed(element.get(f"{{{W}}}instr", ""))
        elif name == "instrText":
            if not self._open:
                _require_allowed(f"?{element.text or ''}")
            self._open[-1] += element.text or ""
        elif name == "fldChar":
            self._turn(element.get(f"{{{W}}}fldCharType", ""))

    def _turn(self, turn: str) -> None:
        if turn == "begin":
            self._open.append("")
        elif turn == "end":
            _require_allowed(self._open.pop() if self._open else "?")
        elif turn == "separate" and self._open:
            _require_allowed(self._open[-1])

    def close(self) -> None:
        for instruction in self._open:
            _require_allowed(f"?{instruction}")


def _require_allowed(instruction: str) -> None:
    if not _ALLOWED_FIELD.fullmatch(instruction):
        raise Refused(_FIELD, field=" ".join(instruction.split())[:40] or "?")
