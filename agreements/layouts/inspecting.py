"""Whether a file may be used as a layout. What is not known to be harmless is refused: of what the
file leads to, of what it is made of, and of what stands in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from agreements.layouts.container import is_xml, parts_of
from agreements.layouts.markup import require_plain
from agreements.layouts.spacing import require_room_for_pictures
from agreements.layouts.visible import require_visible
from agreements.papers.package import TYPES
from negotiate.law.refusal import N_, Refused

_ODR: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
DOCUMENT: Final = f"{_WORD}document.main+xml"

_KNOWN: Final = frozenset(
    _ODR + ending
    for ending in (
        *("officeDocument", "extended-properties", "custom-properties", "styles", "settings"),
        *("fontTable", "theme", "numbering", "webSettings", "image", "header", "footer"),
        *("footnotes", "endnotes", "customXml", "customXmlProps"),
    )
) | {
    f"{_PACKAGE}core-properties",
    f"{_PACKAGE}thumbnail",
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
    "http://schemas.microsoft.com/office/2011/relationships/people",
}
MACROS: Final = N_("文件里有宏。版式不能带宏，请在 Word 里另存为 .docx 再上传。")
_TEMPLATE: Final = N_("版式挂着另一个模板文件，请在 Word 的“文档模板”里去掉它再上传。")
_CHUNKED: Final = N_("版式里插着另一份文档，请把内容直接写进来再上传。")
_OBJECTS: Final = N_("版式里有嵌入的对象或者控件（如表格文件、按钮），请删去再上传。")
_COMMENTS: Final = N_("版式里有批注，请删去全部批注再上传。")
_BY_ENDING: Final = {
    "attachedtemplate": _TEMPLATE,
    "afchunk": _CHUNKED,
    "subdocument": _CHUNKED,
    "oleobject": _OBJECTS,
    "package": _OBJECTS,
    "control": _OBJECTS,
    "activexcontrolbinary": _OBJECTS,
    "vbaproject": MACROS,
    "wordvbadata": MACROS,
    "comments": _COMMENTS,
}
_PICTURES: Final = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "bmp": "image/bmp",
}
_THUMBNAIL: Final = "docProps/thumbnail."  # never kept
_STRANGE: Final = N_("文件里有版式用不着的内容（%(what)s），请删去再上传；图片只用 PNG 或者 JPEG。")
_DAMAGED: Final = N_("文件已损坏，或者不是 Word 存的。请在 Word 里另存为 .docx 再上传。")


def inspect(file: bytes) -> None:
    """Refuse a file that is no plain .docx, with one sentence. Raises Refused."""
    parts = parts_of(file)
    trees = {path: _tree(content) for path, content in parts.items() if is_xml(path)}
    if TYPES not in trees or "_rels/.rels" not in trees:
        raise Refused(_DAMAGED)
    _require_types(parts, trees[TYPES])
    for path, tree in trees.items():
        if path.endswith(".rels"):
            _require_relationships(tree)
    for tree in trees.values():
        require_plain(tree)
        require_visible(tree)
    require_room_for_pictures(trees)


def _tree(xml: bytes) -> etree._Element:
    """The part as a tree. An entity is never resolved, and a part that declares any is refused."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        tree = etree.fromstring(xml, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise Refused(_DAMAGED) from fault
    info = tree.getroottree().docinfo
    if info.internalDTD is not None or info.doctype:
        raise Refused(N_("文件里有实体定义（DTD），不是正常的 Word 文档。"))
    if (info.encoding or "UTF-8").upper() not in ("UTF-8", "US-ASCII", "ASCII"):
        raise Refused(_DAMAGED)
    return tree


def _require_types(parts: Mapping[str, bytes], types: etree._Element) -> None:
    """XML is declared as XML, pictures as pictures, the document as a document; nothing else is
    there. A part that passed for a picture here could be read as text by Word."""
    declared = {
        (e.get("PartName") or e.get("Extension") or "").lower(): e.get("ContentType", "")
        for e in types
    }
    if any("macro" in kind.lower() or "vba" in kind.lower() for kind in declared.values()):
        raise Refused(MACROS)
    if DOCUMENT not in declared.values():
        raise Refused(_DAMAGED)
    for path in parts:
        ending = path.rpartition(".")[2].lower()
        kind = declared.get(f"/{path.lower()}", declared.get(ending, ""))
        if path == TYPES or path.startswith(_THUMBNAIL) or path.endswith("/"):
            continue
        is_right = kind.endswith("xml") if is_xml(path) else kind == _PICTURES.get(ending, "-")
        if not is_right:
            _refuse_part(path)


def _refuse_part(path: str) -> None:
    if path.lower().endswith(".bin") and "vba" in path.lower():
        raise Refused(MACROS)
    if "/embeddings/" in path or "/activeX/" in path:
        raise Refused(_OBJECTS)
    raise Refused(_STRANGE, what=path)


def _require_relationships(rels: etree._Element) -> None:
    for kind, target, mode in _relationships(rels):
        ending = kind.rpartition("/")[2]
        special = _BY_ENDING.get(ending.lower())
        if special:
            raise Refused(special)
        if mode != "Internal" or "://" in target:
            raise Refused(
                N_("版式里有指向文件以外的链接或者图片（%(target)s），请去掉再上传。"),
                target=target[:80],
            )
        if kind not in _KNOWN:
            raise Refused(_STRANGE, what=ending[:80])


def _relationships(rels: etree._Element) -> Iterator[tuple[str, str, str]]:
    for e in rels.iter(etree.Element):
        if etree.QName(e).localname == "Relationship":
            yield e.get("Type", ""), e.get("Target", ""), e.get("TargetMode", "Internal")
