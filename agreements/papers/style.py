"""The page of an official paper (公文): A4, its margins, its page numbers, how text is written."""

from __future__ import annotations

import re

from docx import Document as open_template
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import _Footer
from docx.shared import Mm
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from agreements.papers.looks import LOOKS, SETTINGS_XML, fonts_xml, styles_xml

LOOK_IDS = frozenset(look.id for look in LOOKS)
PAGE_MM = (210, 297)
MARGINS_MM = {"top": 37, "bottom": 35, "left": 28, "right": 26}
TEXT_WIDTH_MM = PAGE_MM[0] - MARGINS_MM["left"] - MARGINS_MM["right"]

# Parts of python-docx's template that nothing here uses; its theme would bring theme fonts back.
_UNUSED = ("/theme", "/numbering", "/webSettings", "/extended-properties")

# What XML cannot carry: pasted text brings vertical tabs and the like.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def new_paper() -> Document:
    """An empty A4 paper that knows these styles and nothing of the library's template."""
    paper = open_template()
    for relationships in (paper.part.rels, paper.part.package.rels):
        for key in [k for k, r in relationships.items() if r.reltype.endswith(_UNUSED)]:
            del relationships[key]
    _replace(paper.styles.element, styles_xml())
    _replace(paper.settings.element, SETTINGS_XML)
    paper.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)._blob = fonts_xml().encode()
    section = paper.sections[0]
    section.page_width, section.page_height = Mm(PAGE_MM[0]), Mm(PAGE_MM[1])
    section.top_margin, section.bottom_margin = Mm(MARGINS_MM["top"]), Mm(MARGINS_MM["bottom"])
    section.left_margin, section.right_margin = Mm(MARGINS_MM["left"]), Mm(MARGINS_MM["right"])
    section.footer_distance = Mm(22)
    return paper


def printable(text: str) -> str:
    """The text without what XML cannot carry."""
    return _UNPRINTABLE.sub("", text)


def squeezed(text: str) -> str:
    """The same without the spaces and line ends that a layout may put in."""
    return "".join(printable(text).split())


def add_line(place: Document | _Cell | _Footer, look: str) -> Paragraph:
    """A new paragraph in one of our looks."""
    return restyle(place.add_paragraph(), look)


def restyle(paragraph: Paragraph, look: str) -> Paragraph:
    """Give it this look, named by its id. The library's own setter reads all styles through for
    each paragraph, which was half of what composing took."""
    if look not in LOOK_IDS:
        raise KeyError(look)
    paragraph._p.style = look
    return paragraph


def write(paragraph: Paragraph, text: str) -> Paragraph:
    """Add ``text`` as one run, marked Chinese so that its quotes and dashes are full width."""
    run = paragraph.add_run(printable(text))
    fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:hint"), "eastAsia")
    return paragraph


def number_pages(paper: Document, proof: str) -> None:
    """The foot of every page: 第 x 页 共 y 页, and below it what ties the page to its paper."""
    footer = paper.sections[0].footer
    counts = footer.paragraphs[0]
    restyle(counts, "PageNumber")
    write(counts, "第 ")
    _field(counts, "PAGE")
    write(counts, " 页 共 ")
    _field(counts, "NUMPAGES")
    write(counts, " 页")
    write(add_line(footer, "PageProof"), proof)


def _field(paragraph: Paragraph, instruction: str) -> None:
    """A complex field: Word and LibreOffice put the figure in when they lay the page out."""
    for inner in (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    ):
        paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{inner}</w:r>"))  # type: ignore[arg-type]


def _replace(element: object, xml: str) -> None:
    """Put the children of ``xml`` in place of the element's own."""
    element[:] = list(parse_xml(xml))  # type: ignore[index]
