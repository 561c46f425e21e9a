"""The paragraph styles of an official paper (公文), and the parts of the file that state them.

Sizes and lengths are points. Word counts font sizes in half points, other lengths in twentieths
of a point, and indents also in hundredths of a character.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from docx.oxml.ns import nsdecls

LATIN = "Times New Roman"
SONG_TITLE = "方正小标宋简体"
FANGSONG = "仿宋_GB2312"
KAI = "楷体_GB2312"
HEI = "黑体"
SONG = "宋体"

LINE = 28

ALTERNATIVES = {FANGSONG: "仿宋", KAI: "楷体", SONG_TITLE: "宋体"}
"""What Windows has of itself, for a computer on which the official font is not installed."""


@dataclass(frozen=True)
class Look:
    """One paragraph style. ``line`` is exact, or None for single spacing (pictures, tables)."""

    id: str
    font: str = FANGSONG
    size: int = 16
    align: Literal["both", "left", "center", "right"] = "both"
    line: int | None = LINE
    indent_chars: int = 0
    keep_next: bool = False
    page_break: bool = False
    outline: int | None = None
    before: int = 0
    after: int = 0
    right_chars: int = 0


LOOKS = (
    Look("PaperTitle", SONG_TITLE, 22, "center", 36, keep_next=True, after=14),
    Look("PaperNumber", align="center", after=14),
    Look("PaperFact", KAI, indent_chars=2),
    Look("SheetTo", align="left", keep_next=True),
    Look("SheetDigest", size=12, align="left", indent_chars=2),
    Look("PaperHeading", HEI, indent_chars=2, keep_next=True, outline=0),
    Look("PaperBody", indent_chars=2),
    Look("PaperDate", align="right", right_chars=2),
    Look("AnnexList", indent_chars=2, keep_next=True),
    Look("ClauseHeading", KAI, indent_chars=2, keep_next=True, outline=1),
    Look("ClauseText", indent_chars=2),
    Look("TableHead", HEI, 14, "center", None, keep_next=True, before=3, after=3),
    Look("TableCell", FANGSONG, 14, "center", None, before=3, after=3),
    Look("TableLong", FANGSONG, 14, "both", None, before=3, after=3),
    Look("TableAfter", line=14),
    Look("SignLeadIn", indent_chars=2, keep_next=True, before=LINE // 2, after=8),
    Look("SignRole", HEI, 14, "left", None, keep_next=True, before=4, after=3),
    Look("SignLine", FANGSONG, 12, "left", None, keep_next=True, before=3, after=3),
    Look("SignPicture", FANGSONG, 12, "center", None, keep_next=True),
    Look("SignInk", FANGSONG, 12, "center", 56, keep_next=True),
    Look("SignSeal", FANGSONG, 12, "center", None, keep_next=True),
    Look("CloseHand", align="right", line=56, right_chars=9, keep_next=True, before=6),
    Look("CloseSeal", align="right", line=44, right_chars=2, keep_next=True),
    Look("SignSpace", FANGSONG, 12, "center", 72, keep_next=True),
    Look("SealRoom", FANGSONG, 12, "center", 105, keep_next=True),
    Look("Proof", FANGSONG, 10, "left", None, before=1, after=1),
    Look("ProofPicture", FANGSONG, 10, "left", None, after=2),
    Look("AnnexLabel", HEI, align="left", page_break=True, keep_next=True, outline=0),
    Look("AnnexTitle", SONG_TITLE, 22, "center", 36, keep_next=True, before=6, after=14),
    Look("PageNumber", SONG, 14, "center", None),
    Look("PageProof", SONG, 9, "center", None),
)


def _fonts(east: str) -> str:
    return (
        f'<w:rFonts w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:cs="{LATIN}" '
        f'w:eastAsia="{east}" w:hint="eastAsia"/>'
    )


def _style_xml(look: Look) -> str:
    line = 'w:line="240" w:lineRule="auto"'
    if look.line is not None:
        line = f'w:line="{look.line * 20}" w:lineRule="exact"'
    outline = "" if look.outline is None else f'<w:outlineLvl w:val="{look.outline}"/>'
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{look.id}">'
        f'<w:name w:val="{look.id}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>'
        f"{'<w:keepNext/>' if look.keep_next else ''}"
        f"{'<w:pageBreakBefore/>' if look.page_break else ''}"
        f'<w:spacing w:before="{look.before * 20}" w:after="{look.after * 20}" {line}/>'
        f'<w:ind w:rightChars="{look.right_chars * 100}" '
        f'w:right="{look.right_chars * look.size * 20}" '
        f'w:firstLineChars="{look.indent_chars * 100}" '
        f'w:firstLine="{look.indent_chars * look.size * 20}"/>'
        f'<w:jc w:val="{look.align}"/>{outline}</w:pPr>'
        f'<w:rPr>{_fonts(look.font)}<w:sz w:val="{look.size * 2}"/>'
        f'<w:szCs w:val="{look.size * 2}"/></w:rPr></w:style>'
    )


def styles_xml() -> str:
    return (
        f"<w:styles {nsdecls('w')}><w:docDefaults><w:rPrDefault><w:rPr>{_fonts(FANGSONG)}"
        '<w:sz w:val="32"/><w:szCs w:val="32"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        '<w:pPr><w:jc w:val="both"/></w:pPr></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
        f"{''.join(_style_xml(look) for look in LOOKS)}</w:styles>"
    )


def fonts_xml() -> str:
    """The font table: the official fonts and what may stand in for each."""
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{alternative}"/>'
        '<w:charset w:val="86"/></w:font>'
        for name, alternative in ALTERNATIVES.items()
    )
    return f"<w:fonts {nsdecls('w')}>{fonts}</w:fonts>"


SETTINGS_XML = (
    f"<w:settings {nsdecls('w')}>"
    '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting '
    'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
)
