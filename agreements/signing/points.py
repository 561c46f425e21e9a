"""What a scan is compared with: the printed paper, cut into the points that a person looks at one
by one, in the order of its pages. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from agreements.layouts.told import CLAUSES, Text, annexes, sections_of
from agreements.papers import minutes, numbering
from agreements.papers.proof import proofs
from agreements.papers.reading import FOOTER, MARGINS
from agreements.papers.text import MinutesText
from negotiate.law.refusal import N_
from negotiate.law.terms import Wording

FOOT: Final = 16
"""Digits of the terms' digest that stand at the foot of every page."""
ENDS: Final = 8
"""Digits at either end of a digest that a person compares."""


class Sort(StrEnum):
    """What there is to look for."""

    WORDS = "words"
    CODE = "code"
    DIGEST = "digest"
    HAND = "hand"
    SEAL = "seal"


ASKED: Final = {
    Sort.WORDS: N_("纸上的编号、标题和文字，和这里一样吗？"),
    Sort.CODE: N_(
        "请看每页最下面那一行的编号和 16 位数字；小字表里的两串长码，只对开头 8 位和末尾 8 位。"
    ),
    Sort.DIGEST: N_("请看核对用的两串长码，只对开头 8 位和末尾 8 位。"),
    Sort.HAND: N_("纸上有本人的亲笔签字吗？"),
    Sort.SEAL: N_("纸上盖了这枚公章吗？"),
}


@dataclass(frozen=True)
class Point:
    """`key` names it for good: the frozen text has the same points whenever it is asked. `whose`:
    the name of who signs here. `place`: which of the places for signatures, from 1, it is about,
    by a hand or a seal; and `side` then: whose word settles it, empty where anybody's does.
    `marked`: its lines cut where there is something to look at, which every second piece is; only
    of digests, which nobody reads through."""

    key: str
    sort: Sort
    heading: str
    wording: Wording
    whose: str = ""
    place: int = 0
    side: str = ""
    marked: tuple[tuple[str, ...], ...] = ()

    @property
    def asked(self) -> str:
        return ASKED[self.sort]


def points(text: Text) -> tuple[Point, ...]:
    """Every point of the paper as our own layout prints it for ink."""
    return tuple(_points(text))


def points_laid_out(text: Text, lines: str) -> tuple[Point, ...]:
    """Of a paper in a layout of a county's own, which puts other words round the clauses, under
    other numbers: all its `lines` at one point, then what must be on it wherever it stands."""
    said = tuple(line.replace("\t", "　") for line in lines.split("\n") if line.strip())
    clauses = (
        Point(f"clause-{place}", Sort.WORDS, clause.heading, clause.wording)
        for place, clause in enumerate(text.clauses, 1)
    )
    title = _words("title", text.title, (f"编号：{text.number}",))
    feet = [line for line in said if line.startswith(MARGINS[FOOTER])]
    code = _code(text, *(foot for foot in feet if text.terms_digest[:FOOT] in foot))
    return (title, _words("whole", "全文", said), *clauses, code, *_hands(text))


def _points(text: Text) -> Iterator[Point]:
    facts = [f"{label}：{getattr(text, name)}" for label, name in _facts(text)]
    yield _words("title", text.title, (f"编号：{text.number}", *facts))
    yield from _sections(text)
    yield _code(text, f"每页页脚：{text.number}　条款摘要 {text.terms_digest[:FOOT]}")
    yield from _hands(text)
    for number, annex in enumerate(annexes(text), 1):
        wording = Wording(annex.paragraphs, annex.table)
        yield Point(f"annex-{number}", Sort.WORDS, f"附件{number}　{annex.title}", wording)


def _facts(text: Text) -> Iterable[tuple[str, str]]:
    return minutes.FACTS if isinstance(text, MinutesText) else ()


def _sections(text: Text) -> Iterator[Point]:
    """Counted as they are printed; the clauses, each for itself, in the section that has them."""
    laid = [(heading, sentences) for heading, sentences in sections_of(text) if sentences]
    for number, (heading, sentences) in enumerate(laid, 1):
        counted = numbering.section(number) + heading
        yield _words(f"section-{number}", counted, sentences)
        if heading == CLAUSES[type(text)]:
            for place, clause in enumerate(text.clauses, 1):
                title = numbering.clause(place) + clause.heading
                yield Point(f"clause-{place}", Sort.WORDS, title, clause.wording)


def _code(text: Text, *feet: str) -> Point:
    """The digests by which the paper can be told from any other that looks like it, and what stands
    of them at the foot of the pages, if anything does."""
    lines = [_marked(foot, text.number, text.terms_digest[:FOOT]) for foot in feet]
    for label, digest in proofs(text):
        lines.append((f"{label}：", digest[:ENDS], digest[ENDS:-ENDS], digest[-ENDS:]))
    sort = Sort.CODE if feet else Sort.DIGEST
    heading = "核对用的摘要和页脚" if feet else "核对用的摘要"
    wording = Wording(tuple(map("".join, lines)))
    return Point("code", sort, heading, wording, marked=tuple(lines))


def _marked(line: str, *parts: str) -> tuple[str, ...]:
    """The line in pieces, every second of which is one of the parts."""
    return tuple(re.split(f"({'|'.join(map(re.escape, parts))})", line))


def _hands(text: Text) -> Iterator[Point]:
    """A place for each hand, and one for each seal that the paper wants."""
    for number, hand in enumerate(text.signatures, 1):
        signed = Wording((f"{hand.role_label}：{hand.name}",))
        yield Point(f"hand-{number}", Sort.HAND, f"签字：{hand.name}", signed, hand.name, number)
        if hand.seal:
            sealed = Wording((f"{hand.role_label}：{hand.name}",))
            heading = f"公章：{hand.seal}"
            yield Point(f"seal-{number}", Sort.SEAL, heading, sealed, place=number)


def _words(key: str, heading: str, said: tuple[str, ...]) -> Point:
    return Point(key, Sort.WORDS, heading, Wording(said))
