"""That a layout says the same before and after the signatures, and on a screen and in ink: what it
only says in one of them nobody has agreed to who saw the other, and what it leaves out somebody
has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from agreements.layouts.told import Text
from agreements.papers.annexes import INK
from agreements.papers.layout import how_signed
from agreements.papers.proof import proofs
from agreements.papers.reading import all_pictures, whole_text
from agreements.papers.style import squeezed
from agreements.papers.text import Grade
from negotiate.law.refusal import N_, Refused

KEY: Final = "密钥："
"""What our own layout puts before `custody`, only where there is one."""
_OPEN_TIME: Final = re.compile(r"[_＿]*年[_＿]*月[_＿]*日([_＿]*时[_＿]*分)?")
_CELL: Final = re.compile(r"[\n\t]")
_COUNTED: Final = re.compile(r"([（(]?[一二三四五六七八九十\d]{1,2}[）)、.．])*")
OTHERWISE: Final = N_(
    "签名以前和签名以后，这个版式写出来的字不一样（“%(words)s”）。签署的人看到的和最后存档的必须一样："
    "请不要让文字随签名出现或者消失。"
)
IN_INK: Final = N_(
    "手机上看到的和打印出来签字的，这个版式写出来的字不一样（“%(words)s”）。两种签法的文字必须一样："
    "请不要让文字随签名等级出现或者消失。"
)
PICTURES: Final = N_(
    "签署前后，或者手机签和纸上签，这个版式放的图片不一样。请不要让图片随签名或者签名等级出现或者消失。"
)
_NEAR: Final = 20


def require_same(shown: bytes, later: bytes, text: Text) -> None:
    """`shown`: the paper of grade B with open places; `later`: with the hands that `text` names, or
    to be signed in ink. They may differ by what a hand brings with it and by what a grade says of
    itself alone. Raises Refused."""
    before, after = _bare(shown, text, "B"), _bare(later, text, text.grade)
    if before != after:
        pairs = zip(before, after, strict=False)
        at = next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(before), len(after)))
        longer = max(before, after, key=len)
        sentence = OTHERWISE if text.grade == "B" else IN_INK
        raise Refused(sentence, words=longer[at : at + _NEAR])
    drawn = [block.image for block in text.signatures]
    if all_pictures(shown) != [one for one in all_pictures(later) if one not in drawn]:
        raise Refused(PICTURES)


def _bare(docx: bytes, text: Text, grade: Grade) -> str:
    """The words without spaces, without what a hand brings, and without room for a time; where
    grades are compared, without what this one says of itself."""
    cells: Iterator[str] = (squeezed(cell) for cell in _CELL.split(whole_text(docx)))
    if text.grade != "B":
        cells = _without_grade(cells, replace(text, grade=grade))
    words = "".join(cells)
    for brought in sorted(_brought(text), key=len, reverse=True):
        words = words.replace(squeezed(brought), "")
    return _OPEN_TIME.sub("", words)


def _without_grade(cells: Iterator[str], text: Text) -> Iterator[str]:
    """Without the sentences on how it is signed, under whatever count they stand, and without the
    column for ink."""
    _, sentences = how_signed(text)
    for cell in cells:
        rest = cell
        for sentence in sentences:
            rest = rest.replace(squeezed(sentence), "")
        is_own = rest != cell and _COUNTED.fullmatch(rest)
        if not is_own and not (text.grade == "C" and cell == INK):
            yield rest


def _brought(text: Text) -> Iterator[str]:
    yield KEY
    for block in text.signatures:
        yield from filter(None, (block.signed_at, block.custody, block.stroke_digest))
    digests = {block.stroke_digest for block in text.signatures}
    yield from (label for label, digest in proofs(text) if digest in digests)
