"""Every word of a paper's body is one of those that are read out, hashed and shown to whoever
signs: a text box, a content control or a table in a table would say more than that."""

from __future__ import annotations

from typing import Final

from lxml import etree

from agreements.layouts.markup import W
from negotiate.law.refusal import N_, Refused

_W: Final = f"{{{W}}}"
_READ: Final = frozenset(
    f"{_W}{name}" for name in ("document", "body", "tbl", "tr", "tc", "p", "r", "hyperlink")
)
_WORDS: Final = frozenset({"t", "sym", "textpath", "chart", "relIds"})
UNREAD: Final = N_(
    "版式正文里有签署的人看不到的文字（“%(words)s”）：文本框、内容控件、公式、表格里套的表格等。"
    "请改成普通段落或者普通表格。"
)


def require_visible(tree: etree._Element) -> None:
    """Raises Refused if the document's body says what reading it back would not."""
    if tree.tag != f"{_W}document":
        return
    for element in tree.iter(etree.Element):
        if etree.QName(element).localname in _WORDS and not _is_read(element):
            raise Refused(UNREAD, words=(element.text or element.get("string") or "")[:20])


def _is_read(element: etree._Element) -> bool:
    above = [parent.tag for parent in element.iterancestors()]
    if element.tag != f"{_W}t" or not _READ.issuperset(above) or above.count(f"{_W}tbl") > 1:
        return False
    return not any(_is_covered(cell) for cell in element.iterancestors(f"{_W}tc"))


def _is_covered(cell: etree._Element) -> bool:
    """Merged into the cell above it, whose words are shown instead."""
    merge = cell.find(f"{_W}tcPr/{_W}vMerge")
    return merge is not None and merge.get(f"{_W}val", "continue") == "continue"
