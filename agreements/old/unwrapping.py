"""The lines of a printed page as paragraphs again: a word that reaches over the end of a line would
not be found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from agreements.old.splitting import is_heading

FULL: Final = 0.85
"""Of the longest line: one that is as long went on to the next because there was no more room."""
ENDS: Final = "。；：！？!?;:"
_NUMBER_OF_PAGE: Final = re.compile(r"[-—第\s]*\d+\s*[-—页/共\s]*\d*[\s页-]*")


def unwrapped(pages: Sequence[str]) -> str:
    """The text of all pages, a paragraph each line, without the pages' numbers."""
    lines = [line.strip() for page in pages for line in _of_page(page)]
    longest = max(map(len, lines), default=0)
    paragraphs: list[str] = []
    goes_on = False
    for line in filter(None, lines):
        if goes_on and not is_heading(line):
            paragraphs[-1] += _gap(paragraphs[-1], line) + line
        else:
            paragraphs.append(line)
        goes_on = len(line) >= longest * FULL and line[-1] not in ENDS
    return "\n".join(paragraphs)


def _of_page(page: str) -> Iterator[str]:
    lines = page.strip().split("\n")
    if lines and _NUMBER_OF_PAGE.fullmatch(lines[-1]):
        lines.pop()
    return iter(lines)


def _gap(before: str, after: str) -> str:
    """Between two words of letters there was a space; between Chinese characters none."""
    return " " if before[-1].isascii() and after[0].isascii() else ""
