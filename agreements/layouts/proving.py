"""Whether a paper in a county's layout still says all that it must: a layout may add and arrange,
but drop nothing that was agreed, and hide nothing from those who sign."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from agreements.layouts.told import Text
from agreements.papers.grades import explanation
from agreements.papers.proof import proofs
from agreements.papers.reading import full_text, pictures
from agreements.papers.style import squeezed
from agreements.papers.text import Clause
from negotiate.law.refusal import N_, Refused

PLACE: Final = N_("%(name)s的签名处")
LEFT_OUT: Final = N_("用这个版式写出来的文件缺少%(what)s。请对照标签表补上再上传。")


def require_whole(docx: bytes, text: Text) -> None:
    """Raises Refused, naming the first thing that is missing."""
    said = squeezed(full_text(docx))
    for what, figures, words in _required(text):
        if squeezed(words) not in said:
            raise Refused(LEFT_OUT, what=Refused(what, **figures))
    _require_clauses(said, text.clauses)
    shown = pictures(docx)
    for block in text.signatures:
        if block.image is not None and block.image not in shown:
            raise Refused(LEFT_OUT, what=Refused(PLACE, name=block.name))


def _required(text: Text) -> Iterator[tuple[str, dict[str, str], str]]:
    """What it is, and in which words."""
    yield N_("标题"), {}, text.title
    yield N_("编号"), {}, text.number
    for block in text.signatures:
        for words in (block.role_label, block.name, block.seal, block.signed_at, block.custody):
            yield PLACE, {"name": block.name}, words
    for label, digest in proofs(text):
        yield N_("摘要（%(label)s）"), {"label": label}, digest
    yield N_("核对真伪的网址"), {}, text.check_at
    for line in explanation(text):
        yield N_("签名等级的说明"), {}, line


def _require_clauses(said: str, clauses: tuple[Clause, ...]) -> None:
    """Each in its order, piece after piece: what one says cannot stand for what another does."""
    at = 0
    for number, clause in enumerate(clauses, 1):
        for piece in _pieces(clause):
            found = said.find(squeezed(piece), at)
            if found < 0:
                raise Refused(LEFT_OUT, what=_nth(number, clause))
            at = found + len(squeezed(piece))


def _pieces(clause: Clause) -> Iterator[str]:
    yield clause.heading
    yield from clause.wording.paragraphs
    if clause.wording.table is not None:
        yield from clause.wording.table.head
        for row in clause.wording.table.rows:
            yield from row


def _nth(number: int, clause: Clause) -> Refused:
    return Refused(N_("第%(number)s条“%(heading)s”的内容"), number=number, heading=clause.heading)
