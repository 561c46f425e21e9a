"""A text taken apart into clauses by its own numbering, for a person to confirm."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

FIGURES: Final = "零〇一二三四五六七八九"
_NUMBER: Final = r"([零〇一二三四五六七八九十百\d]{1,5})"
STYLES: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"第\s*{_NUMBER}\s*条[\s：:、.．]*",
        r"([一二三四五六七八九十百]{1,5})\s*、\s*",
        rf"[（(]\s*{_NUMBER}\s*[）)]\s*",
        r"(\d{1,3})\s*[.．、](?!\d)\s*",
    )
)
"""From the largest to the smallest: a text is cut by the first that it uses at least twice."""
CHAPTER: Final = re.compile(rf"第\s*{_NUMBER}\s*[章节编].{{0,30}}")
SKIPPED: Final = 3
"""Numbers that may be missing between two clauses, where a page was copied badly. What says 第九条
after 第三条 speaks of another clause."""
LONGEST_HEADING: Final = 60
_SHORT: Final = 25
_SENTENCE: Final = re.compile("[，。；：！？,;:!?]")
BEGINNING: Final = "开头"


@dataclass(frozen=True, slots=True)
class Proposed:
    """One clause as the text itself divides them."""

    heading: str
    text: str


def is_heading(line: str) -> bool:
    """Whether a line begins something of its own."""
    return bool(CHAPTER.fullmatch(line) or any(style.match(line) for style in STYLES))


def proposed(text: str) -> list[Proposed]:
    """Every clause, what stands before the first one too; all as one, if nothing is numbered.
    Together they hold every line of the text."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for style in STYLES:
        places = list(_places(lines, style))
        if len(places) >= 2:
            return list(_cut(lines, places, style))
    return [Proposed("", "\n".join(lines))] if lines else []


def _places(lines: list[str], style: re.Pattern[str]) -> Iterator[int]:
    """The lines that begin a clause, their numbers growing by little."""
    last = 0
    for place, line in enumerate(lines):
        found = style.match(line)
        number = _value(found[1]) if found else 0
        if last < number <= last + 1 + (SKIPPED if last else 0):
            last = number
            yield place


def _cut(lines: list[str], places: list[int], style: re.Pattern[str]) -> Iterator[Proposed]:
    """A chapter's line goes to the clause after it."""
    starts = [_with_chapters(lines, place) for place in places]
    if starts[0]:
        yield Proposed(BEGINNING, "\n".join(lines[: starts[0]]))
    for start, place, end in zip(starts, places, [*starts[1:], len(lines)], strict=True):
        yield _clause(lines[start:place], lines[place], lines[place + 1 : end], style)


def _with_chapters(lines: list[str], place: int) -> int:
    while place and CHAPTER.fullmatch(lines[place - 1]):
        place -= 1
    return place


def titled(text: str) -> Proposed:
    """A short first line without a stop is the heading of what stands under it."""
    first, _, rest = text.partition("\n")
    if rest and _is_short(first):
        return Proposed(first, rest)
    return Proposed("", text)


def _is_short(line: str) -> bool:
    return len(line) <= _SHORT and not _SENTENCE.search(line)


def _clause(chapters: list[str], first: str, rest: list[str], style: re.Pattern[str]) -> Proposed:
    """A short first line is the heading; of another one only the number is."""
    found = style.match(first)
    mark = found[0] if found else ""
    said = first[len(mark) :].strip()
    if rest and _is_short(said):
        heading, text = first, rest
    else:
        heading, text = mark.strip(" \u3000：:、.．"), [said, *rest]
    whole = " ".join([*chapters, heading])
    if len(whole) > LONGEST_HEADING:  # then no line of it may be lost
        return Proposed(heading[:LONGEST_HEADING], "\n".join([*chapters, *text]))
    return Proposed(whole, "\n".join(filter(None, text)))


def _value(said: str) -> int:
    """The number that is written in figures or in Chinese, up to 999; 0 for what is none."""
    if said.isdecimal():
        return int(said)
    total = digit = 0
    for sign in said:
        if sign in FIGURES:
            digit = max(FIGURES.index(sign) - 1, 0)
        else:
            total += max(digit, 1) * {"十": 10, "百": 100}.get(sign, 0)
            digit = 0
    return total + digit
