"""The tables of our own layout: as many rows and columns as a paper needs."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from agreements.papers.proof import CHECK, LABEL_MM
from agreements.papers.signing_page import HALF_MM, NO_TIME
from agreements.papers.style import TEXT_WIDTH_MM, write
from agreements.papers.tables import LONG_CELL, add_row, repeat_head, ruled

_THIRD = TEXT_WIDTH_MM // 3
_TIME = f'时间：{{{{ block.signed_at or "{NO_TIME}" }}}}'


def add_changing_table(paper: Document, table: str) -> None:
    """A table with a head, if there is one under that name."""
    _say(paper, f"{{%p if {table} %}}")
    drawn = ruled(paper, (_THIRD, _THIRD, TEXT_WIDTH_MM - 2 * _THIRD))
    drawn.autofit = True
    head = (f"{{%tc for cell in {table}.head %}}", "{{ cell }}", "{%tc endfor %}")
    _row(drawn, head, "TableHead")
    repeat_head(drawn)
    _row(drawn, (f"{{%tr for row in {table}.rows %}}", "", ""))
    _, middle, _ = _row(drawn, ("{%tc for cell in row %}", "", "{%tc endfor %}"))
    _say_either(middle, f"cell|length > {LONG_CELL // 2}", "TableLong", "TableCell")
    _row(drawn, ("{%tr endfor %}", "", ""))
    paper.add_paragraph(style="TableAfter")
    _say(paper, "{%p endif %}")


def add_proofs(paper: Document) -> None:
    table = ruled(paper, (LABEL_MM, TEXT_WIDTH_MM - LABEL_MM))
    _row(table, ("{%tr for proof in proofs %}", ""), "Proof")
    _row(table, ("{{ proof.label }}", "{{ proof.digest }}"), "Proof")
    _row(table, ("{%tr endfor %}", ""), "Proof")
    _row(table, ("{%tr if check_at %}", ""), "Proof")
    _, place = _row(table, (CHECK, "{{ check_at }}"), "Proof")
    _line(place, "{{ check_code }}", "ProofPicture")
    _row(table, ("{%tr endif %}", ""), "Proof")
    paper.add_paragraph(style="TableAfter")


def add_signing_places(paper: Document) -> None:
    """Two sides beside each other, under them each who has no seal."""
    table = ruled(paper, (HALF_MM, HALF_MM))
    _row(table, ('{%tr for pair in signatures|selectattr("seal")|pairs %}', ""))
    _add_sides(table)
    _row(table, ("{%tr endfor %}", ""))
    _row(table, ('{%tr for block in signatures|rejectattr("seal") %}', ""))
    who, signature = add_row(table).cells
    _introduce(who, who.paragraphs[0])
    _add_time(who)
    _sign(signature, signature.paragraphs[0])
    _row(table, ("{%tr endfor %}", ""))


def _add_sides(table: Table) -> None:
    """One cell, as often as a pair has places; the last may be empty."""
    opening, closing = add_row(table).cells
    side = _Cell(deepcopy(opening._tc), table)
    opening._tc.addnext(side._tc)
    side.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.TOP
    write(opening.paragraphs[0], "{%tc for block in pair %}")
    write(closing.paragraphs[0], "{%tc endfor %}")
    write(side.paragraphs[0], "{%p if block %}")
    _introduce(side, side.add_paragraph())
    _sign(side, side.add_paragraph())
    _add_time(side)
    for said in ("{{ block.seal }}", "（公章）", ""):
        _line(side, said, "SignSeal" if said else "SealRoom")
    _line(side, "{%p else %}")
    _line(side, "")
    _line(side, "{%p endif %}")


def _introduce(cell: _Cell, role: Paragraph) -> None:
    role.style = "SignRole"
    write(role, "{{ block.role_label }}")
    _line(cell, "姓名：{{ block.name }}")


def _sign(cell: _Cell, label: Paragraph) -> None:
    label.style = "SignLine"
    write(label, "签名：")
    _line(cell, "{%p if block.image %}")
    _line(cell, "{{ block.image }}", "SignPicture")
    _line(cell, "{%p else %}")
    _line(cell, "", "SignInk")
    _line(cell, "{%p endif %}")


def _add_time(cell: _Cell) -> None:
    """When it was signed and, of a digital signature, who keeps the key."""
    _line(cell, _TIME)
    for said in ("{%p if block.custody %}", "密钥：{{ block.custody }}", "{%p endif %}"):
        _line(cell, said)


def _line(cell: _Cell, said: str, style: str = "SignLine") -> None:
    write(cell.add_paragraph(style=style), said)


def _say(paper: Document, said: str) -> None:
    write(paper.add_paragraph(style="PaperBody"), said)


def _say_either(cell: _Cell, condition: str, style: str, otherwise: str) -> None:
    write(cell.paragraphs[0], f"{{%p if {condition} %}}")
    for said, of in (("{{ cell }}", style), ("{%p else %}", style), ("{{ cell }}", otherwise)):
        write(cell.add_paragraph(style=of), said)
    write(cell.add_paragraph(style=otherwise), "{%p endif %}")


def _row(table: Table, said: Sequence[str], style: str = "TableCell") -> Sequence[_Cell]:
    cells: Sequence[_Cell] = add_row(table).cells
    for cell, words in zip(cells, said, strict=True):
        cell.paragraphs[0].style = style
        write(cell.paragraphs[0], words)
    return cells
