"""Files that may not be a layout, each for its own reason."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from agreements.layouts import container
from agreements.papers.package import TYPES, unpack
from tests.agreements.layouts.made import (
    DOCUMENT,
    ODR,
    SETTINGS,
    STYLES,
    ours,
    replaced,
    with_part,
    with_relationship,
    with_run,
    zipped,
)

BEGIN, SEPARATE, END = (
    f'<w:r><w:fldChar w:fldCharType="{turn}"/></w:r>' for turn in ("begin", "separate", "end")
)


def instruction(said: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{said}</w:instrText></w:r>'


def field(said: str) -> str:
    return f"{BEGIN}{instruction(said)}{SEPARATE}<w:r><w:t>1</w:t></w:r>{END}"


REFUSED_RUNS = {
    "a field that shows another file": (field(' INCLUDETEXT "C:\\\\a.docx" '), "INCLUDETEXT"),
    "a field that asks a program": (field(" DDEAUTO excel a.xls r1c1 "), "DDEAUTO"),
    "a field that decides": (field(' IF 1 = 2 "a" "b" '), "IF"),
    "a field that changes with the day": (field(" DATE "), "DATE"),
    "a field split between runs": (
        f"{BEGIN}{instruction(' INCLU')}{instruction('DETEXT a ')}{SEPARATE}{END}",
        "INCLUDETEXT",
    ),
    "a field in another's instruction": (
        f"{BEGIN}{instruction(' IF ')}{field('PAGE')}{instruction(' = 1 a b')}{END}",
        "IF",
    ),
    "a field without its end": (BEGIN + instruction("DATE"), "DATE"),
    "an instruction outside a field": (instruction("PAGE"), "PAGE"),
    "a simple field": ('<w:fldSimple w:instr=" DATE "/>', "DATE"),
    "text put in": ('<w:ins w:id="1"><w:r><w:t>a</w:t></w:r></w:ins>', "修订"),
    "text taken out": ('<w:del w:id="1"><w:r><w:delText>a</w:delText></w:r></w:del>', "修订"),
    "a changed look": ('<w:pPr><w:pPrChange w:id="1"/></w:pPr>', "修订"),
    "a comment": ('<w:commentRangeStart w:id="1"/>', "批注"),
    "hidden words": ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r>", "隐藏"),
    "another document": ('<w:altChunk r:id="rId9"/>', "另一份文档"),
    "an object": ("<w:r><w:object/></w:r>", "对象"),
    "a button": ("<w:r><w:control/></w:r>", "对象"),
    "a footnote": ('<w:r><w:footnoteReference w:id="2"/></w:r>', "脚注"),
    "words in a text box": (
        "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>a</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>",
        "浮在文字上面",
    ),
    "a picture over the words": (
        "<w:r><w:drawing><wp:anchor"
        ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
        "/></w:drawing></w:r>",
        "浮在文字上面",
    ),
    "words in a frame": ('<w:pPr><w:framePr w:w="4000" w:h="400"/></w:pPr>', "浮在文字上面"),
    "a table over the words": (
        '<w:tbl><w:tblPr><w:tblpPr w:tblpX="1"/></w:tblPr></w:tbl>',
        "浮在文字上面",
    ),
    "words in a control": (
        "<w:sdt><w:sdtContent><w:r><w:t>a</w:t></w:r></w:sdtContent></w:sdt>",
        "看不到",
    ),
}

REFUSED_RELATIONSHIPS = {
    "a link to outside": (f"{ODR}/hyperlink", "https://example.org/", "External", "example.org"),
    "a picture from outside": (f"{ODR}/image", "file:///a.png", "External", "a.png"),
    "its Word template": (f"{ODR}/attachedTemplate", "file:///a.dotm", "External", "模板文件"),
    "another document": (f"{ODR}/aFChunk", "a.html", "", "另一份文档"),
    "an object": (f"{ODR}/oleObject", "embeddings/a.bin", "", "对象"),
    "a workbook": (f"{ODR}/package", "embeddings/a.xlsx", "", "对象"),
    "a control": (f"{ODR}/control", "activeX/a.xml", "", "对象"),
    "a macro": ("http://schemas.microsoft.com/office/2006/relationships/vbaProject", "a", "", "宏"),
    "comments": (f"{ODR}/comments", "comments.xml", "", "批注"),
    "a font": (f"{ODR}/font", "fonts/a.odttf", "", "font"),
}

REFUSED_FILES: dict[str, tuple[Callable[[], bytes], str]] = {
    "no ZIP": (lambda: b"%PDF-1.7", "Word 文档"),
    "another ZIP": (lambda: zipped({"a.txt": b"a"}), "损坏"),
    "a macro's part": (lambda: with_part("word/vbaProject.bin", b"a"), "宏"),
    "a .docm": (
        lambda: replaced(TYPES, "wordprocessingml.document.main", "ms-word.macroEnabled.main"),
        "宏",
    ),
    "an embedded file": (lambda: with_part("word/embeddings/a.xlsx", b"a"), "对象"),
    "a program": (lambda: with_part("word/a.exe", b"a"), "a.exe"),
    "text that passes for a picture": (
        lambda: with_part("word/a.png", b"<a/>", "application/xml"),
        "a.png",
    ),
    "a style that hides": (
        lambda: replaced(STYLES, "<w:name ", "<w:rPr><w:vanish/></w:rPr><w:name "),
        "隐藏",
    ),
    "its Word template, in its settings": (
        lambda: replaced(SETTINGS, "<w:compat>", "<w:attachedTemplate/><w:compat>"),
        "模板文件",
    ),
    "entities": (
        lambda: replaced(DOCUMENT, "<w:document", '<!DOCTYPE a [<!ENTITY b "c">]><w:document'),
        "DTD",
    ),
    "too many parts": (
        lambda: zipped({**unpack(ours()), **{f"word/{n}.xml": b"<a/>" for n in range(10_000)}}),
        "部件",
    ),
    "a part twice": (
        lambda: zipped({**unpack(ours()), "WORD/document.xml": b"<a/>"}),
        "重名",
    ),
    "a bomb": (lambda: with_part("word/a.xml", b" " * 50_000_000), "太大"),
    "a bomb that says it is small": (lambda: _lying(with_part("word/a.xml", b" " * 2_000_000)), ""),
    "too large a file": (lambda: b"PK" + b"0" * container.MAX_FILE, "4兆"),
}


def _lying(docx: bytes) -> bytes:
    """The size that the last part says of itself, in both places, is one byte."""
    return docx.replace((2_000_000).to_bytes(4, "little"), (1).to_bytes(4, "little"))


def laughing() -> bytes:
    """Ours, with entities made of entities."""
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 20))
    bomb = f'<!DOCTYPE a [<!ENTITY l0 "lol">{laughs}]><w:document'
    return replaced(DOCUMENT, "<w:document", bomb)


ATTACKS: dict[str, Callable[[], bytes]] = {
    **{name: partial(with_run, xml) for name, (xml, _) in REFUSED_RUNS.items()},
    **{
        name: partial(with_relationship, kind, target, mode)
        for name, (kind, target, mode, _) in REFUSED_RELATIONSHIPS.items()
    },
    **{name: make for name, (make, _) in REFUSED_FILES.items()},
    "entities upon entities": laughing,
}

"""All of them, for those who bring them by another way."""
